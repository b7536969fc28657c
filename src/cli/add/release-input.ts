import {dirname} from 'node:path';
import {LANGS, type Lang, type Release} from '../../core/index.js';
import {instant} from '../../core/read-manifest.js';
import {oneOf, text} from '../../core/reader.js';
import {need, type Asker} from '../ask.js';
import {forbidden} from '../cli-error.js';
import type {Io} from '../io.js';
import {valueByLang, valuesByLang} from '../lang-value.js';
import {readPart, type Part} from '../read-file.js';
import {valueWith} from '../text-value.js';
import {readChanges} from './changes.js';
import {documentValue, type DocumentValue} from './document-value.js';
import {needPerLang} from './per-lang.js';

/** Flags of `add` as they are written. */
export interface AddOptions {
  version?: string;
  effectiveFrom?: string;
  change?: string;
  document?: string[];
  notice?: string[];
  changes?: string[];
  terms?: string;
  anchor: string;
}

/** What a new release is made from; missing notices and terms mean: as in the release before. */
export interface ReleaseInput extends Pick<Release, 'version' | 'change'> {
  effectiveFrom: string;
  documents: Map<Lang, DocumentValue>;
  anchor: string | null;
  notices: Map<Lang, Part>;
  terms: Part | undefined;
  changes: Map<Lang, string[]>;
}

/** The release's name, which tells what it comes after. */
export const needVersion = ({version}: AddOptions, asker: Asker | undefined): Promise<string> =>
  need(
    version,
    {flag: '--version', question: 'Version, such as 2026-12-01', read: valueWith('--version', text)},
    asker,
  );

function refuseEarlier(time: string, last: Release | undefined): string {
  if (!last?.effectiveFrom || Date.parse(time) > Date.parse(last.effectiveFrom)) return time;
  throw forbidden(
    'order',
    '--effective-from',
    `Expected a time after ${last.effectiveFrom}, when release "${last.version}" comes into force, found ${time}.`,
  );
}

/** Reads the flags and asks for what is missing. @param previous release that the new one comes after */
export async function readInput(
  io: Io,
  manifestPath: string,
  options: AddOptions,
  version: string,
  previous: Release | undefined,
  asker: Asker | undefined,
): Promise<ReleaseInput> {
  const readTime = valueWith('--effective-from', instant);
  const effectiveFrom = await need(
    options.effectiveFrom,
    {
      flag: '--effective-from',
      question: 'In force from, such as 2026-12-01T00:00:00+05:00',
      read: (given) => refuseEarlier(readTime(given), previous),
    },
    asker,
  );
  const change = await need(
    options.change,
    {
      flag: '--change',
      question: 'Change, material (everybody is asked again) or editorial (nobody is)',
      read: valueWith('--change', oneOf('material', 'editorial')),
    },
    asker,
  );
  const documents = await needPerLang(
    valueByLang('--document', options.document),
    {
      flag: '--document',
      question: (lang) => `Document in ${lang}, path or path@url`,
      read: (given, lang) => documentValue(lang, given, io.cwd, dirname(manifestPath)),
    },
    asker,
  );
  const partAt = (path: string) => readPart(io, path);
  const notices = await readNotices(valueByLang('--notice', options.notice), partAt, previous, asker);
  const terms =
    options.terms === undefined && previous
      ? undefined
      : await need(
          options.terms,
          {flag: '--terms', question: 'Terms, path of their JSON', read: partAt},
          asker,
        );
  const isRenewal = change === 'material' && previous !== undefined;
  const changes = await readChanges(
    valuesByLang('--changes', options.changes),
    LANGS.filter((lang) => notices.has(lang) || previous?.notice[lang]),
    isRenewal ? (lang) => !saysChanges(notices.get(lang)) : () => false,
    asker,
  );
  const anchor = options.anchor === 'none' ? null : valueWith('--anchor', text)(options.anchor);
  return {version, effectiveFrom, change, documents, anchor, notices, terms, changes};
}

async function readNotices(
  given: Map<Lang, string>,
  read: (path: string) => Promise<Part>,
  previous: Release | undefined,
  asker: Asker | undefined,
): Promise<Map<Lang, Part>> {
  if (!given.size && previous) return new Map();
  const question = (lang: Lang) => `Notice in ${lang}, path of its JSON`;
  return needPerLang(given, {flag: '--notice', question, read}, asker);
}

/** A notice's file may hold its change notes itself. */
function saysChanges(part: Part | undefined): boolean {
  const changes = (part?.json as {changes?: unknown} | null | undefined)?.changes;
  return Array.isArray(changes) && changes.length > 0;
}
