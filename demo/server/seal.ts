import {sha256} from './sha256.js';
import type {StoredFile} from './registration.js';

/** What a row of `decision` was when it came. */
export interface DecisionRow {
  record: string;
  received_at: Date;
  manifest_sha256: string;
  warnings: unknown[];
}

/** What a row of `registration` was when it came. */
export interface RegistrationRow {
  received_at: Date;
  fields: Record<string, string>;
  files: StoredFile[];
}

/*
 * A seal is the digest of a row. It shows a change by hand that the record itself cannot show, such as another name beside
 * it. Whoever can change rows can seal anew: a ledger that has to stand against its own keeper is signed elsewhere.
 */

/** The seal of a decision. */
export const sealOfDecision = ({record, received_at, manifest_sha256, warnings}: DecisionRow): string =>
  sha256(JSON.stringify([record, received_at, manifest_sha256, warnings]));

/** The seal of the registration that rests on the decision with this id. */
export const sealOfRegistration = (recordId: string, {received_at, fields, files}: RegistrationRow): string =>
  sha256(JSON.stringify([recordId, received_at, fields, files]));
