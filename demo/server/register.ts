import type {ConsentRecord} from 'ipsm-consent/core';
import type {Entry, Ledger} from './ledger.js';
import type {PublishedPolicy} from './published-policy.js';
import {idOf} from './record-id.js';
import type {Reason} from './refusal.js';
import type {Registration} from './registration.js';
import {faultyFields, type FormKind, type Received} from './registration-form.js';

export type Outcome = {ok: true; stored: Registration; warnings: unknown[]} | {ok: false; reasons: Reason[]};

const refuse = (code: string, path: string): Outcome => ({ok: false, reasons: [{code, path}]});

/** The answer to whoever sends this record: once more, if it is the one that came first, for the same person. */
function answer({record, registration, warnings}: Entry, recordText: string, sent: Received): Outcome {
  if (record !== recordText) return refuse('replayed', 'id');
  const {received_at, fields, files} = registration!;
  // Somebody else at the same device, who went back to a form that had been sent, has ticked nothing yet.
  const isSamePerson = Object.entries(fields).every(([name, value]) => value === sent.fields[name]);
  if (!isSamePerson) return refuse('replayed', 'id');
  return {
    ok: true,
    stored: {
      receivedAt: received_at.toISOString(),
      fields,
      files,
      record: JSON.parse(record) as ConsentRecord,
    },
    warnings,
  };
}

/** Decides about one registration, and stores it only if everything holds. */
export async function register(
  kind: FormKind,
  received: Received,
  {verifier, manifestText, ...options}: PublishedPolicy,
  ledger: Ledger,
  receivedAt: Date,
): Promise<Outcome> {
  const {fields, files, records} = received;
  const [recordText] = records;
  const recordId = recordText === undefined ? undefined : idOf(recordText);
  const known = recordId === undefined ? undefined : await ledger.find(recordId);
  // A browser that lost our answer sends again: it is told the same, and nothing is registered twice.
  if (known?.registration) return answer(known, recordText!, received);

  const reasons: Reason[] = faultyFields(kind, fields);
  if (recordText === undefined)
    return {ok: false, reasons: [...reasons, {code: 'record-missing', path: 'consent-record'}]};
  if (records.length > 1)
    return {ok: false, reasons: [...reasons, {code: 'record-repeated', path: 'consent-record'}]};

  const verdict = verifier.acceptConsent(recordText, {...options, now: receivedAt});
  if (!verdict.ok) {
    reasons.push(...verdict.errors.map(({code, path, message}) => ({code, path, detail: message})));
  }
  if (!verdict.ok || reasons.length) return {ok: false, reasons};

  const {record, warnings} = verdict;
  return answer(
    await ledger.keep({record, recordText, manifestText, receivedAt, warnings}, {fields, files}),
    recordText,
    received,
  );
}
