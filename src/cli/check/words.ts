import {LANGS, type Lang, type Manifest, type Release} from '../../core/index.js';
import {inOrder} from '../../core/release.js';
import {warning, type Finding} from './finding.js';

/** The state language, and the one that consumer law wants beside it. */
const WANTED: Lang[] = ['kk', 'ru'];

function languages({notice, documents}: Release, path: string): Finding[] {
  return LANGS.flatMap((lang) => {
    const [hasNotice, hasDocument] = [notice[lang] !== undefined, documents[lang] !== undefined];
    if (!hasNotice && WANTED.includes(lang)) {
      return warning(
        'language',
        `${path}.notice.${lang}`,
        'There is no notice in this language. What a provider says to consumers in Kazakhstan is wanted in Kazakh and Russian.',
      );
    }
    if (hasNotice === hasDocument) return [];
    return hasNotice
      ? warning(
          'language',
          `${path}.documents.${lang}`,
          'The notice has this language and the documents do not: its links lead to a text in another language.',
        )
      : warning(
          'language',
          `${path}.notice.${lang}`,
          'The documents have this language and the notice does not.',
        );
  });
}

/** The same points and clauses in each language: a person must not learn less for the language of the page. */
function points({notice}: Release, path: string): Finding[] {
  const spoken = LANGS.filter((lang) => notice[lang]);
  const outline = (lang: Lang) => notice[lang]!.points.map(({id, clause}) => `${id} (${clause})`).join(', ');
  const [first, ...others] = spoken;
  return others
    .filter((lang) => outline(lang) !== outline(first!))
    .map((lang) =>
      warning(
        'points',
        `${path}.notice.${lang}.points`,
        `The points differ from those in "${first}", which are ${outline(first!)}. Give each language the same ones.`,
      ),
    );
}

/** A purpose that has a box of its own needs a sentence beside it. */
function purposes({notice, terms}: Release, path: string): Finding[] {
  const optional = terms.purposes.filter(({required}) => !required).map(({id}) => id);
  return LANGS.flatMap((lang) => {
    const words = notice[lang] && (notice[lang].purposes ?? {});
    if (!words) return [];
    return optional
      .filter((id) => !Object.hasOwn(words, id))
      .map((id) =>
        warning(
          'purpose-words',
          `${path}.notice.${lang}.purposes.${id}`,
          'This purpose is optional and has no sentence, so nobody can be asked for it. Write one.',
        ),
      );
  });
}

function changes({notice, change}: Release, path: string): Finding[] {
  if (change === 'editorial') return [];
  return LANGS.filter((lang) => notice[lang] && !notice[lang].changes?.length).map((lang) =>
    warning(
      'no-changes',
      `${path}.notice.${lang}.changes`,
      'A material release asks everybody again and does not say why. List what changed.',
    ),
  );
}

/** What people read, in each language of each release. */
export function checkWords(manifest: Manifest): Finding[] {
  const [first] = inOrder(manifest);
  return manifest.releases.flatMap((release, i) => {
    const path = `releases[${i}]`;
    return [
      ...languages(release, path),
      ...points(release, path),
      ...purposes(release, path),
      ...(release === first ? [] : changes(release, path)),
    ];
  });
}
