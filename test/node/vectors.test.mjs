import {
  announcedRelease,
  buildRecord,
  canonicalJson,
  currentRelease,
  documentFor,
  endOfTerm,
  isMaterial,
  nameBeside,
  noticeText,
  ReadError,
  readManifest,
  readRecord,
  readStanding,
  releaseOf,
  releasesSince,
  wireJson,
} from 'ipsm-consent/core';
import {createVerifier} from 'ipsm-consent/server';
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {ROOT, json} from '../helpers/project.mjs';
import {canonical, sha256Hex} from '../server/by-hand.mjs';

const MINUTE = 60_000;

/** A copy of a shared value with the changes of a case. */
function changed(value, {set = {}, remove = []}) {
  const copy = structuredClone(value);
  const holderOf = (path) => {
    const steps = path.match(/[^.[\]]+/g);
    return [steps.slice(0, -1).reduce((holder, step) => holder[step], copy), steps.at(-1)];
  };
  for (const [path, found] of Object.entries(set)) {
    const [holder, last] = holderOf(path);
    holder[last] = found;
  }
  for (const path of remove) {
    const [holder, last] = holderOf(path);
    if (Array.isArray(holder)) holder.splice(last, 1);
    else delete holder[last];
  }
  return copy;
}

const base = (file, each, kind) =>
  each.json === undefined ? changed(file[`${kind}s`][each[kind]], each) : JSON.parse(each.json);
const manifestOf = (file, each) => readManifest(base(file, each, 'manifest'));

function readAs(read, value) {
  try {
    return {canonical: canonicalJson(read(value))};
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return {code: error.code, path: error.path};
  }
}

/** The record of a decision, as the vectors write decisions. */
function built(manifest, decision) {
  const {version, state, lang, inPart, digest = true, subject, purposes = {}, ...rest} = decision;
  const release = releaseOf(manifest, version);
  const required = release.terms.purposes.filter((each) => inPart && each.required);
  return buildRecord(manifest, release, {
    ...rest,
    state,
    lang,
    time: new Date(rest.time),
    noticeSha256: digest ? sha256Hex(noticeText(release, lang)) : null,
    manifestUrl: rest.manifest,
    subjectRef: subject.ref,
    nameFields: subject.nameFields,
    purposes: {...purposes, ...Object.fromEntries(required.map(({id}) => [id, 'given']))},
  });
}

function entryOf(file, each) {
  if (each.parts) return each.parts.map(([part, times]) => part.repeat(times)).join('');
  if (!each.record) return each.entry;
  const sorted = canonical(changed(file.records[each.record], each));
  return sorted.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The first fault, as the vectors name it. */
function inShort(verdict, accepted) {
  if (verdict.ok) return accepted(verdict);
  const [{code, path, version}] = verdict.errors;
  return {code, path, version};
}

/** What the package finds, by kind of case. */
const KINDS = {
  canonical: (_, each) => {
    const value = JSON.parse(each.json);
    return {canonical: canonicalJson(value), wire: wireJson(value), sha256: sha256Hex(canonicalJson(value))};
  },
  'read-manifest': (file, each) => readAs(readManifest, base(file, each, 'manifest')),
  'read-record': (file, each) => readAs(readRecord, base(file, each, 'record')),
  'read-standing': (file, each) => readAs(readStanding, base(file, each, 'standing')),
  'notice-digest': (file, each) =>
    sha256Hex(noticeText(releaseOf(manifestOf(file, each), each.version), each.lang)),
  'record-digest': (file, each) => sha256Hex(canonicalJson(readRecord(base(file, each, 'record')))),
  releases: (file, each) => {
    const manifest = manifestOf(file, each);
    const at = new Date(each.at);
    return {
      inForce: currentRelease(manifest, at)?.version ?? null,
      announced: announcedRelease(manifest, at)?.version ?? null,
      since: releasesSince(manifest, each.since, at).map(({version}) => version),
    };
  },
  'document-for': (file, each) =>
    documentFor(releaseOf(manifestOf(file, each), each.version), each.lang).lang,
  'build-record': (file, each) => {
    const text = canonicalJson(built(manifestOf(file, each), {...file.decision, ...each.decision}));
    return {canonical: text, sha256: sha256Hex(text)};
  },
  gaps: (file, each) => built(manifestOf(file, each), {...file.decision, ...each.decision}).gaps,
  term: (_, {valid, time}) => {
    const end = endOfTerm({valid, time});
    return end === undefined ? null : new Date(end).toISOString();
  },
  editorial: (file, each) => {
    const manifest = manifestOf(file, each);
    return isMaterial(manifest, releaseOf(manifest, each.version));
  },
  verify: async (file, each) => {
    const verifier = await createVerifier(file.manifests[each.manifest]);
    const verdict = verifier.verifyRecord(entryOf(file, each), new Date(each.now));
    return inShort(verdict, ({claimed}) => ({claimed: claimed.sort()}));
  },
  accept: async (file, each) => {
    const verifier = await createVerifier(file.manifests[each.manifest]);
    const {graceMinutes, clockMinutes, subject, scripts, withoutDigest} = each.options ?? {};
    const verdict = verifier.acceptConsent(entryOf(file, each), {
      now: new Date(each.now),
      ...(graceMinutes !== undefined && {grace: graceMinutes * MINUTE}),
      ...(clockMinutes !== undefined && {maxSkew: clockMinutes * MINUTE}),
      ...(subject !== undefined && {subject}),
      allowScript: scripts,
      allowMissingDigest: withoutDigest,
    });
    return inShort(verdict, ({record}) => ({accepted: record.id}));
  },
  fallback: async (file, each) => {
    const verifier = await createVerifier(file.manifests[each.manifest]);
    const {id, generator, subject, nameFields, purposes} = {...file.decision, ...each.decision};
    const boxes = Object.entries(purposes);
    const fields = {
      ...(each.ticked !== false && {consent: 'on'}),
      ...(each.value !== null && {'consent-notice': each.value}),
      ...Object.fromEntries(boxes.filter(([, decision]) => decision === 'given').map(([box]) => [box, 'on'])),
    };
    const verdict = verifier.acceptFallback(fields, {
      name: 'consent',
      now: new Date(each.now),
      subjectFields: nameFields,
      purposes: Object.fromEntries(boxes.map(([box]) => [box, box])),
      ...(subject !== null && {subject}),
    });
    // A record's id and who wrote it are the server's own.
    return inShort(verdict, ({record}) => ({canonical: canonicalJson({...record, id, generator})}));
  },
  'name-beside': (_, {field, suffix}) => nameBeside(field, suffix),
};

const names = readdirSync(join(ROOT, 'vectors')).filter((name) => name.endsWith('.json'));

describe('the package', () => {
  it('finds test vectors of kinds that it knows', () => {
    const kinds = names.map((name) => json(ROOT, `vectors/${name}`).kind);
    assert.ok(kinds.length > 0);
    assert.deepEqual(
      kinds.filter((kind) => !KINDS[kind]),
      [],
    );
  });

  for (const name of names) {
    const file = json(ROOT, `vectors/${name}`);
    for (const each of file.cases) {
      it(`finds what ${name} expects: ${each.name}`, async () => {
        assert.deepEqual(await KINDS[file.kind](file, each), each.expected);
      });
    }
  }
});
