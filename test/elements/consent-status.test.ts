import {expect} from 'chai';
import type {ConsentStatusElement} from '../../src/elements/status/consent-status-element.js';
import {contextOf} from '../../src/elements/shared/policy-element.js';
import {accessibilityTree, clickOn, press} from '../helpers/commands.js';
import {decide, type Deed} from '../helpers/decide.js';
import {decidedStatus} from '../helpers/decided-status.js';
import {Endpoint} from '../helpers/endpoint.js';
import {
  answersOf,
  buttonsOf,
  isOpen,
  listenTo,
  oneLine,
  part,
  show,
  showBanner,
  showStatus,
  speak,
  textOf,
} from '../helpers/page.js';
import {inDays, publish, until, type Publication} from '../helpers/publish.js';

const WITHDRAW = 'Келісімді қайтарып алу';
const ASK = 'Келісім сұрағына оралу';
const DATES = /\d{4} жылғы \d{1,2} \p{L}+|\d{1,2} \p{L}+ \d{4}( г\.)?/gu;
/** What is said, with {D} for every date. */
const said = (element: Element, name = 'status') => oneLine(part(element, name)).replace(DATES, '{D}');

const statusOf = ({url}: Publication, ...deeds: Deed[]) => decidedStatus(`policy="${url}"`, ...deeds);

/** Sentences by language: Kazakh, Russian, English. */
const LANGS = ['kk', 'ru', 'en'] as const;
const GIVEN = [
  '{D} күні дербес деректеріңізді жинауға және өңдеуге келісім бердіңіз (саясаттың 1 нұсқасы, қазақша мәтін).',
  '{D} вы дали согласие на сбор и обработку ваших персональных данных (версия политики 1, текст на казахском).',
  'On {D} you agreed to the collection and processing of your personal data (policy version 1, Kazakh text).',
] as const;
const DECLINED = [
  '{D} күні дербес деректеріңізді жинауға және өңдеуге келісім бермедіңіз (саясаттың 1 нұсқасы, қазақша мәтін).',
  '{D} вы не дали согласия на сбор и обработку ваших персональных данных (версия политики 1, текст на казахском).',
  'On {D} you did not agree to the collection and processing of your personal data (policy version 1, Kazakh text).',
] as const;
const KEPT_HERE = [
  'Жауабыңыз осы браузерде ғана сақталған, операторға жіберілмеген.',
  'Ответ сохранён только в этом браузере, оператору он не отправлен.',
  'Your answer is stored only in this browser; it was not sent to the operator.',
] as const;
const SENT = [
  '{D} күні келісіміңізді нысанмен бірге жібердіңіз. Оператор оны сақтады ма – бұл құрылғыға белгісіз.',
  '{D} вы отправили согласие вместе с формой. Сохранил ли его оператор, этому устройству неизвестно.',
  'On {D} you sent your consent with a form. This device does not know whether the operator stored it.',
] as const;
const CONFIRMED = [
  'Оператордың сервері оны алғанын растады.',
  'Сервер оператора подтвердил получение.',
  'The operator’s server has confirmed receipt.',
] as const;
const WAITING = [
  'Оператордың сервері жауабыңызды алғанын әлі растаған жоқ. Осы бет ашық тұрғанда жауап қайта жіберіледі.',
  'Сервер оператора ещё не подтвердил получение ответа. Пока эта страница открыта, ответ отправляется снова.',
  'The operator’s server has not yet confirmed receipt of your answer. While this page is open, the answer is sent again.',
] as const;
const OUTDATED = [
  'Содан бері саясаттың жаңа нұсқасы күшіне енді; келісіміңіз бұрынғы нұсқаға қатысты.',
  'С тех пор вступила в силу новая версия политики; ваше согласие относится к прежней.',
  'A new version of the policy has come into force since then; your consent is about the earlier one.',
] as const;
const NO_RECORD = [
  'Бұл браузерде жауабыңыз туралы жазба жоқ. Басқа құрылғыда жауап берген болсаңыз немесе келісімді қайтарып алғыңыз келсе, операторға жазыңыз: hello@ipsm.kz',
  'В этом браузере нет записи о вашем ответе. Если вы отвечали на другом устройстве или хотите отозвать согласие, напишите оператору: hello@ipsm.kz',
  'This browser has no record of your answer. If you answered on another device or want to withdraw consent, write to the operator: hello@ipsm.kz',
] as const;
const WITHDRAWN = [
  '{D} күні келісімді қайтарып алу туралы өтініш жаздыңыз. Өтініш осы браузерде ғана сақталды, операторға жіберілген жоқ. Операторға өзіңіз жіберіңіз: Дайын хат: hello@ipsm.kz',
  '{D} вы составили заявление об отзыве согласия. Заявление сохранено только в этом браузере, оператору оно не отправлено. Отправьте его оператору сами: Готовое письмо: hello@ipsm.kz',
  'On {D} you made a withdrawal notice. The notice is stored only in this browser and was not sent to the operator. Send it to the operator yourself: Prepared e-mail: hello@ipsm.kz',
] as const;

describe('ipsm-consent-status', () => {
  describe('says what happened, and how far it got:', () => {
    type Reach = (published: Publication) => Promise<ConsentStatusElement>;
    const after = (deed: Deed) => (published: Publication) => statusOf(published, deed);
    const cases: [string, string, Reach, (readonly string[])[]][] = [
      ['nothing', 'unasked', (published) => statusOf(published), [NO_RECORD]],
      ['a consent kept here', 'given', after({}), [GIVEN, KEPT_HERE]],
      ['a consent sent with a form', 'given', after({progress: 'sent'}), [GIVEN, SENT]],
      ['a consent that the server has confirmed', 'given', after({progress: 'accepted'}), [GIVEN, CONFIRMED]],
      [
        ...(['an answer that waits to be confirmed', 'declined'] as const),
        async (published) =>
          statusOf(published, {state: 'declined', endpoint: (await Endpoint.planned('503')).url}),
        [DECLINED, WAITING],
      ],
      ['a refusal', 'declined', after({state: 'declined'}), [DECLINED, KEPT_HERE]],
      [
        ...(['a withdrawal', 'withdrawn'] as const),
        async (published) => {
          const element = await statusOf(published, {});
          element.withdraw();
          return element;
        },
        [WITHDRAWN],
      ],
      [
        ...(['a consent to an earlier version', 'outdated'] as const),
        async (published) => {
          const element = await statusOf(published, {});
          published.release({version: '2'}, ['Жаңа ереже']);
          await contextOf(element).load();
          return element;
        },
        [GIVEN, KEPT_HERE, OUTDATED],
      ],
    ];
    for (const [what, state, reach, sentences] of cases) {
      it(`${what}, in three languages`, async () => {
        const element = await reach(publish());
        expect(element.status).to.equal(state);
        for (const [i, lang] of LANGS.entries()) {
          await speak(lang, element);
          expect(said(element)).to.equal(sentences.map((words) => words[i]).join(' '));
          expect(textOf(element)).not.to.match(
            /саясатқа келіс|согласи\S+ с политикой|agreed to (the|version)[^.]* policy/,
          );
        }
      });
    }

    it('a consent that has run out, once, in three languages', async () => {
      const published = publish();
      Object.assign(published.manifest.releases[0]!.terms, {term: inDays(-0.0001).slice(0, 19) + 'Z'});
      const element = await statusOf(published, {purposes: {ads: 'given'}});
      for (const [lang, words] of [
        ['kk', '{D} күні берген келісіміңіздің мерзімі аяқталды.'],
        ['ru', 'Срок согласия, данного {D}, истёк.'],
        ['en', 'The consent that you gave on {D} has run out.'],
      ] as const) {
        await speak(lang, element);
        expect(element.status).to.equal('expired');
        expect(textOf(element).replace(DATES, '{D}').split(words), lang).to.have.length(2);
      }
      element.withdraw('ads');
      expect(element.status).to.equal('expired');
    });

    it('a consent without version where that only marks a digest', async () => {
      const element = showStatus();
      decide(element);
      for (const [lang, about] of [
        ['kk', 'бердіңіз (қазақша мәтін).'],
        ['ru', 'данных (текст на казахском).'],
        ['en', 'data (Kazakh text).'],
      ] as const) {
        await speak(lang, element);
        expect(said(element)).to.contain(about);
        expect(textOf(element)).not.to.contain('text-');
      }
    });

    it('a refusal of new words, and the consent that it left standing', async () => {
      const published = publish();
      const element = await statusOf(published, {});
      published.release({version: '2'});
      await contextOf(element).load();
      decide(element, {state: 'declined'});
      await element.updateComplete;
      expect(said(element)).to.equal(
        [DECLINED[0].replace('1', '2'), KEPT_HERE[0], GIVEN[0], KEPT_HERE[0]].join(' '),
      );
    });

    it('what has changed since, with the document of the version agreed to', async () => {
      const published = publish();
      const element = await statusOf(published, {});
      published.release({version: '2', documents: {kk: {url: '2.html', sha256: null, anchor: null}}}, [
        'Жаңа ереже',
      ]);
      await contextOf(element).load();
      await element.updateComplete;
      expect(said(element, 'changes')).to.equal(
        '{D} күні келісім бергеніңізден бері саясатта не өзгерді: Жаңа ереже',
      );
      expect((part(element, 'policy-link') as HTMLAnchorElement).href).to.contain('/1.kk.html');
    });

    it('also where the policy cannot be loaded, and takes a withdrawal', async () => {
      const published = publish();
      const element = await statusOf(published, {purposes: {ads: 'given'}});
      Object.assign(published.manifest.releases[0]!.notice['kk']!, {agree: 'Басқа сөздер'});
      await contextOf(element).load();
      await element.updateComplete;
      expect(element.release).to.equal(undefined);
      expect(said(element, 'error')).to.contain('жарияланғаннан кейін өзгертілген');
      expect(said(element)).to.contain(GIVEN[0]);
      expect(textOf(element)).to.contain('тармақ: 2.2.4: келісім берілді');
      await clickOn(buttonsOf(element, WITHDRAW)[0]!);
      expect(said(element)).to.contain('өтініш жаздыңыз');
    });

    for (const [fields, who] of [
      [{email: null, address: 'Алматы, Абай 1'}, 'Алматы, Абай 1'],
      [{email: null, address: null}, 'IPSM'],
    ] as const) {
      it(`nothing, and whom to write to: ${who}`, async () => {
        const published = publish();
        const [release] = published.manifest.releases;
        Object.assign(release!, {operator: {...release!.operator, ...fields}});
        const element = await statusOf(published);
        expect(said(element)).to.match(new RegExp(`операторға жазыңыз: ${who}$`));
      });
    }

    it('and writes nothing where nothing is on record', async () => {
      const element = await statusOf(publish());
      expect(localStorage.length + sessionStorage.length).to.equal(0);
      expect(buttonsOf(element, WITHDRAW)).to.deep.equal([]);
      expect(textOf(element)).not.to.contain('растамасы');
    });

    it('never "I agree" of a purpose that was declined, but as a quotation', async () => {
      const element = await statusOf(publish(), {purposes: {ads: 'declined', research: 'declined'}});
      const sentences = Object.values(element.release!.notice['kk']!.purposes!);
      const lines = [...element.shadowRoot!.querySelectorAll('.purposes li > span')].map(oneLine);
      expect(lines).to.have.length(2);
      for (const [i, line] of lines.entries()) expect(line.startsWith(sentences[i]!), line).to.equal(false);
    });

    it('of each optional purpose what holds, in three languages', async () => {
      const element = await statusOf(publish(), {purposes: {ads: 'given'}});
      for (const [lang, given, notAsked, quoted] of [
        ['kk', 'келісім берілді', 'сұралмаған', (words: string) => `«${words}»`],
        ['ru', 'согласие дано', 'не запрашивалось', (words: string) => `«${words}»`],
        ['en', 'agreed', 'not asked', (words: string) => `“${words}”`],
      ] as const) {
        await speak(lang, element);
        const lines = [...element.shadowRoot!.querySelectorAll('.purposes li > span')].map(oneLine);
        const {ads, research} = element.release!.notice['kk']!.purposes!;
        expect(lines).to.deep.equal([`${quoted(ads!)}: ${given}`, `${quoted(research!)}: ${notAsked}`]);
      }
    });
  });

  describe('the question again', () => {
    const question = (element: Element) => element.shadowRoot!.querySelector('ipsm-consent-banner');
    const askButton = (element: Element) => buttonsOf(element, ASK)[0]!;

    it('opens in the page’s banner, and the focus goes there and comes back', async () => {
      const element = showStatus();
      decide(element, {state: 'declined'});
      const banner = showBanner();
      await element.updateComplete;
      expect(isOpen(banner)).to.equal(false);
      await clickOn(askButton(element));
      await until(() => banner.shadowRoot!.activeElement);
      expect(isOpen(banner)).to.equal(true);
      expect(banner.shadowRoot!.activeElement).to.equal(part(banner, 'title'));
      expect(question(element)).to.equal(null);
      await clickOn(answersOf(banner).accept);
      await element.updateComplete;
      expect(element.status).to.equal('given');
      await clickOn(part(banner, 'close-button'));
      expect(element.shadowRoot!.activeElement).to.equal(part(element, 'status'));
    });

    it('is put in place where the page has no banner, and the answer is said here', async () => {
      const element = showStatus();
      const heard = listenTo(document);
      askButton(element).focus();
      await press('Enter');
      await until(() => question(element)?.shadowRoot!.activeElement);
      await clickOn(answersOf(question(element)!).accept);
      await until(() => !question(element));
      expect(heard.map(({cause, target, record}) => [cause, target, record!.event.method])).to.deep.equal([
        ['accept', element, 'banner-button'],
      ]);
      expect(said(element)).to.contain('келісім бердіңіз');
      expect(element.shadowRoot!.activeElement).to.equal(part(element, 'status'));
    });

    it('is kept, and sent, where the element’s attributes say', async () => {
      const endpoint = new Endpoint();
      const element = showStatus(`storage="cookie" cookie-domain="localhost" endpoint="${endpoint.url}"`);
      await clickOn(askButton(element));
      await until(() => question(element)?.matches(':state(open)'));
      await clickOn(answersOf(question(element)!).accept);
      const {ledger} = await endpoint.hasKept(1);
      expect(ledger[0]!.id).to.equal(contextOf(element).last!.id);
      expect(Object.keys(localStorage).filter((key) => key.startsWith('ipsm-consent/1/'))).to.deep.equal([]);
      contextOf(element).forget();
    });

    it('can be put off, and comes again', async () => {
      const element = showStatus();
      await clickOn(askButton(element));
      await until(() => question(element)?.shadowRoot!.activeElement);
      await press('Escape');
      await until(() => !isOpen(question(element)!));
      expect(element.status).to.equal('unasked');
      await clickOn(askButton(element));
      await until(() => isOpen(question(element)!));
    });

    it('is about the policy of the element, whatever another banner is about', async () => {
      const published = publish();
      Object.assign(published.manifest, {id: 'other'});
      show('<ipsm-consent-banner placement="inline"></ipsm-consent-banner>');
      const element = showStatus(`policy="${published.url}" policy-id="other"`);
      await until(() => askButton(element));
      await clickOn(askButton(element));
      await until(() => question(element)?.matches(':state(open)'));
      await clickOn(answersOf(question(element)!).decline);
      expect(element.status).to.equal('declined');
      expect(showStatus().status).to.equal('unasked');
    });

    it('is not offered where the answer stands', async () => {
      expect(askButton(await statusOf(publish(), {}))).to.equal(undefined);
    });
  });

  describe('for everybody', () => {
    it('is a labelled region, and announces what changes', async () => {
      const element = await statusOf(publish(), {});
      const region = part(element, 'base');
      expect(region.localName).to.equal('section');
      const title = element.shadowRoot!.getElementById(region.getAttribute('aria-labelledby')!)!;
      expect(oneLine(title)).to.equal('Сіздің келісіміңіз');
      expect(part(element, 'status').getAttribute('role')).to.equal('status');
    });

    it('gives each purpose’s button a name of its own that begins with what is visible', async function () {
      await statusOf(publish(), {purposes: {ads: 'given', research: 'given'}});
      const tree = await accessibilityTree();
      if (!tree) return this.skip();
      const visible = 'Осы мақсатқа келісімді қайтарып алу';
      const names = tree.filter(({role, name}) => role === 'button' && name.startsWith(visible));
      expect(new Set(names.map(({name}) => name))).to.have.property('size', 2);
      expect(names[0]!.name).to.contain('жарнама');
    });

    it('has buttons of 44 px', async () => {
      const element = await statusOf(publish(), {purposes: {ads: 'given'}});
      for (const button of element.shadowRoot!.querySelectorAll('button'))
        expect(button.getBoundingClientRect().height).to.be.at.least(44);
    });

    it('marks the language of words that were agreed to in another one', async () => {
      const element = await statusOf(publish(), {purposes: {ads: 'given'}});
      await speak('en', element);
      expect(part(element, 'base').lang).to.equal('en');
      expect(element.shadowRoot!.querySelector<HTMLElement>('#purpose-0')!.lang).to.equal('kk');
    });

    it('renders hostile words as text', async () => {
      const published = publish();
      const hostile = '<img src=x onerror="document.title=1">';
      const [release] = published.manifest.releases;
      Object.assign(release!, {operator: {...release!.operator, name: hostile, email: hostile}});
      Object.assign(release!.terms, {withdraw: {email: hostile, url: 'https://ipsm.kz/"><script>'}});
      for (const notice of Object.values(release!.notice)) Object.assign(notice, {purposes: {ads: hostile}});
      const element = await statusOf(published, {purposes: {ads: 'given'}});
      element.withdraw('ads');
      element.withdraw();
      await element.updateComplete;
      expect(said(element)).to.contain(hostile);
      expect(element.shadowRoot!.querySelector('img, script')).to.equal(null);
    });
  });
});
