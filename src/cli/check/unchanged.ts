import type {Manifest, Release} from '../../core/index.js';
import {differences} from '../differences.js';
import {problem, warning, type Finding} from './finding.js';

/** Records name the operator, and are checked against the manifest that they were made with. */
function checkOperator(manifest: Manifest, before: Manifest, from: string): Finding[] {
  const facts = ({operator, jurisdiction}: Manifest) => ({operator, jurisdiction});
  return differences(facts(before), facts(manifest)).map((path) =>
    warning(
      'operator-changed',
      path,
      `This was another in ${from}. Keep that file: records made with it are checked against it.`,
    ),
  );
}

/** A translation that comes later changes nothing for those who read another language. */
const isTranslation = (path: string, old: Release) => {
  const [, part, lang] = /^(notice|documents)\.(\w+)$/.exec(path) ?? [];
  return part !== undefined && !Object.hasOwn(old[part as 'notice' | 'documents'], lang!);
};

function checkRelease(manifest: Manifest, old: Release, from: string): Finding[] {
  const index = manifest.releases.findIndex(({version}) => version === old.version);
  if (index < 0) {
    const message = `Release "${old.version}" of ${from} is gone. Put it back as it was.`;
    return [problem('release-removed', 'releases', message)];
  }
  return differences(old, manifest.releases[index]).map((path) => {
    const at = `releases[${index}].${path}`;
    if (isTranslation(path, old)) {
      return warning('translation-added', at, `Release "${old.version}" had no such language in ${from}.`);
    }
    return problem(
      'release-altered',
      at,
      `Release "${old.version}" had another value here in ${from}. Put it back: a change is a new release.`,
    );
  });
}

/**
 * Everything that was published is still there, word for word.
 * @param before the manifest as it was published
 * @param from where it comes from, such as a file's name
 */
export function checkUnchanged(manifest: Manifest, before: Manifest, from: string): Finding[] {
  const id =
    before.id === manifest.id
      ? []
      : [
          problem(
            'policy-id',
            'id',
            `The id was "${before.id}" in ${from}. Put it back: to a page, another id is another policy.`,
          ),
        ];
  return [
    ...id,
    ...checkOperator(manifest, before, from),
    ...before.releases.flatMap((old) => checkRelease(manifest, old, from)),
  ];
}
