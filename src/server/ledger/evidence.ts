import {canonicalJson, sha256, type Manifest} from '../../core/index.js';

/** What a record was judged by, kept beside it: it has to be proved when the operator's files are long gone. */
export interface Evidence {
  /** A manifest with one release, in canonical form. */
  manifest: string;
  sha256: string;
}

/** Of a text; every runtime with a verifier has Web Crypto. */
export async function digestOf(text: string): Promise<string> {
  const digest = await sha256(text);
  if (!digest) throw new TypeError('This runtime has no Web Crypto (crypto.subtle); the ledger needs it.');
  return digest;
}

const made = new WeakMap<Manifest, Map<string, Promise<Evidence>>>();

async function make(manifest: Manifest, version: string): Promise<Evidence> {
  const releases = manifest.releases.filter((release) => release.version === version);
  const text = canonicalJson({...manifest, releases});
  return {manifest: text, sha256: await digestOf(text)};
}

/** The evidence for records about a version. */
export function evidenceOf(manifest: Manifest, version: string): Promise<Evidence> {
  let versions = made.get(manifest);
  if (!versions) made.set(manifest, (versions = new Map<string, Promise<Evidence>>()));
  let evidence = versions.get(version);
  if (!evidence) versions.set(version, (evidence = make(manifest, version)));
  return evidence;
}
