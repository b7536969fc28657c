export type {BundledPolicy} from './bundled-policy.js';
export {buildRecord, type Decision} from './build-record.js';
export {buildWithdrawal, type Withdrawal} from './build-withdrawal.js';
export {canonicalJson, wireJson} from './canonical-json.js';
export {differences, isContainer, type Difference} from './differences.js';
export {isMaterial, isOutdated, materialChanges, predecessorOf} from './editorial.js';
export {nameBeside} from './entry-name.js';
export {ReadError, type ReadErrorCode, type RefusalCode} from './errors.js';
export {gapsOf} from './gaps.js';
export {decidedBy, History, type Decided} from './history.js';
export type {HistoryEntry, Progress} from './history-entry.js';
export {readManifest} from './manifest.js';
export type {
  Lang,
  Manifest,
  Notice,
  Operator,
  Point,
  PolicyDocument,
  Purpose,
  Release,
  Terms,
} from './manifest.js';
export {
  documentFor,
  documentUrl,
  noticeDigests,
  noticeFor,
  noticeText,
  type NoticeDigests,
} from './notice.js';
export type {ConsentStorage, Sha256} from './ports.js';
export {readRecord} from './record.js';
export type {
  ConsentRecord,
  EventBy,
  EventMethod,
  EventState,
  ManifestSource,
  PurposeDecision,
} from './record.js';
export {announcedRelease, currentRelease, inOrder, releaseOf, releasesSince} from './release.js';
export {safeUrl} from './safe-url.js';
export {sha256} from './sha256.js';
export {entriesBeside, readStanding, statusBeside, type Standing} from './standing.js';
export {consentStatus, isWithdrawn, type ConsentStatus} from './status.js';
export {endOfTerm} from './term.js';
export {utcTime} from './time.js';
export {rewrittenVersion, unite, type Union} from './union.js';
export {GENERATOR} from './version.js';
