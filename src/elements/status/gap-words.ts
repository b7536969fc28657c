import {msg} from '@lit/localize';
import {languageName} from '../../l10n/languages.js';
import {labels} from './status-words.js';

/** What the operator has not supplied, by its path in a record (core's `gapsOf`), in words. */
const gapWords: Record<string, () => string> = {
  'operator.bin': labels.bin,
  'operator.address': () => msg('Оператордың мекенжайы'),
  'operator.email': () => msg('Оператордың электрондық поштасы'),
  'operator.url': () => msg('Оператордың сайты'),
  'event.valid': () => msg('Келісімнің қолданылу мерзімі'),
  'policy.effectiveFrom': () => msg('Нұсқаның күшіне ену күні'),
  'policy.url': labels.document,
  'policy.sha256': labels.documentDigest,
  'notice.sha256': labels.noticeDigest,
  'thirdParties.transfer': () => msg('Деректер үшінші тұлғаларға беріле ме'),
  'thirdParties.who': () => msg('Деректерді кім алады'),
  'crossBorder.transfer': () => msg('Деректер шетелге беріле ме'),
  'crossBorder.countries': () => msg('Деректер қай елдерге беріледі'),
  publicSources: () => msg('Деректер жалпыға қолжетімді көздерде таратыла ма'),
  'storage.locations': () => msg('Деректер қайда сақталады'),
  'storage.retention': () => msg('Деректер қанша уақыт сақталады'),
  'withdraw.url': () => msg('Келісімді қайтарып алу беті'),
  'withdraw.email': () => msg('Келісімді қайтарып алуға арналған электрондық пошта'),
};

/** A gap in plain words; a path that is new to this version stays a path. */
export function gapInWords(path: string): string {
  const [, lang] = /^documents\.(.+)$/.exec(path) ?? [];
  return lang ? `${labels.document()} (${languageName(lang)})` : (gapWords[path]?.() ?? path);
}
