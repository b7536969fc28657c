import {msg} from '@lit/localize';
import {LANGS} from '../core/manifest.js';
import {labels, textIn} from './status-words.js';

/** What the operator has not supplied, by its path in a record (core's `gapsOf`), in words. */
const gapWords: Record<string, () => string> = {
  'operator.bin': labels.bin,
  'operator.address': () => msg('Оператордың мекенжайы'),
  'operator.email': () => msg('Оператордың электрондық поштасы'),
  'operator.url': () => msg('Оператордың сайты'),
  'event.valid': () => msg('келісімнің мерзімі'),
  'policy.effectiveFrom': () => msg('нұсқаның күшіне ену күні'),
  'policy.url': labels.document,
  'policy.sha256': labels.documentDigest,
  'notice.sha256': labels.noticeDigest,
  'thirdParties.transfer': () => msg('деректер үшінші тұлғаларға беріле ме'),
  'thirdParties.who': () => msg('деректерді кім алады'),
  'crossBorder.transfer': () => msg('деректер шетелге беріле ме'),
  'crossBorder.countries': () => msg('деректер қай елдерге беріледі'),
  publicSources: () => msg('деректер жалпыға қолжетімді көздерде таратыла ма'),
  'storage.locations': () => msg('деректер қайда сақталады'),
  'storage.retention': () => msg('деректер қанша уақыт сақталады'),
  'withdraw.url': () => msg('келісімді қайтарып алу беті'),
  'withdraw.email': () => msg('келісімді қайтарып алуға арналған электрондық пошта'),
};

/** A gap in plain words; a path that is new to this version stays a path. */
export function gapInWords(path: string): string {
  const lang = LANGS.find((each) => path === `documents.${each}`);
  return lang ? `${labels.document()}: ${textIn[lang]()}` : (gapWords[path]?.() ?? path);
}
