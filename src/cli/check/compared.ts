import type {Release} from '../../core/index.js';
import type {Draft} from '../draft/read-draft.js';
import {warning, type Finding} from '../finding.js';
import type {Words} from '../words/words.js';
import {differencesBetween} from './flatten.js';

type Compared = Pick<Release, 'terms'>;
type Purpose = Release['terms']['purposes'][number];

/** Languages whose words differ, and those that were left, of the ones that both have. */
export function languagesChanged(before: Release, after: Release): {changed: string[]; left: string[]} {
  const both = Object.keys(after.notice).filter((lang) => lang in before.notice);
  const paths = differencesBetween(before, after).map(({path}) => path);
  const isChanged = (lang: string) => paths.some((path) => path.startsWith(`notice.${lang}.`));
  return {changed: both.filter(isChanged), left: both.filter((lang) => !isChanged(lang))};
}

const isSame = (one: Purpose, other: Purpose) => one.id === other.id || one.clause === other.clause;

/**
 * Purposes that were left to the person and are not any more; also under another name, where the clause is the same. Where one
 * is gone, a required one that is new may be what it is called now.
 */
export const nowRequired = ({terms: before}: Compared, {terms: after}: Compared): string[] => {
  const isStill = (old: Purpose) => after.purposes.some(({id, required}) => id === old.id && !required);
  const gone = before.purposes.filter((old) => !old.required && !isStill(old));
  const wasRequired = before.purposes.filter(({required}) => required);
  const fresh = after.purposes.filter(
    ({id, required}) => required && !wasRequired.some((old) => old.id === id),
  );
  const isLost = gone.some((old) => !fresh.some((purpose) => isSame(old, purpose)));
  return fresh
    .filter(
      (purpose) =>
        gone.some((old) => isSame(old, purpose)) ||
        (isLost && !wasRequired.some((old) => isSame(old, purpose))),
    )
    .map(({id}) => id);
};

/** What the draft does to the release before it that its author may not have meant. `publish` asks about each. */
export function checkCompared(draft: Draft, before: Release, after: Release, w: Words): Finding[] {
  const {changed, left} = languagesChanged(before, after);
  const alone =
    changed.length && left.length
      ? left.map((lang) => warning('one-language', draft.placeIn(lang, []), w.oneLanguage(changed, lang)))
      : [];
  return [
    ...alone,
    ...nowRequired(before, after).map((id) =>
      warning('now-required', draft.placeOf('purposes'), w.nowRequired(id)),
    ),
  ];
}
