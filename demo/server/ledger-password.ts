import {randomBytes} from 'node:crypto';

/** A password that nobody can guess, short enough to be typed from a terminal. */
export const newPassword = (): string => randomBytes(9).toString('base64url');

/**
 * The ledger's password, from LEDGER_PASSWORD or for this run alone, and what a terminal says of it: one that somebody has set
 * is not written there.
 */
export function passwordOfLedger(): {ledgerPassword: string; hint: string} {
  const given = process.env['LEDGER_PASSWORD'];
  const ledgerPassword = given || newPassword();
  const hint = given
    ? 'any name, and the password in LEDGER_PASSWORD'
    : `any name, and for this run the password ${ledgerPassword}`;
  return {ledgerPassword, hint: `ledger opens with ${hint}`};
}
