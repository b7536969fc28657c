import type {Complaint} from '../complaint.js';

/** What a check found. A warning is worth a look, and may be meant. */
export interface Finding extends Complaint {
  level: 'problem' | 'warning';
}

/** Something that has to be mended before publishing. */
export const problem = (code: string, path: string, message: string): Finding => ({
  level: 'problem',
  code,
  path,
  message,
});

/** Something worth a look. */
export const warning = (code: string, path: string, message: string): Finding => ({
  level: 'warning',
  code,
  path,
  message,
});
