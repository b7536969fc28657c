import type {Manifest} from './manifest.js';
import type {NoticeDigests} from './notice.js';

/** A policy that travels with the code, with the digests that need no platform support and no waiting. */
export interface BundledPolicy {
  manifest: Manifest;
  noticeSha256: NoticeDigests;
}
