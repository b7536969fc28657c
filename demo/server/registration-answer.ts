import type {PageRefusal} from 'ipsm-consent/server';
import type {StoredFile} from './registration-form.js';

/** A reason to refuse: the code and path are for programs, the message for the person, the detail for QA. */
export interface Reason {
  code: string;
  path: string;
  message: string;
  detail?: string;
}

/** One accepted registration: what the person sent, and the consent it rests on. */
export interface Registration {
  receivedAt: string;
  fields: Record<string, string>;
  files: StoredFile[];
  record: {id: string};
}

/** What is answered to a form. */
export type Answer =
  | {ok: true; stored: Registration; warnings: unknown[]}
  | {ok: false; reasons: Reason[]; page?: PageRefusal | undefined};
