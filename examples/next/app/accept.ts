import 'server-only';
import {createVerifier, pageRefusal, type PageRefusal} from 'ipsm-consent/server';
import {appendFile} from 'node:fs/promises';
import {manifestNow} from './policy';

export type Answer =
  | {ok: true; id: string; entry: string | null}
  | {ok: false; refusal?: PageRefusal['refusal'] | undefined; fields: Record<string, string>};

/** Where the registrations go: a database, in earnest. */
const KEPT = process.env.REGISTRATIONS ?? 'registrations.jsonl';

/** Checks what a form has sent, with the script or without it, and keeps it. */
export async function accept(sent: FormData): Promise<Answer> {
  const verifier = await createVerifier(await manifestNow());
  const now = new Date();
  const entry = sent.get('consent-record');
  const verdict =
    entry === null
      ? verifier.acceptFallback(sent, {name: 'consent', subjectFields: ['surname', 'given'], now})
      : verifier.acceptConsent(entry, {now});
  const fields = {surname: String(sent.get('surname')), given: String(sent.get('given'))};
  if (!verdict.ok) return {ok: false, refusal: pageRefusal(entry, verdict.errors, now)?.refusal, fields};
  await appendFile(KEPT, `${JSON.stringify({record: verdict.record, fields})}\n`);
  return {ok: true, id: verdict.record.id, entry: entry === null ? null : String(entry)};
}
