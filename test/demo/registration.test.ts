import {expect} from 'chai';
import {clickOn} from '../helpers/commands.js';
import {sortedJson} from '../helpers/digest.js';
import {documentDigest, noticeDigest, publishedRelease, recordIn, tableOf} from './answer.js';
import {answerOf, committed, DemoPage, part, sentenceOf, textOf} from './demo-page.js';
import {LANGS, people, scan, type Lang} from './people.js';
import {until} from './until.js';

/** What a person reads on the way, word for word. */
const read: Record<Lang, Record<string, string>> = {
  kk: {
    title: 'IPSM – тіркелу',
    heading: 'IPSM сайтында тіркелу',
    register: 'Тіркелу',
    accept: 'Келісемін',
    decline: 'Келіспеймін',
    question: 'Дербес деректеріңізді жинауға және өңдеуге келісім бересіз бе?',
    later: 'Кейінірек',
    link: 'Саясаттың толық мәтіні (қазақша), жаңа қойындыда ашылады',
    missing: 'Құсбелгі қойылмаған, онсыз нысан жіберілмейді.',
    answerTitle: 'Тіркелу қабылданды – IPSM',
    answer: 'Тіркелу қабылданды',
    fields: 'Мәліметтер',
    files: 'Файлдар',
    record: 'Келісім жазбасы',
    parts: 'Сұраудың бөліктері, сервер қалай көрсе, солай',
  },
  ru: {
    title: 'IPSM — регистрация',
    heading: 'Регистрация на сайте IPSM',
    register: 'Зарегистрироваться',
    question: 'Вы даёте согласие на сбор и обработку своих персональных данных?',
    accept: 'Даю согласие',
    decline: 'Не даю согласия',
    later: 'Позже',
    link: 'Полный текст политики (на русском), откроется в новой вкладке',
    missing: 'Отметка не поставлена. Без неё форма не отправляется.',
    answerTitle: 'Регистрация принята — IPSM',
    answer: 'Регистрация принята',
    fields: 'Сведения',
    files: 'Файлы',
    record: 'Запись о согласии',
    parts: 'Части запроса, как их увидел сервер',
  },
  en: {
    title: 'IPSM – registration',
    heading: 'Register on the IPSM site',
    register: 'Register',
    accept: 'I agree',
    decline: 'I do not agree',
    question: 'Do you agree to the collection and processing of your personal data?',
    later: 'Later',
    link: 'Full text of the policy (in English), opens in a new tab',
    missing: 'The box is not ticked, and the form is not sent without it.',
    answerTitle: 'Registration accepted – IPSM',
    answer: 'Registration accepted',
    fields: 'Details',
    files: 'Files',
    record: 'Consent record',
    parts: 'Parts of the request, as the server saw them',
  },
};

/** Everything of a record that follows from the demo's policy. */
const OF_THE_POLICY = {
  schema: 'ipsm-consent-record/1',
  prev: null,
  jurisdiction: 'KZ',
  subject: {ref: null, nameFields: ['surname', 'given', 'patronymic']},
  operator: {name: 'IPSM', bin: null, address: null, email: 'hello@ipsm.kz', url: 'https://ipsm.kz/'},
  purposes: [
    {
      id: 'services',
      clause: '2.2.1',
      dpv: 'dpv:RequestedServiceProvision',
      required: true,
      decision: 'given',
    },
    {id: 'identify', clause: '2.2.2', dpv: 'dpv:IdentityVerification', required: true, decision: 'given'},
    {id: 'contact', clause: '2.2.3', dpv: 'dpv:CommunicationManagement', required: true, decision: 'given'},
    {id: 'ads', clause: '2.2.4', dpv: 'dpv:DirectMarketing', required: false, decision: 'given'},
    {
      id: 'research',
      clause: '2.2.5',
      dpv: 'dpv:ResearchAndDevelopment',
      required: false,
      decision: 'declined',
    },
  ],
  data: [
    {id: 'name', clause: '2.3.1', dpv: 'pd:Name'},
    {id: 'email', clause: '2.3.2', dpv: 'pd:EmailAddress'},
    {id: 'phone', clause: '2.3.3', dpv: 'pd:TelephoneNumber'},
    {id: 'scans', clause: '1.6', dpv: 'pd:OfficialID'},
  ],
  thirdParties: {transfer: true, who: ['state-bodies-on-reasoned-request', 'cases-set-by-law']},
  crossBorder: {transfer: true, countries: null},
  publicSources: null,
  storage: {locations: null, retention: null},
  automated: true,
  withdraw: {url: null, email: 'hello@ipsm.kz'},
  gaps: [
    'crossBorder.countries',
    'event.valid',
    'operator.address',
    'operator.bin',
    'publicSources',
    'storage.locations',
    'storage.retention',
    'withdraw.url',
  ],
};

/** a: everything is in the language of the page. */
async function readsThePage(page: DemoPage, lang: Lang): Promise<void> {
  const {notice} = await publishedRelease();
  const words = read[lang];
  const said = {
    title: page.document.title,
    heading: textOf(page.document.querySelector('h1')),
    register: textOf(page.button),
    question: textOf(part(page.banner, 'title')),
    accept: textOf(answerOf(page.banner, 'accept')),
    decline: textOf(answerOf(page.banner, 'decline')),
    later: textOf(part(page.banner, 'later-button')),
    link: textOf(part(page.banner, 'policy-link')),
  };
  for (const [name, text] of Object.entries(said)) expect(text, name).to.equal(words[name]);
  expect(page.document.documentElement.lang).to.equal(lang);
  expect(sentenceOf(page.checkbox)).to.equal(notice[lang]!.agree);
  expect(textOf(part(page.checkbox, 'title'))).to.equal(notice[lang]!.title);
  expect(textOf(part(page.checkbox, 'policy-link'))).to.equal(words['link']);
}

/** b: without the tick nothing is sent, and the box says why. */
async function isStopped(page: DemoPage, lang: Lang): Promise<void> {
  const stopped = page.heard('invalid');
  page.checkbox.addEventListener('invalid', (event) => stopped.push(event));
  const sent = page.heard('submit');
  await page.send();
  await until('the message beside the box', () => page.beside('error'));
  expect(page.beside('error')).to.equal(read[lang]['missing']);
  expect(stopped.map(({target}) => target)).to.deep.equal([page.checkbox]);
  expect(sent).to.deep.equal([]);
  expect(page.address).to.equal(`/demo-site/?lang=${lang}`);
  expect(page.focused).to.equal(page.box);
  expect(page.box.checked).to.equal(false);
  expect(page.filled).to.deep.equal(people[lang]);
}

/** c: the answer shows what arrived. */
async function readsTheAnswer({document}: DemoPage, lang: Lang, file: File): Promise<void> {
  const words = read[lang];
  expect(document.documentElement.lang).to.equal(lang);
  expect(document.title).to.equal(words['answerTitle']);
  expect(textOf(document.querySelector('h1'))).to.equal(words['answer']);
  expect(document.querySelector('#verdict')!.className).to.equal('remark good');
  expect(Object.fromEntries(tableOf(document, words['fields']!))).to.deep.equal(people[lang]);
  expect(file.size).to.be.above(60);
  expect(tableOf(document, words['files']!)).to.deep.equal([[file.name, 'image/png', String(file.size)]]);
}

/** c: the record holds word for word what the policy says, and digests that anybody can recompute. */
async function checksTheRecord({document}: DemoPage, lang: Lang, pressedAt: number): Promise<void> {
  const record = recordIn(document, read[lang]['record']!);
  const {id, event, policy, notice, generator, ...rest} = record;
  expect(rest).to.deep.equal(OF_THE_POLICY);
  expect(id).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);

  const {time, ...deed} = event;
  expect(deed).to.deep.equal({state: 'given', by: 'self', method: 'form-checkbox', valid: null});
  expect(time).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(Date.parse(time)).to.be.within(pressedAt, Date.now());

  const url = `2026-10-01.${lang}.html`;
  expect(policy).to.deep.equal({
    id: 'ipsm-privacy',
    version: '2026-10-01',
    lang,
    url,
    sha256: await documentDigest(`/demo-site/policy/${url}`),
    manifest: `${location.origin}/demo-site/policy/manifest.json`,
    source: 'network',
    effectiveFrom: '2026-10-01T00:00:00+05:00',
  });
  expect(notice).to.deep.equal({lang, sha256: await noticeDigest(lang)});

  const {version} = (await (await fetch('/package.json')).json()) as {version: string};
  expect(generator).to.equal(`ipsm-consent/${version}`);

  const parts = tableOf(document, read[lang]['parts']!);
  const names = ['lang', 'surname', 'given', 'patronymic', 'email', 'phone', 'documents'];
  expect(parts.map(([name]) => name)).to.deep.equal([...names, 'consent', 'consent-record', 'ads']);
  expect([parts.at(-3)![1], parts.at(-1)![1]]).to.deep.equal(['on', 'on']);
  expect(parts.at(-2)![1]).to.equal(sortedJson(record));
}

describe('the registration page', function () {
  this.timeout(60_000);

  for (const lang of LANGS) {
    it(`takes a registration in ${lang}, and the server shows and holds exactly what was agreed to`, async () => {
      const page = await DemoPage.openForm(`?lang=${lang}`);
      await readsThePage(page, lang);
      await page.answerBanner('later');
      expect(committed()).to.deep.equal([]);

      await page.fill(people[lang]);
      const file = await scan('жеке куәлік №1.png');
      page.attach(file);
      await isStopped(page, lang);

      const pressedAt = Date.now();
      await page.tick();
      await clickOn(part(page.document.querySelector('[purpose=ads]')!, 'control')!);
      expect(page.box.checked).to.equal(true);
      expect(page.beside('error')).to.equal('');
      await page.leadsOn(() => page.send());
      expect(page.address).to.equal('/demo-site/register');
      await readsTheAnswer(page, lang, file);
      await checksTheRecord(page, lang, pressedAt);
      const record = recordIn(page.document, read[lang]['record']!);

      await page.leadsOn(() => clickOn(page.document.querySelector('#verdict ~ p a')!));
      await page.isReady();
      expect(page.address).to.equal(`/demo-site/?lang=${lang}`);
      expect(committed()).to.deep.equal([record]);
      expect([page.checkbox.status, page.banner.status]).to.deep.equal(['given', 'given']);
      expect(page.isBannerOpen).to.equal(false);
      expect(page.problems).to.deep.equal([]);
    });
  }
});
