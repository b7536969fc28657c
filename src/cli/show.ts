import {
  currentRelease,
  LANGS,
  noticeDigests,
  sha256,
  type Manifest,
  type NoticeDigests,
  type Release,
} from '../core/index.js';
import {instant} from '../core/read-manifest.js';
import {inOrder} from '../core/release.js';
import {CliError, EXIT, readOrStop} from './cli-error.js';
import {isDraft, noRelease} from './draft.js';
import type {Io} from './io.js';
import {openManifest, readAsWritten} from './manifest-file.js';
import type {Line, Outcome} from './outcome.js';
import {valueWith} from './text-value.js';

/** Flags of `show`. */
export interface ShowOptions {
  at?: string;
}

type Standing = 'past' | 'in force' | 'announced';

function standingOf(release: Release, current: Release, at: Date): Standing {
  if (release === current) return 'in force';
  return release.effectiveFrom && Date.parse(release.effectiveFrom) > at.getTime() ? 'announced' : 'past';
}

function linesOf(release: Release, standing: Standing, digests: NoticeDigests): Line[] {
  const {version, change, effectiveFrom, documents, notice} = release;
  const from = effectiveFrom ? `from ${effectiveFrom}` : 'without a date';
  const row = (what: string, lang: string, text: string) => `  ${what.padEnd(8)} ${lang}  ${text}`;
  return [
    '',
    {text: `${version}  ${standing}  ${change}, ${from}`, style: 'bold'},
    ...LANGS.flatMap((lang) => {
      const {url, sha256: digest} = documents[lang] ?? {};
      return url ? [row('document', lang, `${url}  sha256 ${digest ?? 'not stated'}`)] : [];
    }),
    ...LANGS.flatMap((lang) => {
      const words = notice[lang];
      if (!words) return [];
      return [
        row('notice', lang, `${words.points.length} points, "${words.title}"  sha256 ${digests[lang]}`),
      ];
    }),
    ...LANGS.flatMap((lang) => (notice[lang]?.changes ?? []).map((line) => row('changed', lang, line))),
  ];
}

function resultOf(release: Release, standing: Standing, digests: NoticeDigests) {
  const {version, effectiveFrom, change, documents, notice} = release;
  const notices = LANGS.filter((lang) => notice[lang]).map((lang) => {
    const {title, points, changes = []} = notice[lang]!;
    return [lang, {title, points: points.length, changes, sha256: digests[lang]}] as const;
  });
  return {version, standing, effectiveFrom, change, documents, notice: Object.fromEntries(notices)};
}

/** An overview of a manifest: its releases in the order of time. */
export async function show(io: Io, file: string, options: ShowOptions): Promise<Outcome> {
  const at = options.at === undefined ? io.now() : new Date(valueWith('--at', instant)(options.at));
  const {json} = await openManifest(io, file);
  if (isDraft(json)) {
    const {code, path, message} = noRelease(file);
    throw new CliError(EXIT.unusable, code, path, message);
  }
  const manifest: Manifest = readOrStop(() => readAsWritten(json));
  const current = currentRelease(manifest, at);
  const rows = await Promise.all(
    inOrder(manifest).map(
      async (release) =>
        [release, standingOf(release, current, at), await noticeDigests(release, sha256)] as const,
    ),
  );
  const {id, jurisdiction, operator} = manifest;
  const announced = rows.filter(([, standing]) => standing === 'announced').map(([{version}]) => version);
  return {
    exitCode: EXIT.ok,
    result: {
      ok: true,
      file,
      at: at.toISOString(),
      policy: id,
      jurisdiction,
      operator,
      current: current.version,
      announced,
      releases: rows.map((row) => resultOf(...row)),
    },
    lines: [
      {text: `Policy ${id} of ${operator.name} (${jurisdiction})`, style: 'bold'},
      `At ${options.at ?? at.toISOString()} in force: ${current.version}; announced: ${announced.join(', ') || 'none'}`,
      ...rows.flatMap((row) => linesOf(...row)),
    ],
  };
}
