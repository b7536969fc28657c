import {expect} from 'chai';
import type {Lang, Notice} from '../../src/core/manifest.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';

const LANGS = ['kk', 'ru', 'en'] as const;
const [release] = ipsmPolicy.manifest.releases;
const noticeIn = (lang: Lang): Notice => release!.notice[lang]!;

/** What is on screen without a press. */
const visible = (lang: Lang) =>
  noticeIn(lang)
    .points.map(({text}) => text)
    .join('\n');

/** Every string of a notice. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const clausesIn = (value: unknown) =>
  strings(value)
    .flatMap((string) => string.match(/\d(?:\.\d)+/g) ?? [])
    .sort();

/** The clauses of the policy, as its text numbers them. */
const CLAUSES = (
  'Pre-1 Pre-2 Pre-3 Pre-4 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 2.1 2.2 2.2.1 2.2.2 2.2.3 2.2.4 2.2.5 ' +
  '2.3 2.3.1 2.3.2 2.3.3 2.4 3.1 3.2 3.3 3.4 3.4.1 3.4.2 3.5 4.1 4.2 5.1 5.2 5.3 5.4 5.5 5.6'
).split(' ');

type Words = Record<Lang, RegExp>;

/** Unusual or one-sided clauses, and what gives them away. */
const UNUSUAL: Record<string, Words> = {
  'Pre-3, you must stop using the site': {kk: /тоқтат/, ru: /прекратить пользоваться/, en: /stop using/},
  'Pre-4, use is acceptance': {
    kk: /сөзсіз қабылдау/,
    ru: /безусловн\S+ принятие/,
    en: /unconditional acceptance/,
  },
  '1.6, scans are sent': {kk: /сканерленген/, ru: /скан/, en: /scanned documents/},
  '2.2.4, ads': {kk: /жарнама.*2\.2\.4/, ru: /реклам.*2\.2\.4/, en: /ads.*2\.2\.4/},
  '2.4, other people’s data': {
    kk: /адамдардың дербес деректерін/,
    ru: /данные других людей/,
    en: /of other people/,
  },
  '3.3, storage abroad': {kk: /Қазақстаннан тыс/, ru: /за пределами Казахстана/, en: /outside Kazakhstan/},
  '3.4, without consent': {kk: /келісіміңізсіз/, ru: /Без вашего согласия/, en: /Without your consent/},
  '3.4.2, whatever else the law names': {kk: /өзге жағдайларда/, ru: /в иных случаях/, en: /in other cases/},
  '5.2, a claim before court': {kk: /жазбаша шағым/, ru: /письменная претензия/, en: /written claim/},
  '5.2, the operator’s place': {
    kk: /Оператор тіркелген жерде/,
    ru: /по месту регистрации Оператора/,
    en: /where the Operator is registered/,
  },
  '5.2, 30 working days': {kk: /30\sжұмыс\sкүні/, ru: /30\sрабочих\sдней/, en: /30\sworking\sdays/},
  '5.4, change by one side': {
    kk: /кез келген уақытта біржақты/,
    ru: /в любой момент в одностороннем порядке/,
    en: /at any time/,
  },
  '5.5, the user watches': {kk: /қадағала.*5\.5/, ru: /следить.*5\.5/, en: /watch.*5\.5/},
};

/** What Art. 8(4) of law 94-V wants a consent to contain. */
const ARTICLE_8_4: Record<string, Words> = {
  '1) operator’s name and BIN': {kk: /IPSM.*БСН/, ru: /IPSM.*БИН/, en: /IPSM.*BIN/},
  '3) term': {kk: /мерзімі.*саясатта/, ru: /Срок согласия/, en: /how long the consent lasts/},
  '4) third parties': {kk: /мемлекеттік органдарға/, ru: /государственным органам/, en: /state bodies/},
  '5) cross-border transfer': {kk: /тыс серверлерде/, ru: /на серверах за пределами/, en: /servers outside/},
  '6) public sources': {
    kk: /қолжетімді көздерде/,
    ru: /общедоступных источниках/,
    en: /publicly available sources/,
  },
  '7) name': {
    kk: /тегіңіз, атыңыз, әкеңіздің аты/,
    ru: /фамилия, имя, отчество/,
    en: /surname, first name, patronymic/,
  },
  '7) e-mail': {kk: /электрондық пошта/, ru: /электронной почты/, en: /e-mail/},
  '7) phone': {kk: /телефон нөмірі/, ru: /номер телефона/, en: /phone number/},
  '7) scans': {kk: /құжаттардың/, ru: /сканы документов/, en: /scanned documents/},
  '8) withdrawal': {kk: /қайтарып алу/, ru: /отозвать/, en: /withdraw/},
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

describe('the bundled IPSM policy', () => {
  it('has the same points in the same order with the same clauses in every language', () => {
    const points = [
      'operator Pre-1',
      'data 2.3',
      'scans 1.6',
      'purposes 2.2',
      'ads 2.2.4',
      'term 2.1',
      'abroad 3.3',
      'disclosure 3.4',
      'public 3.2',
      'automated 3.5',
      'others 2.4',
      'changes 5.4',
      'use Pre-4',
      'disputes 5.2',
      'contact 5.6',
    ];
    for (const lang of LANGS) {
      expect(
        noticeIn(lang).points.map(({id, clause}) => `${id} ${clause}`),
        lang,
      ).to.deep.equal(points);
    }
  });

  it('has nothing in one language that is missing in another', () => {
    const outline = (lang: Lang) =>
      JSON.stringify(noticeIn(lang), (_key, value: unknown) => (typeof value === 'string' ? '…' : value));
    expect(outline('ru')).to.equal(outline('kk'));
    expect(outline('en')).to.equal(outline('kk'));
  });

  it('names the same clauses at the same points in every language', () => {
    const named = (lang: Lang) => noticeIn(lang).points.map(clausesIn);
    expect(named('ru')).to.deep.equal(named('kk'));
    expect(named('en')).to.deep.equal(named('kk'));
  });

  it('names only clauses that the policy has', () => {
    const points = LANGS.flatMap((lang) => noticeIn(lang).points.map(({clause}) => clause));
    expect(CLAUSES).to.include.members([...points, ...LANGS.flatMap((lang) => clausesIn(noticeIn(lang)))]);
  });

  it('shows words in place of the number where a clause has none', () => {
    for (const lang of LANGS) {
      for (const {clause, label} of noticeIn(lang).points) {
        expect(Boolean(label), `${lang} ${clause}`).to.equal(clause.startsWith('Pre-'));
      }
    }
  });

  for (const [lang, agree, accept, decline] of [
    [
      'kk',
      'Жоғарыда аталған деректерімді 2.2.1–2.2.3-тармақтардағы мақсаттарда өңдеуге келісемін',
      'Келісемін',
      'Келіспеймін',
    ],
    [
      'ru',
      'Даю согласие на обработку перечисленных выше данных для целей 2.2.1–2.2.3',
      'Соглашаюсь',
      'Не соглашаюсь',
    ],
    [
      'en',
      'I agree to the processing of the data listed above for purposes 2.2.1–2.2.3',
      'I agree',
      'I do not agree',
    ],
  ] as const) {
    it(`asks plainly in ${lang}: ${accept} / ${decline}`, () => {
      expect([noticeIn(lang).agree, noticeIn(lang).accept, noticeIn(lang).decline]).to.deep.equal([
        agree,
        accept,
        decline,
      ]);
    });
  }

  for (const lang of LANGS) {
    for (const clause of ['3.3', '3.4', '2.2.4', '5.4']) {
      it(`names clause ${clause} in ${lang}`, () => {
        expect(noticeIn(lang).points.map((point) => point.clause)).to.include(clause);
      });
    }

    for (const [what, words] of Object.entries(UNUSUAL)) {
      it(`shows without a press in ${lang}: ${what}`, () => {
        expect(visible(lang)).to.match(words[lang]);
      });
    }

    for (const [what, words] of Object.entries(ARTICLE_8_4)) {
      it(`shows without a press what Art. 8(4) wants, in ${lang}: ${what}`, () => {
        expect(visible(lang)).to.match(words[lang]);
      });
    }

    it(`has a sentence with its clause for each optional purpose, in ${lang}`, () => {
      const {purposes} = noticeIn(lang);
      expect(Object.keys(purposes!)).to.deep.equal(['ads', 'research']);
      expect(purposes!.ads).to.include('2.2.4');
      expect(purposes!.research).to.include('2.2.5');
    });

    it(`neither shames nor hurries nor promises in ${lang}`, () => {
      expect(strings(noticeIn(lang)).filter((string) => BANNED[lang].test(string))).to.deep.equal([]);
    });

    it(`is composed text (NFC) in ${lang}, without stray or invisible characters`, () => {
      for (const string of strings(noticeIn(lang))) {
        expect(string).to.equal(string.normalize('NFC'));
        expect(string).to.match(/^[\p{L}\p{N} \u00a0.,:;()–—’@-]+$/u);
        expect(string).not.to.match(/^\s|\s$|\s\s/);
      }
    });

    it(`is written in the letters of its language only, in ${lang}`, () => {
      const words = strings(noticeIn(lang).points.map(({text, more, label}) => [text, more, label]))
        .concat(strings({...noticeIn(lang), points: []}))
        .flatMap((string) => string.match(/\p{L}+/gu) ?? []);
      expect(words).to.have.length.above(100);
      expect(words.filter((word) => !ALPHABET[lang].test(word) && !LATIN_NAMES.includes(word))).to.deep.equal(
        [],
      );
    });
  }
});
