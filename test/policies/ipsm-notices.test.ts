import {expect} from 'chai';
import type {Notice, Point} from '../../src/core/manifest.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';

const LANGS = ['kk', 'ru', 'en'] as const;
type Words = Record<(typeof LANGS)[number], RegExp>;

const release = ipsmPolicy.manifest.releases.at(-1)!;
const noticeIn = (lang: string): Notice => release.notice[lang]!;
const inLayer = (points: Point[]) => points.map(({label, text}) => `${label}: ${text}`).join('\n');

/** Every string of a notice. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** The clauses of the policy, as its text numbers them. */
const CLAUSES = (
  'preamble 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 2.1 2.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.5 2.3 2.3.1 2.3.2 2.3.3 2.4 ' +
  '3.1 3.2 3.3 3.4 3.4.1 3.4.2 3.5 4.1 4.2 5.1 5.2 5.3 5.4 5.5 5.6'
).split(' ');

/** On screen at once: what Art. 8(4) of law 94-V wants in a consent, and what weighs most on a person. */
const FIRST_LAYER: Record<string, Words> = {
  'name (2.3.1)': {
    kk: /тегіңіз, атыңыз, әкеңіздің аты/,
    ru: /фамилия, имя, отчество/,
    en: /surname, first name/,
  },
  'e-mail (2.3.2)': {kk: /электрондық пошта/, ru: /электронная почта/, en: /e-mail/},
  'phone (2.3.3)': {kk: /телефон/, ru: /телефон/, en: /phone number/},
  'scans (1.6)': {kk: /скан-көшірме/, ru: /сканы документов/, en: /scanned documents/},
  'what the consent is not for (2.2.4)': {
    kk: /жарнама.*кірмейді/,
    ru: /реклама.*не входят/,
    en: /not for ads/,
  },
  'state bodies (3.4.1)': {kk: /мемлекеттік/, ru: /госорганам/, en: /state bodies/},
  'without consent (3.4)': {kk: /Келісіміңізсіз/, ru: /без вашего согласия/, en: /without your consent/},
  'whatever else the law names (3.4.2)': {kk: /өзге жағдайларда/, ru: /в иных случаях/, en: /in other cases/},
  'storage abroad (3.3)': {kk: /шетелде сақталуы/, ru: /храниться за границей/, en: /stored abroad/},
  'no countries stated': {kk: /елдері көрсетілмеген/, ru: /страны не указаны/, en: /countries not stated/},
  'no term stated': {
    kk: /мерзімі: көрсетілмеген/,
    ru: /Срок согласия: не указан/,
    en: /Consent lasts: not stated/,
  },
  'public sources not stated': {
    kk: /көздерде тарату: көрсетілмеген/,
    ru: /источниках: не указано/,
    en: /sources: not stated/,
  },
  'change by one side (5.4)': {kk: /біржақты/, ru: /в одностороннем порядке/, en: /at any time, alone/},
  'the user watches (5.5)': {kk: /қадағалау – сіздің/, ru: /следить за этим — ваша/, en: /your duty/},
};

/** One press away: unusual clauses, and what the policy leaves out. */
const SECOND_LAYER: Record<string, Words> = {
  'ads (2.2.4)': {kk: /жарнама, ақпарат/, ru: /рекламы, рассылки/, en: /send ads/},
  'automation (3.5)': {kk: /автоматтандырылған/, ru: /автоматизированную/, en: /automated processing/},
  'other people’s data (2.4)': {kk: /Басқа адамның/, ru: /другого человека/, en: /another person/},
  'use is acceptance (preamble)': {
    kk: /сөзсіз қабылдау/,
    ru: /безусловным принятием/,
    en: /unconditional acceptance/,
  },
  'who disagrees has to leave (preamble)': {
    kk: /тоқтатуға міндетті/,
    ru: /обязан прекратить/,
    en: /must stop using/,
  },
  'the operator’s place (5.2)': {
    kk: /тіркелген жерде/,
    ru: /по месту регистрации/,
    en: /where the operator is reg/,
  },
  'a claim before court (5.2)': {kk: /жазбаша наразылық/, ru: /письменную претензию/, en: /written claim/},
  '30 working days (5.2)': {kk: /30\sжұмыс/, ru: /30\sрабочих/, en: /30\sworking/},
  'no BIN': {kk: /БСН/, ru: /БИН/, en: /BIN/},
  'no way to withdraw': {kk: /қайтарып алу/, ru: /порядок отзыва/, en: /how to withdraw/},
  'no time of keeping': {kk: /сақтау мерзімі/, ru: /срок хранения/, en: /how long data is kept/},
};

/** Shaming, urgency, playing down, promises; in words of one language that must be in no string of it. */
const BANNED: Words = {
  kk: /тек бүгін|асығ|үлгер|соңғы мүмкіндік|жіберіп ал|өкін|құр қал|шұғыл|рахмет|рақмет|өкінішке|шамалы|ұсақ|кепілдік|!/i,
  ru: /упуст|спеши|поторопи|только сегодня|последн\S+ шанс|срочно|успей|спасибо|не хочу|пожале|потеря|к сожалению|незначительн|гарант|!/i,
  en: /miss out|don.t miss|hurry|only today|last chance|limited time|now or never|thanks|i don.t want|regret|lose|unfortunately|minor|guarantee|!/i,
};

const ALPHABET: Words = {
  kk: /^[АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя]+$/,
  ru: /^[А-Яа-яЁё]+$/,
  en: /^[A-Za-z]+$/,
};
const LATIN_NAMES = ['IPSM', 'hello', 'ipsm', 'kz'];

describe('the bundled notices', () => {
  it('have the same points with the same clauses, and the same fields, in every language', () => {
    const outline = (lang: string) => {
      const {points, details, ...words} = noticeIn(lang);
      const rows = [points, details].map((layer) => layer.map(({id, clauses}) => ({id, clauses})));
      const blank = (_key: string, value: unknown) => (typeof value === 'string' ? '…' : value);
      return {rows, words: JSON.parse(JSON.stringify(words, blank)) as object};
    };
    for (const lang of LANGS) expect(outline(lang), lang).to.deep.equal(outline('kk'));
  });

  it('name only clauses that the policy has, and have words for those without a number', () => {
    for (const lang of LANGS) {
      const {points, details, clauseNames = {}} = noticeIn(lang);
      const named = [...points, ...details].flatMap(({clauses}) => clauses);
      expect(CLAUSES).to.include.members(named);
      expect(Object.keys(clauseNames)).to.have.members([
        ...new Set(named.filter((clause) => !/^\d/.test(clause))),
      ]);
    }
  });

  for (const [lang, question, accept, decline] of [
    ['kk', 'Дербес деректеріңізді жинауға және өңдеуге келісім бересіз бе?', 'Келісемін', 'Келіспеймін'],
    [
      'ru',
      'Вы даёте согласие на сбор и обработку своих персональных данных?',
      'Даю согласие',
      'Не даю согласия',
    ],
    [
      'en',
      'Do you agree to the collection and processing of your personal data?',
      'I agree',
      'I do not agree',
    ],
  ] as const) {
    const notice = noticeIn(lang);

    it(`ask plainly in ${lang}: ${question} ${accept} / ${decline}`, () => {
      expect([notice.question, notice.accept, notice.decline]).to.deep.equal([question, accept, decline]);
    });

    it(`say in ${lang} in the sentence what is agreed to, for oneself and for somebody: data, purposes, abroad`, () => {
      const what = {kk: /шетелде/, ru: /за границей/, en: /abroad/}[lang];
      for (const sentence of [notice.agree, notice.agreeFor!])
        expect(sentence).to.match(what).and.to.include('IPSM');
      expect(notice.agreeFor).not.to.equal(notice.agree);
    });

    it(`show at most eight points at once in ${lang}`, () => {
      expect(notice.points).to.have.length.within(1, 8);
    });

    for (const [layer, rows, points] of [
      ['at once', FIRST_LAYER, notice.points],
      ['one press away', SECOND_LAYER, notice.details],
    ] as const) {
      for (const [what, words] of Object.entries(rows)) {
        it(`say ${layer}, in ${lang}: ${what}`, () => {
          expect(inLayer([...points])).to.match(words[lang]);
        });
      }
    }

    it(`have a sentence for each optional purpose, and for no other, in ${lang}`, () => {
      const optional = release.terms.purposes.filter(({required}) => !required).map(({id}) => id);
      expect(Object.keys(notice.purposes!)).to.deep.equal(optional);
    });

    it(`neither shame nor hurry nor promise in ${lang}`, () => {
      expect(strings(notice).filter((string) => BANNED[lang].test(string))).to.deep.equal([]);
    });

    it(`are composed text in the letters of their language only, without invisible characters, in ${lang}`, () => {
      const {points, details, purposes, clauseNames, ...rest} = notice;
      const texts = [...points, ...details].flatMap(({label, text}) => [label, text]);
      const all = [...texts, ...strings([purposes, clauseNames, rest])];
      for (const string of all) {
        expect(string).to.equal(string.normalize('NFC'));
        expect(string)
          .to.match(/^[\p{L}\p{N} .,:;?()–—’@-]+$/u)
          .and.not.to.match(/^\s|\s$|\s\s/);
      }
      const words = all.flatMap((string) => string.match(/\p{L}+/gu) ?? []);
      expect(words).to.have.length.above(100);
      expect(words.filter((word) => !ALPHABET[lang].test(word) && !LATIN_NAMES.includes(word))).to.deep.equal(
        [],
      );
    });
  }
});
