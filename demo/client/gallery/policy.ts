import type {Manifest, Release} from 'ipsm-consent/core';
import {ipsmPolicy} from 'ipsm-consent/policies/ipsm';
import {publishedBy} from '../../shared/releases.js';
import type {GallerySettings} from './settings.js';

/** When what comes after the first release was published. */
const SINCE = Date.parse('2026-11-15T09:00:00+05:00');
/** What the second release says of itself: short, so that pictures show the element. */
const CHANGES: Record<string, string[]> = {
  kk: ['Деректер Қазақстан мен Германиядағы серверлерде сақталады.', 'Сақтау мерзімі көрсетілді: 3 жыл.'],
  ru: ['Данные хранятся на серверах в Казахстане и Германии.', 'Указан срок хранения: 3 года.'],
  en: ['Data is stored on servers in Kazakhstan and Germany.', 'A storage period is stated: 3 years.'],
};

const readJson = async <T>(address: string) => (await (await fetch(address)).json()) as T;

const changed = ({notice, ...release}: Release): Release => ({
  ...release,
  notice: Object.fromEntries(
    Object.entries(notice).map(([lang, words]) => [lang, {...words, changes: CHANGES[lang]!}]),
  ),
});

/** Agreed to for half a year. */
const withTerm = (release: Release): Release => ({
  ...release,
  effectiveFrom: '2026-01-01T00:00:00+05:00',
  terms: {...release.terms, term: 'P6M'},
});

const forOneself = (release: Release): Release => ({
  ...release,
  notice: Object.fromEntries(
    Object.entries(release.notice).map(([lang, {agreeFor: _, ...words}]) => [lang, words]),
  ),
});

/** The policy that a frame's elements speak about, before anything goes wrong on its way to them. */
export async function policyOf({release, manifest}: GallerySettings): Promise<Manifest> {
  if (release === 'bundled') return ipsmPolicy.manifest;
  const plain = await readJson<Manifest>('policy/manifest.json');
  const second = changed(await readJson<Release>('policy/releases/2026-12-01.json'));
  const [first] = plain.releases as [Release];
  if (release === 'with-term') return {...plain, releases: [withTerm(first)]};
  if (release === 'for-oneself') return {...plain, releases: [forOneself(first)]};
  return publishedBy({release, manifest}, plain, second, SINCE);
}

/** The same before the manifest was rewritten under people's feet. */
export const policyOfThen = (settings: GallerySettings): Promise<Manifest> =>
  policyOf({...settings, manifest: 'good'});
