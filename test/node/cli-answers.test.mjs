/** What people in Kazakhstan type when they are asked, in three languages: nothing of it is lost, and nothing is made up. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {nowRequired} from '../../out/src/cli/check/compared.js';
import {clausesIn} from '../../out/src/cli/draft/clause.js';
import {
  ANSWERS,
  answersWith,
  does,
  drafted,
  edit,
  flags,
  folder,
  LANGS,
  look,
  policyJson,
  read,
} from '../cli/desk.mjs';

/** Phrases of a list, between bars. */
const phrases = (list) => list.split('|').map((phrase) => phrase.trim());

/** How `init` answers to one answer: its complaint, or nothing. */
async function complaint(t, question, text, lang = 'en') {
  const args = ['init', ...flags({...ANSWERS, [question]: text}), '--lang', lang];
  const {status, json} = await policyJson(folder(t), args);
  if (status === 0) return undefined;
  assert.deepEqual([status, json.errors[0].code], [2, `bad-${question}`], text);
  return json.errors[0].message;
}

/** Asserts that every text is complained about. */
async function complains(t, question, texts, pattern, lang) {
  for (const text of texts) assert.match((await complaint(t, question, text, lang)) ?? '', pattern, text);
}

/** Asserts that an answer is read as these items, each an id and a clause, and that nothing is wrong. */
function isRead(question, text, ...wanted) {
  const {terms, findings} = answersWith({[question]: text});
  const found = terms[question].map(({id, clause}) => `${id} ${clause}`);
  assert.deepEqual([findings, found], [[], wanted], text);
  return terms[question];
}

describe('kinds of data, as people call them', () => {
  for (const [id, texts] of Object.entries({
    name: phrases(`
        имя | ФИО | Ф.И.О. | фамилия и имя | имя, отчество | фамилия, имя, отчество (при наличии) |
        полное имя | ваше имя | аты | аты-жөні | тегі, аты | тегі мен аты |
        Тегі, аты, әкесінің аты (бар болса) | есімі | name | full name | surname and first name |
        first name, last name | your name
      `),
    email: phrases(`
        почта | эл. почта | электронная почта | адрес электронной почты | e-mail | email |
        личная и рабочая почта | пошта | электрондық пошта | электрондық поштаңыз |
        электрондық пошта мекенжайы | e-mail address | имейл | электронный адрес |
        электронный почтовый адрес
      `),
    phone: phrases(`
        телефон | номер телефона | мобильный телефон | мобильный и домашний телефон |
        контактный номер телефона | телефон нөмірі | ұялы телефон | үй телефоны | phone |
        phone number | mobile phone number | тел.
      `),
    scans: phrases(`
        копии документов | скан документа | копия документа, удостоверяющего личность | сканы |
        документы | құжаттардың көшірмелері | жеке басын куәландыратын құжаттың көшірмесі |
        copies of documents | scans
      `),
  })) {
    it(`are understood: ${id}`, () => {
      for (const text of texts) isRead('data', `${text} 2.2`, `${id} 2.2`);
    });
  }

  it('are not taken for one that has only some letters or words in common', () => {
    for (const [text, id] of [
      ['почтовый адрес', 'pochtovyi-adres'],
      ['почтовый индекс', 'pochtovyi-indeks'],
      ['пошталық мекенжай', 'poshtalyq-mekenzhai'],
      ['пошта индексі', 'poshta-indeksi'],
      ['mailing address', 'mailing-address'],
      ['үй құжаттары', 'ui-quzhattary'],
      ['үй аты', 'ui-aty'],
      ['жұмыс орнының аты', undefined],
      ['атырау', 'atyrau'],
      ['отбасы жағдайы мен баратын мектеп', undefined],
      ['имя пользователя', 'imia-polzovatelia'],
      ['username', 'username'],
      ['company name', 'company-name'],
      ['ұйымның аты', undefined],
      ['номер документа', 'nomer-dokumenta'],
      ['модель телефона', 'model-telefona'],
      ['копия диплома', 'kopiia-diploma'],
      ['копии паспорта и диплома', 'kopii-pasporta-i-diploma'],
      ['дата рождения и пол', 'data-rozhdeniia-i-pol'],
    ]) {
      const {terms, findings} = answersWith({data: `${text} 2.2`});
      const [{id: found, dpv}] = terms.data;
      assert.deepEqual([findings, dpv], [[], 'dpv:PersonalData'], text);
      if (id) assert.equal(found, id);
      else assert.ok(!['name', 'email', 'phone', 'scans'].includes(found), text);
    }
  });

  it('get a name of their own in brackets, or where two entries are of one kind', () => {
    for (const [text, ...wanted] of [
      ['аккаунт [account] 2.3.4', 'account 2.3.4'],
      ['телефон и почта [contacts] 2.2', 'contacts 2.2'],
      ['фамилия 2.3.1, имя 2.3.1, почта 2.3.2', 'name 2.3.1', 'imia 2.3.1', 'email 2.3.2'],
      ['форма 086 [form-086] 2.2', 'form-086 2.2'],
      ['телефон 2.2, телефон родителя 2.2', 'phone 2.2', 'telefon-roditelia 2.2'],
      ['ұялы телефон 2.2; үй телефоны 2.3', 'phone 2.2', 'ui-telefony 2.3'],
    ])
      isRead('data', text, ...wanted);
    const data = isRead('data', 'фамилия 2.3.1, имя 2.3.1', 'name 2.3.1', 'imia 2.3.1');
    assert.deepEqual(new Set(data.map(({dpv}) => dpv)), new Set(['pd:Name']));
  });

  it('that are the same twice are quoted as they were typed, with the way to tell them apart', async (t) => {
    for (const [lang, text, pattern] of [
      ['ru', 'имя 2.3.1, почта 2.3.2, имя 2.3.3', /«имя 2\.3\.1» и «имя 2\.3\.3».*\[imia-2\] 2\.3\.3/],
      ['kk', 'аты 2.3.1, аты 2.3.3', /«аты 2\.3\.1» және «аты 2\.3\.3».*\[aty-2\] 2\.3\.3/],
      ['en', 'phone 2.3.1, phone 2.3.3', /“phone 2\.3\.1” and “phone 2\.3\.3”.*\[phone-2\] 2\.3\.3/],
    ]) {
      assert.match(await complaint(t, 'data', text, lang), pattern);
      const [finding, ...more] = answersWith({data: text}, lang).findings;
      assert.deepEqual([finding.code, more], ['duplicate', []]);
      assert.match(finding.message, pattern);
    }
    await complains(t, 'purposes', ['ads 2.2 optional, ads 2.3'], /“ads 2\.2 optional” and “ads 2\.3”/);
  });

  it('of which several stand in one entry are not cut down to one', async (t) => {
    for (const [lang, pattern, ...texts] of [
      [
        'ru',
        /сразу несколько/,
        ...phrases(`
          телефон и почта 2.2 | почта, телефон и адрес 2.2 | телефон/почта 2.2 | адрес и телефон 2.2 |
          телефон + e-mail 2.2 | имя, а также телефон 2.2 | имя и дата рождения 2.3.1 |
          имя 2.3.1 и почта 2.3.2 | почта или телефон (2.2)
        `),
      ],
      [
        'kk',
        /бірнеше нәрсе қатар/,
        'телефон және пошта 2.2',
        'телефон мен пошта 2.2',
        'пошта, сондай-ақ мекенжай 2.2',
      ],
      [
        'en',
        /several/,
        ...phrases(`
          phone and e-mail 2.2 | phone & e-mail 2.2 | name and date of birth 2.2 |
          phone as well as address 2.2
        `),
      ],
    ]) {
      // What comes before the first comma lacks its clause, which is told as well.
      const either = new RegExp(`${pattern.source}|«почта»|«пошта»|«имя»`);
      await complains(t, 'data', texts, either, lang);
    }
    assert.match(
      await complaint(t, 'data', 'телефон и почта 2.2', 'ru'),
      /телефон 2\.2, почта 2\.2/,
      'how to write it',
    );
  });

  it('are not left to the person, which is said and not passed over', async (t) => {
    for (const [lang, pattern, ...texts] of [
      [
        'ru',
        /только у целей/,
        'телефон 2.3.3 по желанию',
        'телефон (необязательно) 2.3.3',
        'имя 2.3.1, телефон 2.3.3, не обязательно',
      ],
      ['kk', /тек мақсаттарға/, 'телефон 2.3.3 қалауынша', 'телефон 2.3.3 (міндетті емес)'],
      ['en', /only purposes/, 'phone 2.3.3 optional', 'optional phone 2.3.3', 'phone 2.3.3 if they like'],
    ])
      await complains(t, 'data', texts, pattern, lang);
    assert.equal(await complaint(t, 'data', 'имя 2.3.1 обязательно, телефон 2.3.3'), undefined);
  });
});

describe('purposes, as people call them', () => {
  for (const [id, texts] of Object.entries({
    services: phrases(`
        оказание услуг | предоставление образовательных услуг | қызмет көрсету | services |
        providing services
      `),
    identify: phrases(`
        идентификация | идентификация пользователя | сізді сәйкестендіру | identify | identifying you
      `),
    contact: phrases(`
        связь с вами | обратная связь | взаимодействие | сізбен байланысу | өзара әрекеттесу | contact
      `),
    ads: phrases(`
        реклама | рассылка рекламы | реклама и маркетинг | жарнама | жарнама жіберу | ads | advertising
      `),
    research: phrases(`
        исследования | статистические исследования | зерттеу жүргізу | research |
        research and statistics
      `),
  })) {
    it(`are understood: ${id}`, () => {
      for (const text of texts) isRead('purposes', `${text} 2.2`, `${id} 2.2`);
    });
  }

  it('are not taken for one that has only some letters or words in common', () => {
    for (const text of phrases(`
        реклама услуг | улучшение услуг | қызметкерлерді іріктеу | исследование качества рекламы |
        рекламные услуги | contact research
      `)) {
      const {terms, findings} = answersWith({purposes: `${text} 2.2`});
      assert.deepEqual([findings, terms.purposes[0].dpv], [[], 'dpv:Purpose'], text);
    }
  });

  it('are required or optional wherever in the entry it is said', async (t) => {
    for (const [required, ...texts] of [
      [
        false,
        ...phrases(`
          реклама 2.2.4 по желанию | реклама по желанию 2.2.4 | реклама (по желанию) 2.2.4 |
          реклама 2.2.4 – по желанию | реклама 2.2.4, не обязательно | реклама 2.2.4 необязательная |
          реклама 2.2.4 по желанию человека | реклама, по желанию, 2.2.4 |
          реклама 2.2.4 (добровольно) | реклама добровольная 2.2.4, по желанию |
          жарнама 2.2.4 міндетті емес | жарнама (қалауынша) 2.2.4 | жарнама 2.2.4, ерікті түрде |
          жарнама 2.2.4 қалауы бойынша | ads 2.2.4 optional | ads (optional) 2.2.4 |
          ads 2.2.4 - optional. | ads 2.2.4 not required | ads 2.2.4 voluntary
        `),
      ],
      [
        true,
        ...phrases(`
          реклама 2.2.4 | реклама 2.2.4 обязательно | реклама (обязательная) 2.2.4 |
          жарнама 2.2.4 міндетті | ads 2.2.4 required
        `),
      ],
    ]) {
      for (const text of texts) {
        const [purpose] = isRead('purposes', text, 'ads 2.2.4');
        assert.equal(purpose.required, required, text);
      }
    }
    // Before the first of several it may be meant for all of them.
    await complains(
      t,
      'purposes',
      phrases(`
        по желанию: реклама 2.2.4, исследования 2.2.5 | optional ads 2.2.4, research 2.2.5 |
        міндетті емес жарнама 2.2.4 | ads 2.2.4 required optional | реклама не по желанию 2.2.4 |
        ads, not optional, 2.2.4
      `),
      /write the purpose/,
    );
  });

  it('of which several stand in one entry are not cut down to one', async (t) => {
    await complains(
      t,
      'purposes',
      ['оказание услуг и реклама 2.2', 'реклама 2.2.4 и исследования 2.2.5 по желанию'],
      /сразу несколько/,
      'ru',
    );
    await complains(t, 'purposes', ['қызмет көрсету және жарнама 2.2'], /бірнеше нәрсе қатар/, 'kk');
    await complains(t, 'purposes', ['services and ads 2.2', 'ads / newsletters 2.2'], /several/);
  });
});

describe('an entry that is not plainly one thing with one clause', () => {
  for (const [what, question, codes, ...texts] of [
    [
      'has more than the clause after its name in brackets',
      'purposes',
      /several|несколько|бірнеше/,
      ...phrases(`
        реклама [ads] 2.2.4 и услуги [services] 2.2.1 | реклама [ads] и услуги 2.2.4 |
        скидки [deals] и реклама 2.2.4 | [ads] реклама 2.2.4 |
        жарнама [ads] және қызмет көрсету 2.2.4 | ads [ads] and [deals] 2.2.4 |
        услуги 2 и реклама [ads] 3
      `),
    ],
    [
      'has more than the clause after its name in brackets, for data',
      'data',
      /several/,
      'имя [name] и ИИН 2.3.1',
      'имя [Name] и ИИН 2.3.1',
    ],
    [
      'has words on both sides of a mark',
      'purposes',
      /write the purpose/,
      ...phrases(`
        оказание услуг, по желанию реклама 2.2.4 | services, optional ads 2.2 |
        қызмет көрсету, қалауынша жарнама 2.2.4 | услуги по желанию реклама 2.2.4 |
        услуги обязательно реклама 2.2.4 | обязательно реклама 2.2.4 |
        реклама необязательно, по желанию 2.2.4 | services 1, optionally ads 2, research 3 |
        services 2, optional ads 3 | добровольная реклама 2.2.4 | ерікті жарнама 2.2.4
      `),
    ],
    [
      'has words on both sides of a mark, for data',
      'data',
      /only purposes/,
      'имя по желанию телефон 2.3.1',
      'добровольный телефон 2.3.3',
    ],
    ['has a mark before it, for data', 'data', /write what data/, 'обязательный телефон 2.3.3'],
    [
      'may have a mark between its words',
      'purposes',
      /several/,
      'услуги обязательные реклама 2.2.4',
      'services required newsletters 2.2.4',
      'оказание услуг добровольного страхования 2.2',
    ],
    [
      'has a clause inside',
      'purposes',
      /several/,
      'услуги 2, обязательное страхование 3',
      'услуги 2.2, обязательное страхование 2.3',
    ],
    [
      'has a clause inside, for data',
      'data',
      /several|only one|write what data/,
      ...phrases(`
        ИИН 2 и адрес 3 | ИИН 1 адрес 2 | имя 1, обязательно телефон 2 | ЖСН 1, сондай-ақ мекенжай 2 |
        имя 2.3.1 телефон 2.3.2
      `),
    ],
  ])
    it(`is refused, with nothing of it lost, where it ${what}`, () => {
      for (const text of texts) {
        const {terms, findings} = answersWith({[question]: text});
        assert.deepEqual([findings.map(({code}) => code), terms[question]], [[`bad-${question}`], []], text);
        assert.match(findings[0].message, codes, text);
      }
    });

  it('is told how to write it only in ways that are not refused in their turn', () => {
    for (const [question, text, apart, named] of [
      [
        'purposes',
        ...phrases(`
          реклама [ads] 2.2.4 и услуги [services] 2.2.1 |
          реклама [ads] 2.2.4, услуги [services] 2.2.1 | реклама и услуги [reklama-i-uslugi] 2.2.1
        `),
      ],
      ['data', 'имя 2.3.1 телефон 2.3.2', undefined, 'имя телефон [imia-telefon] 2.3.2'],
      ['data', 'справка 075/у 2.2', undefined, 'справка 075/у [spravka-075-u] 2.2'],
      ['data', '"имя 2.3.1, телефон 2.3.2"', 'имя 2.3.1, телефон 2.3.2', 'имя телефон [imia-telefon] 2.3.2'],
      ['data', 'ИИН 1 адрес 2', undefined, 'ИИН адрес [iin-adres] 2'],
      ['data', 'справка 075 школы 2.2', undefined, 'справка 075 школы [spravka-075-shkoly] 2.2'],
      [
        'purposes',
        'реклама и услуги 2.2.5 по желанию',
        undefined,
        'реклама и услуги [reklama-i-uslugi] 2.2.5, по желанию',
      ],
      ['data', 'телефон и почта 2.2', 'телефон 2.2, почта 2.2', 'телефон и почта [telefon-i-pochta] 2.2'],
    ]) {
      const [{message}] = answersWith({[question]: text}).findings;
      assert.equal(/for example: (.*?)\. If/.exec(message)?.[1], apart, text);
      assert.equal(/brackets: “(.*)”/.exec(message)?.[1], named, text);
      for (const advice of [apart, named].filter(Boolean))
        assert.deepEqual(answersWith({[question]: advice}).findings, [], advice);
    }
  });

  it('is one without the small words that only join it to what stands before', () => {
    for (const [question, text, ...wanted] of [
      ['data', 'name 1, also phone 2', 'name 1', 'phone 2'],
      ['data', 'имя 2.3.1, также телефон 2.3.2', 'name 2.3.1', 'phone 2.3.2'],
      ['data', 'имя 2.3.1, а также телефон 2.3.2', 'name 2.3.1', 'phone 2.3.2'],
      ['data', 'аты 2.3.1, сондай-ақ телефон 2.3.2', 'name 2.3.1', 'phone 2.3.2'],
      ['purposes', 'реклама только по желанию 2.2.4', 'ads 2.2.4'],
      ['purposes', 'жарнама тек қалауынша 2.2.4', 'ads 2.2.4'],
      ['purposes', 'ads 2.2.4, only if they like', 'ads 2.2.4'],
    ])
      isRead(question, text, ...wanted);
  });

  it('may have a mark for a part of its name, where no name of ours is beside it', () => {
    for (const [text, ...wanted] of [
      ['добровольное страхование 2.2', 'dobrovolnoe-strahovanie 2.2'],
      ['обязательное медицинское страхование 2.2', 'obiazatelnoe-meditsinskoe-strahovanie 2.2'],
      ['добровольная реклама [deals] 2.2', 'deals 2.2'],
    ])
      isRead('purposes', text, ...wanted);
  });

  it('ends where its line ends', () => {
    for (const [question, text, ...wanted] of [
      ['data', 'имя 2.3.1\nтелефон 2.3.2', 'name 2.3.1', 'phone 2.3.2'],
      ['purposes', 'услуги 2.2.1\r\nреклама 2.2.4 по желанию\n', 'services 2.2.1', 'ads 2.2.4'],
    ])
      isRead(question, text, ...wanted);
    assert.deepEqual(answersWith({recipients: 'хостинг\nТОО «Рога\nи копыта»'}).terms.thirdParties.who, [
      'хостинг',
      'ТОО «Рога и копыта»',
    ]);
    assert.equal(answersWith({address: 'Астана\nАбая, 1'}).operator.address, 'Астана Абая, 1');
  });
});

describe('several entries of one kind', () => {
  it('leave the name of the kind to the first, as it was before there were others', () => {
    for (const [question, text, ...wanted] of [
      ['purposes', 'реклама 2.2.4, рассылка рекламы 2.2.5', 'ads 2.2.4', 'rassylka-reklamy 2.2.5'],
      ['purposes', 'рассылка рекламы 2.2.5, реклама 2.2.4', 'ads 2.2.5', 'reklama 2.2.4'],
      [
        'data',
        ...phrases(`
          телефон 1, мобильный телефон 2, үй телефоны 3 | phone 1 | mobilnyi-telefon 2 | ui-telefony 3
        `),
      ],
    ])
      isRead(question, text, ...wanted);
  });

  it('are told where one has in brackets what another gets', () => {
    for (const text of ['имя 2.3.1, прозвище [name] 2.3.2', 'прозвище [name] 2.3.2, name 2.3.1'])
      assert.deepEqual(
        answersWith({data: text}).findings.map(({code}) => code),
        ['duplicate'],
        text,
      );
  });
});

describe('purposes that are required now', () => {
  const was = 'услуги 2.2.1, реклама 2.2.4 по желанию';
  for (const [before, after, ...wanted] of [
    [was, was],
    [was, 'услуги 2.2.1, реклама 2.2.4, рассылка рекламы 2.2.5', 'ads'],
    [was, 'услуги 2.2.1, рассылка рекламы 2.2.5, реклама 2.2.4', 'ads', 'reklama'],
    [was, 'услуги 2.2.1, акции 2.2.4', 'aktsii'],
    [was, 'услуги 2.2.1, акции 2.2.5', 'aktsii'],
    [was, 'услуги 2.2.1, акции 2.2.5, конкурсы 2.2.6', 'aktsii', 'konkursy'],
    [was, 'услуги 2.2.1, акции 2.2.5 по желанию'],
    [was, 'оказание помощи 2.2.1'],
    [was, 'услуги 2.2.1'],
    [was, 'услуги 2.2.1, реклама 2.2.4 по желанию, акции 2.2.5'],
    [was, 'услуги 2.2.1, реклама 2.2.4 по желанию, акции 2.2.4'],
    ['услуги 2, реклама 2 по желанию', 'услуги 2, реклама 2 по желанию'],
    ['услуги 2, реклама 2 по желанию', 'услуги 2'],
  ])
    it(`are ${wanted.length ? wanted.join(' and ') : 'none'}: ${before} → ${after}`, () => {
      const [first, second] = [before, after].map((purposes) => answersWith({purposes}));
      assert.deepEqual([first.findings, second.findings], [[], []]);
      assert.deepEqual(nowRequired(first, second), wanted);
    });
});

describe('an answer', () => {
  const FACTS = phrases(`
      address | email | url | term | recipients | home | abroad | keeping | minors | approved |
      withdrawal | bin | fields
    `);

  it('that nobody knows is not known in whatever words, quotes and signs', () => {
    for (const text of phrases(`
        не знаю | незнаю | Не знаю. | «не знаю» | "не знаю" | “Не знаю” | „не знаю“ | не знаю… |
        не знаем | пока не знаю | не знаю пока | я не знаю | точно не знаю | не знаю точно |
        ещё не знаю | неизвестно | не известно | не уверена | не в курсе | не знаю, заполню позже |
        не знаю (уточню) | заполню позже | затрудняюсь ответить | пока неизвестно | НЕ  ЗНАЮ! |
        білмеймін | «Білмеймін» | білмейміз | мен білмеймін | әзірге білмеймін | нақты білмеймін |
        белгісіз | әзірге белгісіз | білмеймін, кейін толтырамын | кейін толтырамын | don’t know |
        don't know | dont know | do not know | I don’t know | we don’t know yet | "don’t know" |
        ‘don’t know’ | not sure | unknown | not known | don’t know, will fill in later | no idea
      `)) {
      for (const question of FACTS) {
        const {answers, findings} = answersWith({[question]: text});
        assert.deepEqual([findings, answers[question]], [[], {kind: 'unknown'}], `${question}: ${text}`);
      }
    }
  });

  it('that is no or yes is so in whatever words, quotes and signs', () => {
    for (const [kind, ...texts] of [
      [
        'no',
        ...phrases(`
          нет | «нет» | "Нет" | 'нет' | нету | Нет! | жоқ | «жоқ» | жок | no | “No.” | nope | не |
          никаких | нет, никаких | no, none | жоқ, ешқандай
        `),
      ],
      ['yes', 'да', '«да»', '"Да"', 'иә', '«иә»', 'ия', 'yes', '“Yes”', 'да.', 'да, конечно', 'иә, әрине'],
    ]) {
      for (const text of texts) {
        const {answers, findings} = answersWith({home: text, minors: text, recipients: text});
        assert.deepEqual(findings, [], text);
        for (const question of ['home', 'minors', 'recipients'])
          assert.deepEqual(answers[question], {kind}, text);
      }
    }
  });

  it('that goes on after a no or a “don’t know” is not taken for a fact', async (t) => {
    for (const question of ['address', 'keeping', 'approved', 'recipients', 'minors', 'name'])
      await complains(
        t,
        question,
        phrases(`
            не знаю, спрошу у бухгалтера | Незнаю - кажется, три года | білмеймін, сұраймын |
            don’t know, ask Aigerim | нет, ещё не решили | «нет», не было | жоқ, әлі шешілмеген
          `),
        /write that word alone|write only|“No” is not an answer here/,
      );
    await complains(
      t,
      'recipients',
      phrases(`
          никому не передаём | не передаём | мы не передаём никому | ешкімге бермейміз | берілмейді |
          we don’t share it | not shared | nobody gets it | нет таких | Нет таких | Жоқ ондайлар |
          Ничего не передаём | Никуда не передаём | НЕ ПЕРЕДАЁМ | ничего никому не передаём |
          третьим лицам не передаём | Мы НЕ передаём | Отсутствуют |
          Персональные данные не передаются | Передача третьим лицам не осуществляется |
          Компания данные не передаёт | таких нет | хостинг, данные не передаём | «не передаём» |
          personal data is not shared | we share with nobody | There are none | It doesn’t leave us |
          third parties cannot see it | без передачи третьим лицам | ешкімге берілмейді |
          деректер берілмейді | Деректер ешкімге берілмейді | ондайлар жоқ
        `),
      /write that word alone/,
    );
    await complains(
      t,
      'minors',
      ['не регистрируются', 'тіркелмейді', 'we do not register minors'],
      /write that word alone/,
    );
    // Names and addresses that only begin like one.
    for (const [question, text] of [
      ['name', 'No. 1 Clinic LLP'],
      ['name', 'ТОО «Нет проблем»'],
      ['name', 'Noble LLP'],
      ['name', 'ЖШС «Жоқ емес»'],
      ['address', 'No. 5, Abay street'],
      ['keeping', 'не дольше трёх лет'],
      ['keeping', 'no longer than three years'],
      ['recipients', 'Нетология, Yes Bank'],
      ...phrases(`
          Not Just Coffee LLP | Nobody Inc | None Ltd | «Никому не скажу» | ТОО «Ничего не жоқ»
        `).flatMap((text) => [
        ['name', text],
        ['recipients', text],
      ]),
      ['recipients', 'Абай банкі, "There are none" LLP'],
    ])
      assert.equal(await complaint(t, question, text), undefined, text);
  });

  for (const [question, pattern, ...texts] of [
    [
      ...['fields', /only the technical names/],
      ...phrases('да, фамилия | in three fields of the form, ask Aigerim! | yes,'),
    ],
    [
      ...['minors', /write that word alone/],
      ...phrases('нет, только взрослые | no, adults only | Жоқ – тек ересектер'),
    ],
    [
      ...['recipients', /write that word alone/],
      ...phrases(`
        no, but the accountants | нет; кроме бухгалтерии | Nobody except the accountant |
        No one but the bank | none only hosting | Нет (только хостинг) | никому только хостингу |
        никто кроме банка | жоқ бірақ хостинг | Ешкімге тек бухгалтерге | ешкім басқа банк
      `),
    ],
    ['abroad', /is not abroad/, 'Казахстан', 'Germany, KZ'],
    ['abroad', /write that word alone/, 'нет, только Казахстан'],
  ])
    it(`that is half of one is not taken for a whole one: ${question}, ${texts[0]}`, async (t) => {
      await complains(t, question, texts, pattern);
    });

  it('that says nothing is no answer', async (t) => {
    for (const question of ['name', 'address', 'keeping', 'approved', 'recipients', 'minors'])
      await complains(
        t,
        question,
        ['-', '—', '?', '???', '…', '«»', '""', 'нет данных', 'нет информации', 'мәлімет жоқ', 'no data'],
        /is not an answer/,
      );
  });

  it('that is a yes before the answer itself is the answer; a word that is no entry is told', async (t) => {
    for (const text of phrases(`
        да, хостинг, бухгалтер | Да: хостинг; бухгалтер | иә – хостинг, бухгалтер |
        yes, хостинг, бухгалтер | да хостинг, бухгалтер
      `))
      assert.deepEqual(
        answersWith({recipients: text}).terms.thirdParties,
        {transfer: true, who: ['хостинг', 'бухгалтер']},
        text,
      );
    assert.deepEqual(answersWith({abroad: 'да, Германия'}).terms.crossBorder, {
      transfer: true,
      countries: ['DE'],
    });
    await complains(
      t,
      'recipients',
      ['хостинг, не знаю', 'хостинг, нет', 'хостинг, «не знаю»', 'hosting; don’t know'],
      /stands? among/,
    );
    await complains(t, 'abroad', ['Германия, не знаю'], /stands? among/);
    for (const [text, ...who] of [
      ['ТОО «Рога, копыта»; банк', 'ТОО «Рога, копыта»', 'банк'],
      ['"A, B", C', '"A, B"', 'C'],
      ['“A, B”, C', '“A, B”', 'C'],
      ['ЖШС «Білім, ғылым»', 'ЖШС «Білім, ғылым»'],
      ['страховая, добровольное страхование', 'страховая', 'добровольное страхование'],
      ['банк, а также хостинг', 'банк', 'хостинг'],
      ['хостинг (почта, сайт), п. 2.3', 'хостинг (почта, сайт)', 'п. 2.3'],
    ])
      assert.deepEqual(answersWith({recipients: text}).terms.thirdParties.who, who, text);
    const [finding] = answersWith({recipients: ['хостинг', 'не знаю']}, 'ru').findings;
    assert.match(finding.message, /«не знаю».*среди/);
  });

  it('in quotes is read without them where it is no name', () => {
    for (const [typed, check] of [
      [{term: '«3 года»'}, ({terms}) => terms.term === 'P3Y'],
      [{term: '"до достижения цели"'}, ({terms}) => terms.term === 'until-purpose-achieved'],
      [{bin: '«120140000126»'}, ({operator}) => operator.bin === '120140000126'],
      [{email: '"a@b.kz"'}, ({operator}) => operator.email === 'a@b.kz'],
      [{url: '«https://b.kz/»'}, ({operator}) => operator.url === 'https://b.kz/'],
      [{official: '«казахский», «русский»'}, ({official}) => official.join() === 'kk,ru'],
      [{name: '«Ромашка»'}, ({operator}) => operator.name === '«Ромашка»'],
      [{name: 'ТОО «Ромашка»'}, ({operator}) => operator.name === 'ТОО «Ромашка»'],
    ]) {
      const result = answersWith(typed);
      assert.deepEqual([result.findings, check(result)], [[], true], JSON.stringify(typed));
    }
  });

  it('that is a period of no time or an address for a link is none', async (t) => {
    await complains(t, 'term', ['0 лет', '0 дней', '0 ай', 'P0D', 'P0Y0M', '00 years'], /not a valid period/);
    await complains(t, 'email', ['mailto:hi@shop.kz', 'hi@shop.kz:25'], /hi@shop\.kz/);
    assert.equal(answersWith({term: '10 лет'}).terms.term, 'P10Y');
    assert.equal(answersWith({term: 'P1Y0M'}).terms.term, 'P1Y0M');
  });

  it('that will not do is told with all that would, in every language', async (t) => {
    const or = {kk: /білмеймін»/, ru: /«не знаю»/, en: /“don’t know”/};
    for (const lang of LANGS)
      for (const question of ['bin', 'fields', 'term', 'email', 'url', 'withdrawal', 'abroad'])
        await complains(t, question, ['что-то не то!'], or[lang], lang);
  });
});

describe('clauses, as people list them', () => {
  it('are read one by one, and in ranges', () => {
    for (const text of phrases(`
        4.1, 4.2, 4.3 | 4.1-4.3 | 4.1–4.3 | 4.1 — 4.3 | пп. 4.1-4.3 | п.п. 4.1–4.3 | 4.1 и 4.2, 4.3 |
        с 4.1 по 4.3 | 4.1-4.3-тармақтар | 4.1–4.3 тармақтары | clauses 4.1 to 4.3 |
        4.1, 4.2 және 4.3 | 4.1 and 4.2 and 4.3 | пункты 4.1; 4.2; 4.3. | 4.1 - 4.2, 4.3
      `))
      assert.deepEqual(clausesIn(text), ['4.1', '4.2', '4.3'], text);
    assert.deepEqual(clausesIn('2-4, preamble'), ['2', '3', '4', 'preamble']);
  });

  it('in a range that leads nowhere are told once', async (t) => {
    const cwd = await drafted(t);
    for (const range of ['4.3-4.1', '4.1-5.2', '4.1–4', '1-1000']) {
      const good = read(cwd, 'draft/notice.ru.yaml');
      edit(cwd, 'draft/notice.ru.yaml', /clauses: .*/, `clauses: ${range}`);
      const {json} = await policyJson(cwd, ['check', '--lang', 'ru']);
      const told = json.problems.filter(
        ({file, message}) =>
          file.endsWith('notice.ru.yaml') && /4|1000/.test(message) && /номер пункта/.test(message),
      );
      assert.equal(told.length, 1, range);
      assert.match(told[0].message, new RegExp(`«${range}»`));
      edit(cwd, 'draft/notice.ru.yaml', read(cwd, 'draft/notice.ru.yaml'), () => good);
    }
  });

  it('are one to an entry of an answer, which is told once', async (t) => {
    await complains(
      t,
      'data',
      ['телефон 4.1-4.3', 'телефон 4.1–4.3', 'имя п. 2.3.1, п. 2.3.2', 'телефон 4.1 и 4.2'],
      /один пункт/,
      'ru',
    );
    await complains(t, 'purposes', ['жарнама 4.1-4.3'], /бір тармақ/, 'kk');
    await complains(t, 'data', ['phone 4.1 to 4.3', 'phone 4.1, 4.2'], /one clause/);
  });
});

describe('ipsm-policy publish, when somebody types', () => {
  it('takes now for now and a day for a day in quotes', async (t) => {
    for (const now of phrases(`
        «сейчас» | "now" | Қазір. | прямо сейчас | сразу | immediately | «2026-12-15» | "15.12.2026"
      `)) {
      const cwd = await drafted(t);
      await look(cwd);
      const version = /15/.test(now) ? '2026-12-15' : '2026-12-01';
      await does(cwd, ['publish'], {lines: [now, `«${version}»`]});
    }
  });
});
