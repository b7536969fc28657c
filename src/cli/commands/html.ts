import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {currentRelease, type Manifest, type Release} from '../../core/index.js';
import {printFallback, printPurposeFallback} from '../../fallback/index.js';
import {publishedWhole, type Desk} from '../desk.js';
import {draftFiles} from '../draft/draft-files.js';
import {readDraft} from '../draft/read-draft.js';
import {MANIFEST} from '../folder/archive.js';
import type {Outcome} from '../outcome.js';
import {EXIT, unusable} from '../stop.js';
import {snippet, withoutQuery} from '../snippet.js';

/** Flags of `html`. */
export interface HtmlOptions {
  language: string;
  name: string;
  inline?: boolean;
  inlineStyles?: boolean;
  script: string;
}

/** The style sheet of what is read before the script runs. */
const STYLES = 'ipsm-consent-fallback.css';

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * The digest that a browser compares a script file with; nothing where this copy of the package has none of that name: a
 * browser runs no file that has another one.
 */
async function integrityOf({io}: Desk, file: string): Promise<string | undefined> {
  const json: unknown = JSON.parse(String(await io.disk.readFile(join(io.dist, 'sri.json'))));
  const value = isMap(json) && Object.hasOwn(json, file) ? json[file] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A box for each purpose that is left to the person, as the preview shows it. */
function purposesOf(
  manifest: Manifest,
  {terms, notice}: Release,
  lang: string,
  now: Date,
): Map<string, string> {
  const optional = terms.purposes.filter(
    ({id, required}) => !required && Object.values(notice).some((words) => words?.purposes?.[id]),
  );
  return new Map(
    optional.map(({id}, i) => [
      id,
      printPurposeFallback(manifest, {lang, purpose: id, isFirst: i === 0, now}),
    ]),
  );
}

/** Prints what a page needs. */
export async function html(
  desk: Desk,
  {language, name, inline, inlineStyles, script}: HtmlOptions,
): Promise<Outcome> {
  const {io, root, settings, w} = desk;
  const manifest = (await publishedWhole(desk))?.manifest;
  const now = io.now();
  const release = manifest && currentRelease(manifest, now);
  if (!manifest || !release) throw unusable('nothing-published', w.nothingPublished());
  const address = settings.site && `${settings.site}${MANIFEST}`;
  if (!address) throw unusable('address', w.addressFirst());
  if (!release.notice[language])
    throw unusable('language', w.noSuchLanguage(language, Object.keys(release.notice)));
  const {fields} = readDraft(await draftFiles(io.disk, root), w).answers.answers;
  const purposes = purposesOf(manifest, release, language, now);
  if (!name.trim()) throw unusable('name', w.nameNeeded());
  if (purposes.has(name)) throw unusable('name', w.nameTaken(name, [...purposes.keys()]));
  const file = withoutQuery(script).split('/').at(-1)!;
  const integrity = await integrityOf(desk, file);
  const styles = inlineStyles ? String(await io.disk.readFile(join(io.dist, 'cdn', STYLES))).trim() : '';
  const text = snippet({
    manifest,
    fallback: await printFallback(manifest, {lang: language, name, manifestUrl: address, now}),
    purposes,
    name,
    address,
    script,
    inline: inline ?? false,
    styles,
    integrity,
    stylesIntegrity: await integrityOf(desk, STYLES),
    fields: fields?.kind === 'value' ? fields.values : [],
  });
  const isBeside = file === withoutQuery(script);
  return {
    exitCode: EXIT.ok,
    result: {ok: true, html: text},
    lines: text.trimEnd().split('\n'),
    isCode: true,
    // Not on standard output: that goes into the page.
    complaints: [
      ...(isBeside ? [w.scriptFiles(styles ? [file] : [file, STYLES])] : []),
      ...(styles ? [w.stylesHash(createHash('sha256').update(styles).digest('base64'))] : []),
      ...(integrity ? [] : [{text: w.unknownScript(file), style: 'yellow' as const}]),
    ],
  };
}
