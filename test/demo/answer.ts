import type {Notice} from '../../src/core/manifest.js';
import type {ConsentRecord} from '../../src/core/record.js';
import {hexSha256, sortedJson} from '../helpers/digest.js';
import {textOf} from './demo-page.js';

/** The rows of the table with this caption, as the server's answer shows them. */
export function tableOf(page: Document, caption: string): string[][] {
  const table = [...page.querySelectorAll('table')].find((each) => textOf(each.caption) === caption);
  if (!table) throw new Error(`The answer has no table "${caption}".`);
  return [...table.tBodies].flatMap((body) => [...body.rows].map((row) => [...row.cells].map(textOf)));
}

/** The record that the server's answer shows under this heading. */
export function recordIn(page: Document, heading: string): ConsentRecord {
  const block = page.querySelector(`pre[aria-label="${heading}"]`);
  if (!block) throw new Error(`The answer has no block "${heading}".`);
  return JSON.parse(block.textContent) as ConsentRecord;
}

interface PublishedManifest {
  releases: {
    version: string;
    notice: Record<string, Notice>;
    documents: Record<string, {url: string; sha256: string; anchor: string}>;
    terms: {purposes: {clause: string}[]; data: {clause: string}[]};
  }[];
}

export const MANIFEST = '/demo-site/policy/manifest.json';

/** The only release of the manifest that the demo's server gives out. */
export async function publishedRelease() {
  const response = await fetch(MANIFEST);
  const {releases} = (await response.json()) as PublishedManifest;
  return releases[0]!;
}

/** The digest that a record of this language has to name, from what the server gives out. */
export async function noticeDigest(lang: string): Promise<string> {
  const {version, notice} = await publishedRelease();
  return hexSha256(sortedJson({lang, notice: notice[lang], version}));
}

/** The digest of a document's bytes as served. */
export async function documentDigest(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}.`);
  return hexSha256(await response.arrayBuffer());
}
