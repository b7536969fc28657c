import {ReadError, type Manifest} from '../../core/index.js';
import {unusable} from '../cli-error.js';
import {complaintOf} from '../complaint.js';
import {isDraft, noRelease, readDraft} from '../draft.js';
import type {Io} from '../io.js';
import {MAX_MANIFEST_BYTES, openManifest, readAsWritten, type ManifestFile} from '../manifest-file.js';
import type {Outcome} from '../outcome.js';
import {checkClauses} from './clauses.js';
import {checkDates, checkTerms} from './dates.js';
import {checkDigests} from './digests.js';
import {checkFields} from './fields.js';
import {problem, type Finding} from './finding.js';
import {findGaps} from './gaps.js';
import {checkLinks} from './links.js';
import {checkLive} from './live.js';
import {localDocuments} from './local-documents.js';
import {fromFile, fromGit} from './published.js';
import {reportCheck, type Checked} from './report.js';
import {checkUnchanged} from './unchanged.js';
import {checkWords} from './words.js';

/** Flags of `check`. */
export interface CheckOptions {
  against?: string;
  againstGit?: string;
  live?: string;
  timeout: string;
  strict?: boolean;
}

function secondsOf(given: string): number {
  const seconds = Number(given);
  if (seconds > 0 && seconds <= 3600) return seconds;
  throw unusable('usage', '--timeout', `Expected a number of seconds, found "${given}".`);
}

/** Whether anything can be checked at all: the strict reader stops at the first fault. */
function readStrictly({json, shown}: ManifestFile): Manifest | Finding {
  try {
    if (!isDraft(json)) return readAsWritten(json);
    readDraft(json);
    return {level: 'problem', ...noRelease(shown)};
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return {level: 'problem', ...complaintOf(error)};
  }
}

function checkSize({bytes, shown}: ManifestFile): Finding[] {
  if (bytes.length <= MAX_MANIFEST_BYTES) return [];
  const message = `${shown} has ${bytes.length} bytes, and pages read no more than ${MAX_MANIFEST_BYTES}. Shorten its notices.`;
  return [problem('too-large', '', message)];
}

async function checkReadable(
  io: Io,
  file: ManifestFile,
  manifest: Manifest,
  {against, againstGit, live, timeout}: CheckOptions,
): Promise<Omit<Checked, 'manifest'>> {
  const documents = await localDocuments(manifest, file.path);
  const findings = [
    ...checkSize(file),
    ...checkFields(file.json, manifest),
    ...checkDates(manifest),
    ...checkTerms(manifest),
    ...checkWords(manifest),
    ...checkLinks(manifest),
    ...checkDigests(documents),
    ...checkClauses(manifest, documents),
  ];
  if (against !== undefined) {
    findings.push(...checkUnchanged(manifest, await fromFile(io, against), against));
  }
  if (againstGit !== undefined) {
    findings.push(...checkUnchanged(manifest, await fromGit(file, againstGit), againstGit));
  }
  if (live !== undefined) findings.push(...(await checkLive(file, manifest, live, secondsOf(timeout))));
  const elsewhere = live === undefined ? documents.filter(({bytes}) => bytes === undefined) : [];
  return {findings, gaps: findGaps(manifest), notCompared: elsewhere.map(({path}) => path)};
}

/** Checks everything about a manifest that can be checked without asking the operator. */
export async function check(io: Io, shown: string, options: CheckOptions): Promise<Outcome> {
  secondsOf(options.timeout);
  const file = await openManifest(io, shown);
  const read = readStrictly(file);
  const checked: Checked =
    'level' in read
      ? {manifest: undefined, findings: [read], gaps: [], notCompared: []}
      : {manifest: read, ...(await checkReadable(io, file, read, options))};
  return reportCheck(shown, checked, options.strict ?? false);
}
