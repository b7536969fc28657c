import type {Manifest, Release} from '../core/manifest.js';

/**
 * The IPSM policy with the given notices. What the policy does not state is `null`.
 * Its text carries neither version nor date: the version is the SHA-256 of the text, and a number that rises with every
 * change of the words or terms here. Released ones are kept in `ipsm.ts`.
 */
export const ipsmManifest = (notice: Release['notice']): Manifest => ({
  schema: 'ipsm-policy/1',
  id: 'ipsm-privacy',
  jurisdiction: 'KZ',
  releases: [
    {
      version: 'text-39a8650a-1',
      effectiveFrom: null,
      change: 'material',
      cancelled: null,
      operator: {name: 'IPSM', bin: null, address: null, email: 'hello@ipsm.kz', url: 'https://ipsm.kz/'},
      official: ['kk'],
      documents: {kk: {url: 'https://ipsm.kz/', sha256: null, anchor: null}},
      notice,
      terms: {
        term: null,
        purposes: [
          {id: 'services', clause: '2.2.1', dpv: 'dpv:RequestedServiceProvision', required: true},
          {id: 'identify', clause: '2.2.2', dpv: 'dpv:IdentityVerification', required: true},
          {id: 'contact', clause: '2.2.3', dpv: 'dpv:CommunicationManagement', required: true},
          {id: 'ads', clause: '2.2.4', dpv: 'dpv:DirectMarketing', required: false},
          {id: 'research', clause: '2.2.5', dpv: 'dpv:ResearchAndDevelopment', required: false},
        ],
        data: [
          {id: 'name', clause: '2.3.1', dpv: 'pd:Name'},
          {id: 'email', clause: '2.3.2', dpv: 'pd:EmailAddress'},
          {id: 'phone', clause: '2.3.3', dpv: 'pd:TelephoneNumber'},
          {id: 'scans', clause: '1.6', dpv: 'pd:OfficialID'},
        ],
        thirdParties: {transfer: true, who: ['state-bodies-on-reasoned-request', 'cases-set-by-law']},
        crossBorder: {transfer: true, countries: null},
        publicSources: null,
        storage: {locations: null, retention: null},
        automated: true,
        withdraw: {url: null, email: 'hello@ipsm.kz'},
      },
    },
  ],
});
