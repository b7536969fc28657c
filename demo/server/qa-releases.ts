import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Manifest, Notice, Release} from 'ipsm-consent/core';
import type {QaSettings} from './qa-settings.js';

const DAY_MS = 24 * 60 * 60_000;
const KAZAKHSTAN_MS = 5 * 60 * 60_000;
const ANOTHER_VERSION = '2026-12-02';
const MARKUP = '<img src="x" onerror="alert(1)"><script>alert(1)</script>';

/** As an operator in Kazakhstan writes it; whole minutes, so that a clock a little behind the server's has it too. */
const written = (time: number) =>
  `${new Date(time + KAZAKHSTAN_MS).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length)}:00+05:00`;

const hostileNotice = (notice: Notice): Notice => ({
  ...notice,
  title: `${notice.title} ${MARKUP}`,
  points: notice.points.map((point) => ({...point, text: `${point.text} ${MARKUP}`, more: MARKUP})),
  agree: `${notice.agree} ${MARKUP}`,
  accept: `${notice.accept} ${MARKUP}`,
  decline: `${notice.decline} ${MARKUP}`,
  changes: [MARKUP],
});

const hostile = ({notice, ...release}: Release): Release => ({
  ...release,
  version: `${ANOTHER_VERSION} ${MARKUP}`,
  documents: {
    kk: {url: 'javascript:alert(1)', sha256: null, anchor: '#{clause}'},
    ru: {url: `data:text/html,${MARKUP}`, sha256: null, anchor: '#{clause}'},
    en: {url: 'https://ipsm.kz@example.com/', sha256: null, anchor: '#{clause}'},
  },
  notice: {kk: hostileNotice(notice.kk!), ru: hostileNotice(notice.ru!), en: hostileNotice(notice.en!)},
});

function withoutRussian({notice: {kk, en}, ...release}: Release): Release {
  return {...release, version: ANOTHER_VERSION, notice: {kk: kk!, en: en!}};
}

/** What comes after the first release, by the switch. */
const NEXT: Record<QaSettings['release'], (second: Release, since: number) => Release | undefined> = {
  first: () => undefined,
  second: (release, since) => ({...release, effectiveFrom: written(since)}),
  announced: (release, since) => ({...release, effectiveFrom: written(since + 10 * DAY_MS)}),
  editorial: (release, since) => ({...release, effectiveFrom: written(since), change: 'editorial'}),
  'without-russian': (release, since) => ({...withoutRussian(release), effectiveFrom: written(since)}),
  hostile: (release, since) => ({...hostile(release), effectiveFrom: written(since)}),
};

/** Takes a point out of every notice, which an operator may never do once people have agreed to it. */
const rewritten = (release: Release): Release => ({
  ...release,
  notice: Object.fromEntries(
    Object.entries(release.notice).map(([lang, notice]) => [
      lang,
      {...notice, points: notice.points.filter(({id}) => id !== 'abroad')},
    ]),
  ),
});

/** The documents by addresses that tell the server whose switches they follow. */
const withToken = (release: Release, token: string): Release => ({
  ...release,
  documents: Object.fromEntries(
    Object.entries(release.documents).map(([lang, document]) => [
      lang,
      {...document, url: document.url!.replace(/\.html$/, `.html?qa=${token}`)},
    ]),
  ),
});

const readJson = async <T>(folder: string, path: string) =>
  JSON.parse(await readFile(join(folder, path), 'utf8')) as T;

/** What the operator has published by a tester's switches: pages load it, and registrations are judged by it. */
export async function manifestOf(
  folder: string,
  token: string,
  {release, manifest, since}: QaSettings,
): Promise<Manifest> {
  const plain = await readJson<Manifest>(folder, 'manifest.json');
  const next = NEXT[release](await readJson<Release>(folder, 'releases/2026-12-01.json'), since.getTime());
  const releases = next ? [...plain.releases, next] : plain.releases;
  const operator = {...plain.operator, name: `IPSM ${MARKUP}`, url: 'javascript:alert(1)'};
  return {
    ...plain,
    operator: release === 'hostile' ? operator : plain.operator,
    releases: releases
      .map((each) => withToken(each, token))
      .map((each) => (manifest === 'rewritten' ? rewritten(each) : each)),
  };
}
