import type {Notice} from '../core/manifest.js';

/** The IPSM policy in short, in English. */
export const noticeEn: Notice = {
  title: 'IPSM privacy policy in short',
  points: [
    {
      id: 'operator',
      clause: 'Pre-1',
      label: 'Preamble',
      text: 'The policy names only the Operator’s site, IPSM; it does not state the Operator’s legal name, BIN or address.',
    },
    {
      id: 'data',
      clause: '2.3',
      text: 'Personal data processed: surname, first name, patronymic; e-mail address; phone number.',
    },
    {
      id: 'scans',
      clause: '1.6',
      text: 'Registration includes sending scanned documents.',
      more: 'The list of data in clause 2.3 does not name documents.',
    },
    {
      id: 'purposes',
      clause: '2.2',
      text: 'Purposes of processing: providing services (2.2.1), identifying you (2.2.2), interacting with you (2.2.3).',
    },
    {
      id: 'ads',
      clause: '2.2.4',
      text: 'The policy also names sending you ads, information and requests (2.2.4) and statistical and other research (2.2.5); consent to them is asked separately.',
    },
    {
      id: 'term',
      clause: '2.1',
      text: 'Only data needed for the services and for interacting with you is collected and kept. The policy does not state how long the consent lasts or how long data is kept.',
    },
    {
      id: 'abroad',
      clause: '3.3',
      text: 'Data may be stored on servers outside Kazakhstan.',
      more: 'The policy does not name the countries. The Operator may also keep an archive copy.',
    },
    {
      id: 'disclosure',
      clause: '3.4',
      text: 'Without your consent, data may be passed to state bodies, to local authorities, and in other cases that the law directly names.',
      more: 'These bodies, including those of inquiry and investigation, receive data on their reasoned request. The policy names no other recipients.',
    },
    {
      id: 'public',
      clause: '3.2',
      text: 'Data is confidential, except publicly available data. The policy does not state whether data is spread in publicly available sources.',
    },
    {id: 'automated', clause: '3.5', text: 'Data is processed automatically.'},
    {
      id: 'others',
      clause: '2.4',
      text: 'You must not enter personal data of other people.',
      more: 'You may do so only if you represent them and documents confirm it.',
    },
    {
      id: 'changes',
      clause: '5.4',
      text: 'The Operator may change the policy at any time, by its own decision; changes apply once posted, and the user must watch for them (5.5).',
    },
    {
      id: 'use',
      clause: 'Pre-4',
      label: 'Preamble',
      text: 'The policy treats starting to use the site as unconditional acceptance, and obliges a user who disagrees to stop using the site.',
    },
    {
      id: 'disputes',
      clause: '5.2',
      text: 'Disputes are settled where the Operator is registered; before going to court a written claim is required; the time to answer it is 30 working days.',
    },
    {
      id: 'contact',
      clause: '5.6',
      text: 'Questions and suggestions about the policy: hello@ipsm.kz. The policy does not state how to withdraw consent.',
    },
  ],
  agree: 'I agree to the processing of the data listed above for purposes 2.2.1–2.2.3',
  accept: 'I agree',
  decline: 'I do not agree',
  purposes: {
    ads: 'I agree to the use of my personal data to send me ads, information and requests (2.2.4)',
    research: 'I agree to the use of my personal data for statistical and other research (2.2.5)',
  },
};
