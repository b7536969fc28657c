import type {Manifest} from '../core/index.js';
import {readAsWritten} from './manifest-file.js';

/** Stands in for the releases that a draft lacks, so that the one reader reads drafts too. */
const STAND_IN = {
  version: '-',
  effectiveFrom: null,
  change: 'material',
  documents: {kk: {url: '-', sha256: null, anchor: null}},
  notice: {
    kk: {title: '-', points: [{id: '-', clause: '-', text: '-'}], agree: '-', accept: '-', decline: '-'},
  },
  terms: {
    term: null,
    purposes: [{id: '-', clause: '-', dpv: '-', required: true}],
    data: [{id: '-', clause: '-', dpv: '-'}],
    thirdParties: {transfer: null, who: []},
    crossBorder: {transfer: null, countries: null},
    publicSources: null,
    storage: {locations: null, retention: null},
    automated: null,
    withdraw: {url: null, email: null},
  },
};

/** What `init` writes: a manifest without releases, which no page takes. */
export function isDraft(json: unknown): json is {releases: []} {
  const releases = (json as {releases?: unknown} | null)?.releases;
  return Array.isArray(releases) && releases.length === 0;
}

/** A draft, everything but its releases read strictly. @throws {ReadError} */
export const readDraft = (json: object): Manifest => ({
  ...readAsWritten({...json, releases: [STAND_IN]}),
  releases: [],
});

/** What is wrong with a draft, and how to go on. */
export const noRelease = (file: string) => ({
  code: 'no-release',
  path: 'releases',
  message: `The manifest has no release yet. Add the first with: ipsm-policy add ${file}`,
});
