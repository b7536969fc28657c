import {endOfTerm, type Manifest, type Release} from '../../core/index.js';
import {problem, type Finding} from './finding.js';

const start = ({effectiveFrom}: Release) => (effectiveFrom ? Date.parse(effectiveFrom) : -Infinity);

/** A term that nobody can read would never end. */
export function checkTerms({releases}: Manifest): Finding[] {
  return releases.flatMap(({terms: {term: valid}}, i) =>
    Number.isNaN(endOfTerm({valid, time: '2026-01-01T00:00:00.000Z'}))
      ? problem(
          'term',
          `releases[${i}].terms.term`,
          `"${valid}" is no term. Write a date, an ISO 8601 duration such as P1Y, or until-purpose-achieved.`,
        )
      : [],
  );
}

/** Releases stand in the order in which they come into force, each at a moment of its own. */
export function checkDates({releases}: Manifest): Finding[] {
  return releases.flatMap((release, i) => {
    const path = `releases[${i}].effectiveFrom`;
    const twin = releases.slice(0, i).find((other) => start(other) === start(release));
    if (twin) {
      const when = release.effectiveFrom ? `from ${release.effectiveFrom}` : 'always (null)';
      return problem(
        'same-date',
        path,
        `"${twin.version}" and "${release.version}" are both in force ${when}, so the first is never shown. Give each a time of its own.`,
      );
    }
    const before = releases[i - 1];
    if (!before || start(before) < start(release)) return [];
    return problem(
      'order',
      path,
      `"${release.version}" stands after "${before.version}" and comes into force before it. Put them in the order of time.`,
    );
  });
}
