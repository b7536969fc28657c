// How many records one core verifies in a second.
import {randomUUID} from 'node:crypto';
import {buildRecord, canonicalJson} from 'ipsm-consent/core';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import {createVerifier} from 'ipsm-consent/server';

const BAR = 10_000;
const RECORDS = 2000;
const ROUNDS = 15;
const ROUND_MS = 500;
const NOW = new Date('2026-03-05T10:00:05.000Z');

/** Form entries of different people. @returns {string[]} */
function entries() {
  const {manifest, noticeSha256} = ipsmPolicy;
  return Array.from({length: RECORDS}, (_, i) => {
    const lang = ['kk', 'ru', 'en'][i % 3];
    const record = buildRecord(manifest, manifest.releases[0], {
      id: randomUUID(),
      state: 'given',
      time: new Date(NOW.getTime() - i),
      method: 'form-checkbox',
      lang,
      noticeSha256: noticeSha256[lang],
      source: 'network',
      nameFields: ['surname', 'given', 'patronymic'],
      purposes: {ads: i % 2 ? 'given' : 'declined'},
    });
    return canonicalJson(record);
  });
}

/** Of this process, on all its threads: what else the machine does must not count, the garbage collector must. */
function cpuMs() {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
}

/** Records per second of CPU time, in one round. @param {string[]} posted @param {(entry: string) => {ok: boolean}} check */
function round(posted, check) {
  const start = cpuMs();
  let n = 0;
  while (cpuMs() - start < ROUND_MS) {
    for (const entry of posted) {
      if (!check(entry).ok) throw new Error(`A genuine record was refused: ${entry}`);
    }
    n += posted.length;
  }
  return (n / (cpuMs() - start)) * 1000;
}

/** @param {string[]} posted @param {(entry: string) => {ok: boolean}} check */
function rates(posted, check, rounds) {
  round(posted, check);
  round(posted, check);
  return Array.from({length: rounds}, () => round(posted, check)).sort((a, b) => a - b);
}

/** @param {import('../scripts/bench.mjs').Options} options @returns {Promise<import('../scripts/bench.mjs').Result>} */
export default async function bench({rounds = ROUNDS}) {
  const verifier = await createVerifier(ipsmPolicy.manifest);
  const posted = entries();
  const bytes = Math.round(Buffer.byteLength(posted.join('')) / RECORDS);
  const checks = {
    verifyRecord: (entry) => verifier.verifyRecord(entry),
    acceptConsent: (entry) => verifier.acceptConsent(entry, {now: NOW}),
  };
  const rows = Object.entries(checks).flatMap(([name, check]) => {
    const sorted = rates(posted, check, rounds);
    return [
      {what: `\`${name}\`, median`, value: sorted[rounds >> 1], unit: 'records/s', atLeast: BAR},
      {what: `\`${name}\`, slowest round`, value: sorted[0], unit: 'records/s'},
    ];
  });
  const method =
    `${RECORDS} different genuine records of the bundled policy, ${bytes} bytes each, in three languages, as a form ` +
    `posts them. One core; two rounds to warm up, then ${rounds} rounds of ${ROUND_MS} ms of CPU time (garbage ` +
    'collection counts, waiting for a busy machine does not). `npm run bench -- server` measures again.';
  return {title: 'Server', method, rows};
}
