import {join} from 'node:path';
import {currentRelease, noticeFor, noticeText, sha256} from '../../core/index.js';
import {speak} from '../../fallback/speak.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {publishedWhole, type Desk} from '../desk.js';
import {draftFiles} from '../draft/draft-files.js';
import {readDraft} from '../draft/read-draft.js';
import {MANIFEST} from '../folder/archive.js';
import type {Outcome} from '../outcome.js';
import {EXIT, unusable} from '../stop.js';
import {snippet} from '../snippet.js';

/** Flags of `html`. */
export interface HtmlOptions {
  language: string;
  name: string;
  inline?: boolean;
  script: string;
}

/** The style sheet of what is read before the script runs. */
const STYLES = 'ipsm-consent-fallback.css';

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The digest that a browser compares a script file with; nothing where this copy of the package has none. */
async function integrityOf({io}: Desk, file: string): Promise<string | undefined> {
  const json: unknown = JSON.parse(String(await io.disk.readFile(join(io.dist, 'sri.json'))));
  const value = isMap(json) ? Object.entries(json).find(([name]) => name.endsWith(file))?.[1] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Prints what a page needs. */
export async function html(desk: Desk, {language, name, inline, script}: HtmlOptions): Promise<Outcome> {
  const {io, root, settings, w} = desk;
  const manifest = (await publishedWhole(desk))?.manifest;
  const release = manifest && currentRelease(manifest, io.now());
  if (!manifest || !release) throw unusable('nothing-published', w.nothingPublished());
  const address = settings.site && `${settings.site}${MANIFEST}`;
  if (!address) throw unusable('address', w.addressFirst());
  if (!release.notice[language])
    throw unusable('language', w.noSuchLanguage(language, Object.keys(release.notice)));
  const {fields} = readDraft(await draftFiles(io.disk, root), w).answers.answers;
  speak(language);
  const shown = noticeFor(release, renderedLang()).lang;
  const text = snippet({
    manifest,
    release,
    noticeSha256: (await sha256(noticeText(release, shown)))!,
    name,
    address,
    script,
    inline: inline ?? false,
    integrity: await integrityOf(desk, script.split('/').at(-1)!),
    stylesIntegrity: await integrityOf(desk, STYLES),
    fields: fields?.kind === 'value' ? fields.values : [],
  });
  const isBeside = !script.includes('/');
  return {
    exitCode: EXIT.ok,
    result: {ok: true, html: text},
    lines: text.trimEnd().split('\n'),
    // Not on standard output: that goes into the page.
    complaints: isBeside ? [w.scriptFiles([script, STYLES])] : [],
  };
}
