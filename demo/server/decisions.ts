import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import {createVerifier} from 'ipsm-consent/server';
import {manifestOf} from './qa-releases.js';
import type {QaDesk} from './qa-settings.js';
import type {Reason} from './refusal.js';

/** What became of a decision: kept (now or before), or why not. */
export type Decided = {ok: true; receivedAt: string} | {ok: false; reasons: Reason[]};

/**
 * Keeps what somebody decided in the banner or in the status, once for each id.
 * @param recordText exactly as posted: the same id with other bytes is another claim
 * @param qa a tester's token: says by which manifest it is judged
 */
export type Decide = (recordText: string, receivedAt: Date, qa?: string) => Promise<Decided>;

/** The decisions, in memory. */
export function decideInMemory(folder: string, desk: QaDesk): Decide {
  const kept = new Map<string, {recordText: string; receivedAt: string}>();

  const published = async (qa: string | undefined): Promise<unknown> =>
    qa
      ? manifestOf(folder, qa, desk.of(qa))
      : JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));

  return async (recordText, receivedAt, qa) => {
    const reasons: Reason[] = [];
    // Where the manifest cannot be had, pages show the policy of the package.
    for (const manifest of [await published(qa), ipsmPolicy.manifest]) {
      const verdict = (await createVerifier(manifest)).verifyRecord(recordText);
      if (verdict.ok) {
        const {id} = verdict.record;
        const first = kept.get(id) ?? {recordText, receivedAt: receivedAt.toISOString()};
        kept.set(id, first);
        if (first.recordText === recordText) return {ok: true, receivedAt: first.receivedAt};
        return {ok: false, reasons: [{code: 'replayed', path: 'id'}]};
      }
      reasons.push(...verdict.errors.map(({code, path, message}) => ({code, path, detail: message})));
    }
    return {ok: false, reasons};
  };
}
