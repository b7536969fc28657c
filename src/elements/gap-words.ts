import {msg} from '@lit/localize';

/** What the operator has not supplied, by its path in a record (core's `gapsOf`): in words that follow "not stated". */
const gapWords: Record<string, () => string> = {
  'operator.bin': () => msg('Оператордың БСН-і'),
  'operator.address': () => msg('Оператордың мекенжайы'),
  'operator.email': () => msg('Оператордың электрондық поштасы'),
  'operator.url': () => msg('Оператордың сайты'),
  'event.valid': () => msg('келісімнің мерзімі'),
  'policy.effectiveFrom': () => msg('нұсқаның күшіне ену күні'),
  'policy.url': () => msg('саясат құжатының мекенжайы'),
  'policy.sha256': () => msg('саясат құжатының SHA-256 дайджесі'),
  'notice.sha256': () => msg('көрсетілген мәтіннің SHA-256 дайджесі'),
  'thirdParties.transfer': () => msg('деректер үшінші тұлғаларға беріле ме'),
  'thirdParties.who': () => msg('деректерді кім алады'),
  'crossBorder.transfer': () => msg('деректер шетелге беріле ме'),
  'crossBorder.countries': () => msg('деректер қай елдерге беріледі'),
  publicSources: () => msg('деректер жалпыға қолжетімді көздерде таратыла ма'),
  'storage.locations': () => msg('деректер қайда сақталады'),
  'storage.retention': () => msg('деректер қанша уақыт сақталады'),
  'withdraw.url': () => msg('келісімді қайтарып алу беті'),
  'withdraw.email': () => msg('келісімді қайтарып алуға арналған электрондық пошта'),
  'documents.kk': () => msg('қазақша құжат'),
  'documents.ru': () => msg('орысша құжат'),
  'documents.en': () => msg('ағылшынша құжат'),
};

/** A gap in plain words; a path that is new to this version stays a path. */
export const gapInWords = (path: string): string => gapWords[path]?.() ?? path;
