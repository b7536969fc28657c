import type {Notice} from '../core/manifest.js';

/** The IPSM policy in short, in English. */
export const noticeEn: Notice = {
  question: 'Do you agree to the collection and processing of your personal data?',
  brief:
    'IPSM processes it, including copies of your documents, to provide services, identify you and interact with you. Data may be stored abroad and, without your consent, passed to state bodies and in other cases set by law.',
  title: 'How IPSM processes your data',
  points: [
    {
      id: 'data',
      label: 'Which data',
      text: 'surname, first name, patronymic, e-mail, phone number, scanned documents',
      clauses: ['2.3.1', '2.3.2', '2.3.3', '1.6'],
    },
    {
      id: 'purposes',
      label: 'Consent is for',
      text: 'providing services, identifying you, interacting with you; not for ads or research',
      clauses: ['2.2.1', '2.2.2', '2.2.3', '2.2.4', '2.2.5'],
    },
    {
      id: 'recipients',
      label: 'May be passed on without your consent',
      text: 'to state bodies and local authorities on their reasoned request; in other cases directly named in law',
      clauses: ['3.4.1', '3.4.2'],
    },
    {
      id: 'abroad',
      label: 'Transfer abroad',
      text: 'may be stored abroad; countries not stated',
      clauses: ['3.3'],
    },
    {
      id: 'term',
      label: 'Consent lasts',
      text: 'not stated',
      clauses: [],
    },
    {
      id: 'public',
      label: 'Distribution in publicly available sources',
      text: 'not stated',
      clauses: [],
    },
    {
      id: 'changes',
      label: 'Policy changes',
      text: 'the operator may change it at any time, alone; watching for changes is your duty',
      clauses: ['5.4', '5.5'],
    },
  ],
  details: [
    {
      id: 'ads',
      label: 'ads',
      text: 'The policy also allows data to be used to send ads, information and requests, and for statistical and other research. This consent does not cover them.',
      clauses: ['2.2.4', '2.2.5'],
    },
    {
      id: 'bodies',
      label: 'state bodies',
      text: 'State bodies that may request data include bodies of inquiry and investigation. The policy names no other recipients.',
      clauses: ['3.4.1'],
    },
    {
      id: 'keeping',
      label: 'protection',
      text: 'Under the policy, the operator collects and keeps only data needed to provide services and interact with the user; keeps data confidential, except publicly available data; and protects data as the law requires. It may keep an archive copy of data.',
      clauses: ['2.1', '3.2', '4.1', '3.3'],
    },
    {
      id: 'automated',
      label: 'automation',
      text: 'The operator carries out automated processing of data.',
      clauses: ['3.5'],
    },
    {
      id: 'others',
      label: 'other people’s data',
      text: 'Entering another person’s personal data is prohibited. You may do so only if you represent that person’s interests and documents confirm it.',
      clauses: ['2.4'],
    },
    {
      id: 'use',
      label: 'using the site',
      text: 'The policy treats sending data through the site as consent to its terms, and starting to use the site as unconditional acceptance of the policy. A user who disagrees must stop using the site. Changes to the policy apply once posted on the site and are not agreed with the user in advance.',
      clauses: ['preamble', '5.4'],
    },
    {
      id: 'disputes',
      label: 'disputes',
      text: 'The law of the Republic of Kazakhstan applies. Disputes are settled where the operator is registered. Before going to court you must send the operator a written claim; the time to answer it is 30 working days.',
      clauses: ['5.1', '5.2'],
    },
    {
      id: 'unstated',
      label: 'what is not stated',
      text: 'The policy does not state: the operator’s legal name, BIN and address; which documents are copied (the list in clause 2.3 has no documents); how long data is kept; how to withdraw consent; the date of the policy. Questions about the policy: hello@ipsm.kz.',
      clauses: ['1.6', '2.3', '5.6'],
    },
  ],
  clauseNames: {
    preamble: 'Preamble',
  },
  agree:
    'I agree to IPSM collecting and processing this personal data to provide services, identify me and interact with me, and storing it abroad',
  agreeFor:
    'On behalf of the person I represent, I agree to IPSM collecting and processing this personal data of theirs to provide services, identify them and interact with them, and storing it abroad',
  accept: 'I agree',
  decline: 'I do not agree',
  purposes: {
    ads: 'I agree to this personal data being used to send me ads, information and requests',
    research: 'I agree to this personal data being used for statistical and other research',
  },
};
