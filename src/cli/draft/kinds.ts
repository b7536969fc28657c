/** What the three languages call a kind of data or a purpose. */
export interface Kind {
  id: string;
  /** Term of the Data Privacy Vocabulary. */
  dpv: string;
  /** Words of which one has to be there. */
  core: RegExp;
  /** Words that may stand beside it and do not make another kind of it. */
  beside: RegExp;
}

const whole = (...words: string[]) => new RegExp(`^(?:${words.join('|')})$`, 'u');

const YOURS = String.raw`ваш\p{L}*|вами?|вас|мо[йяеию]|мной|сво\p{L}*|сіз\p{L}*|мен(?:і|імен)|your|you|my|me`;
const SMALL =
  'и|или|және|мен|пен|бен|немесе|and|or|а|при|наличии|если|есть|бар|болса|болған|жағдайда|if|any|the|of|an|для|с|со|в|на|үшін|for|to|with';

/** Data that a form may ask for. */
export const DATA: Kind[] = [
  {
    id: 'name',
    dpv: 'pd:Name',
    core: whole(
      String.raw`аты|атыңыз|атым|аты-жөні\p{L}*|есім(?:і|іңіз)?|тегі\p{L}*|т\.?а\.?ә`,
      String.raw`фамили\p{L}*|имя|имени|имена|отчеств\p{L}*|ф\.?и\.?о`,
      'names?|surnames?|forenames?|patronymics?',
    ),
    beside: whole(
      'толық|жөні|әке(?:сінің|ңіздің|мнің)|полн(?:ое|ые|ая)|full|first|last|family|given|middle|second',
      YOURS,
      SMALL,
    ),
  },
  {
    id: 'email',
    dpv: 'pd:EmailAddress',
    core: whole(String.raw`пошта(?:сы|ңыз|м|сын)?|почт(?:а|ы|у|е|ой)|[еe]-?mails?|mail|[еэи]?-?м[еэ]йл`),
    beside: whole(
      String.raw`электронд\p{L}*|электронн\p{L}*|эл|e|electronic|личн\p{L}*|рабоч\p{L}*|контактн\p{L}*|жеке|жұмыс|personal|work`,
      YOURS,
      SMALL,
    ),
  },
  {
    id: 'phone',
    dpv: 'pd:TelephoneNumber',
    core: whole(String.raw`телефон\p{L}*|тел|ұялы|мобильн\p{L}*|сотов\p{L}*|phones?|telephones?|mobile|cell`),
    beside: whole(
      String.raw`номер\p{L}*|нөмір\p{L}*|numbers?|контактн\p{L}*|байланыс|contact|личн\p{L}*|рабоч\p{L}*|домашн\p{L}*|үй|жеке|жұмыс|personal|work|home`,
      YOURS,
      SMALL,
    ),
  },
  {
    id: 'scans',
    dpv: 'pd:OfficialID',
    core: whole(
      String.raw`құжат\p{L}*|көшірме\p{L}*|документ(?:ы|а|ов)?|копи[яию]|копи(?:й|ей|ям|ями)|скан(?:ы|а|ов)?|ксерокопи\p{L}*`,
      'documents?|scans?|scanned|cop(?:y|ies)|photocop(?:y|ies)',
    ),
    beside: whole(
      String.raw`личност[иь]|удостоверяющ\p{L}*|басын|жеке|куәландыр\p{L}*|identity|id|identification`,
      YOURS,
      SMALL,
    ),
  },
];

/** The address of a mailbox is called an address only where "electronic" stands before it: others are of the post. */
const MAILBOX =
  /электронд?\p{L}*\s+(?:(?:пошта|почтов)\p{L}*\s+)?(?:мекенжай|адрес)\p{L}*|адрес\p{L}*\s+(?:электронной|эл\.?)\s+почты|электрондық\s+пошта\p{L}*\s+мекенжай\p{L}*|e-?mail\s+address(?:es)?/giu;

/** What data may be used for. */
export const PURPOSES: Kind[] = [
  {
    id: 'services',
    dpv: 'dpv:RequestedServiceProvision',
    core: whole('қызмет(?:і|ін|тер|тері|терді|терін)?|услуг[аиу]?|services?'),
    beside: whole(
      String.raw`көрсету|ұсыну|беру|білім|оказани[ея]|предоставлени[ея]|provid(?:e|ing)|provision`,
      String.raw`\p{L}{4,}(?:ых|их)|\p{L}{3,}(?:лық|лік|дық|дік|тық|тік)`,
      YOURS,
      SMALL,
    ),
  },
  {
    id: 'identify',
    dpv: 'dpv:IdentityVerification',
    core: whole(String.raw`сәйкестендір\p{L}*|идентифи\p{L}*|identif\p{L}*|identity`),
    beside: whole(
      String.raw`пайдаланушы\p{L}*|клиент\p{L}*|тұлға\p{L}*|адам\p{L}*|пользовател\p{L}*|личност[иь]|лица?|users?|persons?|people|clients?|customers?|verification`,
      YOURS,
      SMALL,
    ),
  },
  {
    id: 'contact',
    dpv: 'dpv:CommunicationManagement',
    core: whole(
      String.raw`байланыс(?:у)?|өзара|взаимодейств\p{L}*|связ[ьи]|связаться|contact(?:ing)?|interact(?:ion|ing)?|communicat(?:ion|ions|ing)`,
    ),
    beside: whole(
      String.raw`әрекеттес\p{L}*|іс-қимыл|кері|жасау|ұстау|орнату|обратн\p{L}*|пайдаланушы\p{L}*|клиент\p{L}*|пользовател\p{L}*|users?|clients?|customers?`,
      YOURS,
      SMALL,
    ),
  },
  {
    id: 'ads',
    dpv: 'dpv:DirectMarketing',
    core: whole(
      String.raw`жарнама(?:сы|лау)?|реклам[аыуе]|рекламн\p{L}*|ads?|advert(?:s|ising|isements?)?|маркетинг|marketing`,
    ),
    beside: whole(
      String.raw`жіберу|тарату|хабарлар?|рассылк\p{L}*|показ|сообщени\p{L}*|материал\p{L}*|direct|sending|showing|messages`,
      YOURS,
      SMALL,
    ),
  },
  {
    id: 'research',
    dpv: 'dpv:ResearchAndDevelopment',
    core: whole(
      String.raw`зерттеу(?:лер)?|исследовани\p{L}*|статистик\p{L}*|статистическ\p{L}*|research|stud(?:y|ies)|statistic\p{L}*`,
    ),
    beside: whole(
      String.raw`жүргізу|ғылыми|статистикалық|проведени[ея]|научн\p{L}*|scientific|carrying|out`,
      YOURS,
      SMALL,
    ),
  },
];

const tokensIn = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-.’'][\p{L}\p{N}]+)*/gu) ?? [];

/** The kind that every word of a text speaks of; `undefined` where a word speaks of anything else. */
export function kindOf(kinds: Kind[], text: string): Kind | undefined {
  const tokens = tokensIn(kinds === DATA ? text.replace(MAILBOX, 'e-mail') : text);
  return kinds.find(
    ({core, beside}) =>
      tokens.some((token) => core.test(token)) &&
      tokens.every((token) => core.test(token) || beside.test(token)),
  );
}
