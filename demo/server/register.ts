import type {ConsentCheck} from './consent-check.js';
import {faultyFields, type FormKind, type Received} from './registration-form.js';
import type {Reason} from './refusal.js';
import type {Registration, Registrations} from './registrations.js';

export type Outcome = {ok: true; stored: Registration; warnings: unknown[]} | {ok: false; reasons: Reason[]};

const refuse = (code: string, path: string): Outcome => ({ok: false, reasons: [{code, path}]});

function idOf(recordText: string): string | undefined {
  try {
    const {id} = JSON.parse(recordText) as {id?: unknown};
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Decides about one registration, and stores it only if everything holds. */
export async function register(
  kind: FormKind,
  received: Received,
  check: ConsentCheck,
  registrations: Registrations,
  now: Date,
): Promise<Outcome> {
  const {fields, files, records} = received;
  const [recordText] = records;
  const recordId = recordText === undefined ? undefined : idOf(recordText);

  const answered = recordId === undefined ? undefined : registrations.find(recordId);
  if (answered) {
    // A browser that lost our answer sends again: it is told the same, and nothing is registered twice.
    if (answered.recordText !== recordText) return refuse('replayed', 'id');
    return {ok: true, stored: answered.registration, warnings: answered.warnings};
  }

  const reasons: Reason[] = faultyFields(kind, received);
  if (recordText === undefined)
    return {ok: false, reasons: [...reasons, {code: 'record-missing', path: 'consent-record'}]};
  if (records.length > 1)
    return {ok: false, reasons: [...reasons, {code: 'record-repeated', path: 'consent-record'}]};

  const verdict = await check(recordText, now, received.qa);
  if (!verdict.ok) {
    reasons.push(...verdict.errors.map(({code, path, message}) => ({code, path, detail: message})));
  }
  if (!verdict.ok || reasons.length) return {ok: false, reasons};

  const entry = registrations.add(verdict.record.id, {
    recordText,
    registration: {receivedAt: now.toISOString(), fields, files, record: verdict.record},
    warnings: verdict.warnings,
  });
  if (entry.recordText !== recordText) return refuse('replayed', 'id');
  return {ok: true, stored: entry.registration, warnings: entry.warnings};
}
