import type {Manifest, Notice, Point, Release} from 'ipsm-consent/core';
import type {Switched} from './switches.js';

const DAY_MS = 24 * 60 * 60_000;
const KAZAKHSTAN_MS = 5 * 60 * 60_000;
const MARKUP = '<img src="x" onerror="alert(1)"><script>alert(1)</script>';

/** As an operator in Kazakhstan writes it; whole minutes, so that a clock a little behind the server's has it too. */
const written = (time: number) =>
  `${new Date(time + KAZAKHSTAN_MS).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length)}:00+05:00`;

const inEach = (release: Release, change: (notice: Notice) => Notice): Release['notice'] =>
  Object.fromEntries(Object.entries(release.notice).map(([lang, notice]) => [lang, change(notice)]));

const hostilePoint = (point: Point): Point => ({
  ...point,
  label: `${point.label} ${MARKUP}`,
  text: `${point.text} ${MARKUP}`,
});

const hostileNotice = (notice: Notice): Notice => ({
  ...notice,
  question: `${notice.question} ${MARKUP}`,
  brief: `${notice.brief} ${MARKUP}`,
  title: `${notice.title} ${MARKUP}`,
  points: notice.points.map(hostilePoint),
  details: notice.details.map(hostilePoint),
  agree: `${notice.agree} ${MARKUP}`,
  accept: `${notice.accept} ${MARKUP}`,
  decline: `${notice.decline} ${MARKUP}`,
  changes: [MARKUP],
});

const hostile = (release: Release): Release => ({
  ...release,
  operator: {...release.operator, name: `IPSM ${MARKUP}`, url: 'javascript:alert(1)'},
  documents: {
    kk: {url: 'javascript:alert(1)', sha256: null, anchor: '#{clause}'},
    ru: {url: `data:text/html,${MARKUP}`, sha256: null, anchor: '#{clause}'},
    en: {url: 'https://ipsm.kz@example.com/', sha256: null, anchor: '#{clause}'},
  },
  notice: inEach(release, hostileNotice),
});

function withoutRussian({notice: {kk, en}, ...release}: Release): Release {
  return {...release, notice: {kk: kk!, en: en!}};
}

/** Mends a heading and nothing that people agreed to, as an editorial release may. */
const mended = (release: Release): Release => ({
  ...release,
  change: 'editorial',
  notice: inEach(release, (notice) => ({...notice, title: `${notice.title} (ipsm.kz)`})),
});

const announced = (second: Release, since: number): Release => ({
  ...second,
  version: '2026-12-10',
  effectiveFrom: written(since + 10 * DAY_MS),
});

/**
 * What comes after the first release, by the switch. Each has a version of its own: what was published under one may not
 * change, and a browser remembers it.
 */
const NEXT: Record<Switched['release'], (first: Release, second: Release, since: number) => Release[]> = {
  first: () => [],
  second: (_, second, since) => [{...second, effectiveFrom: written(since)}],
  announced: (_, second, since) => [announced(second, since)],
  cancelled: (_, second, since) => [{...announced(second, since), cancelled: written(since)}],
  editorial: (first, _, since) => [
    {...mended(first), version: '2026-10-01-mended', effectiveFrom: written(since)},
  ],
  'without-russian': (_, second, since) => [
    {...withoutRussian(second), version: '2026-12-02', effectiveFrom: written(since)},
  ],
  hostile: (_, second, since) => [{...hostile(second), version: '2026-12-03', effectiveFrom: written(since)}],
};

/** Takes a point out of every notice, which an operator may never do once people have agreed to it. */
const rewritten = (release: Release): Release => ({
  ...release,
  notice: inEach(release, (notice) => ({
    ...notice,
    points: notice.points.filter(({id}) => id !== 'abroad'),
  })),
});

/**
 * What the operator has published by a tester's switches.
 * @param plain what is published without them
 * @param second the release that comes after its first one
 * @param since when that was published
 */
export function publishedBy(
  {release, manifest}: Pick<Switched, 'release' | 'manifest'>,
  plain: Manifest,
  second: Release,
  since: number,
): Manifest {
  const releases = [...plain.releases, ...NEXT[release](plain.releases[0]!, second, since)];
  return {...plain, releases: manifest === 'rewritten' ? releases.map(rewritten) : releases};
}
