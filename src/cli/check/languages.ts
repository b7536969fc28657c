import {PAGE_LANGS} from '../../l10n/languages.js';
import type {Notice, Release} from '../../core/index.js';
import type {Draft} from '../draft/read-draft.js';
import {problem, warning, type Finding} from '../finding.js';
import type {Words} from '../words/words.js';

/** The code of a language that is gone; `publish` lets it be confirmed. */
export const GONE = 'language-gone';
/** Languages that a consumer in Kazakhstan is owed. */
const OWED = ['kk', 'ru'];
const LAYERS = ['points', 'details'] as const;

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((entry, i) => entry === b[i]);

/** How one language differs from the first one, point by point. */
function comparePoints(draft: Draft, lang: string, first: [string, Notice], w: Words): Finding[] {
  const [firstLang, notice] = first;
  const other = draft.notices[lang]!;
  return LAYERS.flatMap((layer) => {
    const [wanted, found] = [notice[layer].map(({id}) => id), other[layer].map(({id}) => id)];
    if (!same([...wanted].sort(), [...found].sort())) {
      const missing = wanted.filter((id) => !found.includes(id));
      const extra = found.filter((id) => !wanted.includes(id));
      return [problem('points', draft.placeIn(lang, [layer]), w.pointsDiffer(firstLang, missing, extra))];
    }
    const order = same(wanted, found)
      ? []
      : [warning('order', draft.placeIn(lang, [layer]), w.orderDiffers(firstLang))];
    const clauses = other[layer].flatMap(({id, clauses: list}, i) => {
      const inFirst = notice[layer].find((point) => point.id === id)?.clauses ?? [];
      if (same([...inFirst].sort(), [...list].sort())) return [];
      const place = draft.placeIn(lang, [layer, i, 'clauses']);
      return [problem('clauses-differ', place, w.clausesDiffer(id, list, firstLang, inFirst))];
    });
    return [...order, ...clauses];
  });
}

function compareNames(draft: Draft, lang: string, first: [string, Notice], w: Words): Finding[] {
  const [firstLang, notice] = first;
  const other = draft.notices[lang]!;
  return (['purposes', 'clauseNames'] as const).flatMap((field) => {
    const [wanted, found] = [Object.keys(notice[field] ?? {}), Object.keys(other[field] ?? {})];
    if (same([...wanted].sort(), [...found].sort())) return [];
    const missing = wanted.filter((id) => !found.includes(id));
    const extra = found.filter((id) => !wanted.includes(id));
    return [problem(field, draft.placeIn(lang, [field]), w.namesDiffer(field, firstLang, missing, extra))];
  });
}

/** A name that an editor or a copy gave to the file of a notice. */
const strayOf = (lang: string, {names}: Draft): string | undefined =>
  names.find((name) => new RegExp(`^(copy of )?notice[. _-]${lang}\\b`, 'i').test(name));

const langsGone = (draft: Draft, before: Release | undefined): string[] =>
  [...new Set([...Object.keys(before?.notice ?? {}), ...PAGE_LANGS])].filter(
    (lang) => !draft.langs.includes(lang),
  );

/** Files that stand for a language under a name that is not read. */
export const straysIn = (draft: Draft, before: Release | undefined): string[] =>
  langsGone(draft, before).flatMap((lang) => strayOf(lang, draft) ?? []);

/** A language that people were told in before, or whose file is there under a name that is not read. */
function checkGone(draft: Draft, before: Release | undefined, w: Words): Finding[] {
  const had = Object.keys(before?.notice ?? {});
  return langsGone(draft, before).flatMap((lang) => {
    const stray = strayOf(lang, draft);
    const {file} = draft.placeIn(lang, []);
    if (stray !== undefined) {
      return [problem(GONE, {file, line: null}, w.languageRenamed(lang, had.includes(lang), stray))];
    }
    return had.includes(lang) ? [problem(GONE, {file, line: null}, w.languageGone(lang))] : [];
  });
}

/** The languages say the same: points, clauses, purposes, and whether a representative can consent. */
export function checkLanguages(draft: Draft, before: Release | undefined, w: Words): Finding[] {
  const gone = checkGone(draft, before, w);
  const entries = Object.entries(draft.notices);
  const first = entries.find(([lang]) => lang === 'kk') ?? entries[0];
  if (!first) return gone;
  const missing = OWED.filter(
    (lang) => !draft.langs.includes(lang) && !gone.some(({file}) => file === draft.placeIn(lang, []).file),
  ).map((lang) => warning('language', draft.placeIn(lang, []), w.languageMissing(lang)));
  const differences = entries
    .filter(([lang]) => lang !== first[0])
    .flatMap(([lang, {agreeFor}]) => [
      ...comparePoints(draft, lang, first, w),
      ...compareNames(draft, lang, first, w),
      ...(Boolean(agreeFor) === Boolean(first[1].agreeFor)
        ? []
        : [
            problem(
              'agree-for',
              draft.placeIn(agreeFor ? first[0] : lang, ['agreeFor']),
              w.agreeForDiffers(),
            ),
          ]),
    ]);
  return [...gone, ...missing, ...differences];
}
