import {expect} from 'chai';
import {canonicalJson} from '../../src/core/canonical-json.js';
import type {ConsentRecord} from '../../src/core/record.js';
import {configure} from '../../src/elements/page/configure.js';
import type {ConsentStatusElement} from '../../src/elements/status/consent-status-element.js';
import {accessibilityTree, clickOn, press} from '../helpers/commands.js';
import {Endpoint} from '../helpers/endpoint.js';
import {openFrame} from '../helpers/frame.js';
import {listenTo, part, show, speak, textOf, tick} from '../helpers/page.js';
import {inDays, publish, until} from '../helpers/publish.js';
import {blockStorage} from '../helpers/stub.js';

const TAG = 'ipsm-consent-status';
const status = (attributes = '') => show<ConsentStatusElement>(`<${TAG} ${attributes}></${TAG}>`, TAG);
const said = (element: Element) => part(element, 'status').textContent.replace(/\s+/g, ' ').trim();
const buttons = (element: Element, name = 'withdraw-button') => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[part~=${name}]`),
];
const links = (element: Element) =>
  [...part(element, 'status').querySelectorAll('a')].map((link) => decodeURIComponent(link.href));

/** The person agrees in a form, to the purposes as well, and sends it. */
async function agree(attributes = '', ...purposes: string[]): Promise<void> {
  const boxes = ['', ...purposes].map(
    (purpose) =>
      `<ipsm-consent-checkbox ${attributes} ${purpose && `purpose="${purpose}"`}></ipsm-consent-checkbox>`,
  );
  const form = show<HTMLFormElement>(`<form>${boxes.join('')}</form>`, 'form');
  const [box, ...others] = form.querySelectorAll('ipsm-consent-checkbox');
  await until(() => box!.release);
  for (const each of [box!, ...others]) await tick(each);
  box!.commit();
  form.closest('.place')!.remove();
}

/** What the person reads after having agreed. */
async function agreed(attributes = '', ...purposes: string[]): Promise<ConsentStatusElement> {
  await agree(attributes, ...purposes);
  const element = status(attributes);
  await until(() => element.release);
  await element.updateComplete;
  return element;
}

async function answer(name: 'accept' | 'decline', attributes = ''): Promise<void> {
  const tag = 'ipsm-consent-banner';
  const banner = show(`<${tag} ${attributes}></${tag}>`, tag);
  await until(() => part(banner, `${name}-button`));
  await clickOn(part(banner, `${name}-button`));
  banner.closest('.place')!.remove();
}

/** An optional purpose's own button. */
const ofPurpose = (element: Element) => part(element, 'purposes').querySelector('button')!;

describe('ipsm-consent-status', () => {
  describe('says what was decided', () => {
    it('when, about which version, and in which language: a consent', async () => {
      const element = await agreed();
      expect(said(element)).to.match(
        /^Сіз саясаттың text-39a8650a нұсқасына келістіңіз: \d{4} ж\. \d{1,2} \p{L}+ \(қазақша мәтін\)\.$/u,
      );
      await speak('ru', element);
      expect(said(element)).to.match(
        /^Вы согласились с версией политики text-39a8650a: .+ \(текст на казахском\)\.$/,
      );
      await speak('en', element);
      expect(said(element)).to.match(
        /^You agreed to version text-39a8650a of the policy on .+ \(Kazakh text\)\.$/,
      );
    });

    it('a refusal, and how to see the question again', async () => {
      await answer('decline');
      const element = status();
      expect(said(element)).to.match(/^Сіз саясаттың text-39a8650a нұсқасына келіспедіңіз: /);
      expect(buttons(element)).to.deep.equal([]);
      expect(buttons(element, 'ask-button')).to.have.length(1);
    });

    it('nothing, and whom to write to, where nothing is on record', async () => {
      const element = status();
      expect(said(element)).to.contain('Бұл браузерде жауабыңыз туралы жазба жоқ.');
      expect(links(element)).to.deep.equal(['mailto:hello@ipsm.kz']);
      expect(buttons(element, 'receipt-button')).to.deep.equal([]);
      expect(localStorage.length + sessionStorage.length).to.equal(0);
    });

    it('an operator without e-mail is named with the site', async () => {
      const published = await publish();
      published.manifest.operator = {...published.manifest.operator, email: null};
      const element = status(`policy="${published.url}"`);
      await until(() => element.release);
      expect(part(element, 'status').querySelector('a')!.href).to.equal('https://ipsm.kz/');
    });

    it('a newer version, and what has changed since', async () => {
      const published = await publish();
      const element = await agreed(`policy="${published.url}"`);
      expect(element.status).to.equal('given');
      published.release({version: '2'}, ['Жаңа ереже']);
      await element.context.load();
      await element.updateComplete;
      expect(element.status).to.equal('outdated');
      expect(said(element)).to.match(
        /^Сіз саясаттың 1 нұсқасына келістіңіз: .* Содан бері саясаттың жаңа нұсқасы/,
      );
      expect(part(element, 'changes').textContent).to.contain('Жаңа ереже');
      expect((part(element, 'policy-link') as HTMLAnchorElement).href).to.contain('2026-10-01.kk.html');
    });

    it('the end of the term, by the consent and not by a purpose withdrawn later', async () => {
      const published = await publish();
      published.manifest.releases[0]!.terms.term = inDays(-0.0001).slice(0, 19) + 'Z';
      const element = await agreed(`policy="${published.url}"`, 'ads');
      expect(element.status).to.equal('expired');
      expect(part(element, 'changes').textContent).to.contain('келісімнің мерзімі аяқталды');
      await clickOn(ofPurpose(element));
      expect(element.status).to.equal('expired');
    });

    it('what is on record also where the policy cannot be loaded, and takes a withdrawal', async () => {
      const published = await publish();
      const attributes = `policy="${published.url}"`;
      const element = await agreed(attributes, 'ads');
      published.manifest.releases[0]!.notice.kk!.agree = 'Басқа сөздер';
      await element.context.load();
      await element.updateComplete;
      expect(element.release).to.equal(undefined);
      expect(part(element, 'error')).not.to.equal(null);
      expect(said(element)).to.match(/^Сіз саясаттың 1 нұсқасына келістіңіз/);
      expect(part(element, 'purposes').textContent).to.contain('2.2.4-тармақ');
      await clickOn(part(element, 'actions').querySelector('button')!);
      expect(said(element)).to.match(
        /^Сіз саясаттың 1 нұсқасына берген келісіміңізді қайтарып алуды сұрадыңыз/,
      );
    });
  });

  describe('the request for withdrawal', () => {
    it('takes one press, no reason, and is recorded as the person’s own act on the consent', async () => {
      const element = await agreed();
      const heard = listenTo(document);
      const given = element.context.last!;
      await clickOn(buttons(element)[0]!);
      expect(
        heard.map(({target, cause, status, previous}) => [target, cause, status, previous]),
      ).to.deep.equal([[element, 'withdraw', 'withdrawn', 'given']]);
      const {record} = heard[0]!;
      expect(record).to.deep.equal(element.context.last);
      expect(record!.event).to.include({state: 'withdrawn', method: 'status-button'});
      expect(record!.prev!.id).to.equal(given.id);
      expect([record!.policy, record!.notice]).to.deep.equal([given.policy, given.notice]);
      expect(record).to.have.all.keys(given);
      expect(record!.purposes.map(({decision}) => decision)).to.deep.equal([
        ...['declined', 'declined', 'declined'],
        ...['not-asked', 'not-asked'],
      ]);
    });

    it('says that nothing was sent, and offers a letter with the record’s id in the person’s language', async () => {
      const element = await agreed();
      await speak('ru', element);
      await clickOn(buttons(element)[0]!);
      const {id} = element.context.last!;
      expect(said(element)).to.contain('Запрос отмечен только в этом браузере и никуда не отправлен.');
      expect(buttons(element)).to.deep.equal([]);
      expect(links(element)).to.have.length(1);
      expect(links(element)[0]).to.equal(
        `mailto:hello@ipsm.kz?subject=Отзыв согласия (${id})&body=${[
          'Прошу принять отзыв моего согласия на обработку моих персональных данных.',
          'Обозначение версии: text-39a8650a; дата вступления в силу в политике не указана',
          `Номер записи: ${id}`,
          'Мои фамилия, имя, отчество:',
        ].join('\r\n')}`,
      );
    });

    it('goes to the address and page for withdrawals that the release names', async () => {
      const published = await publish();
      const {terms} = published.manifest.releases[0]!;
      terms.withdraw = {email: 'dpo+1&cc=x@ipsm.kz', url: 'https://ipsm.kz/withdraw'};
      const element = await agreed(`policy="${published.url}"`);
      await clickOn(buttons(element)[0]!);
      const [mail, page] = part(element, 'status').querySelectorAll('a');
      const {pathname, search} = new URL(mail!.href);
      expect(decodeURIComponent(pathname)).to.equal('dpo+1&cc=x@ipsm.kz');
      expect(pathname).not.to.contain('&');
      expect([...new URLSearchParams(search).keys()]).to.deep.equal(['subject', 'body']);
      expect(page!.href).to.equal('https://ipsm.kz/withdraw');
    });

    it('is still there on the next visit', async () => {
      const element = await agreed();
      await clickOn(buttons(element)[0]!);
      element.remove();
      const later = status();
      expect(said(later)).to.contain('келісіміңізді қайтарып алуды сұрадыңыз').and.contain('Дайын хат');
      expect(later.status).to.equal('withdrawn');
    });

    it('names the law that makes it a request, only under that law', async () => {
      expect(textOf(await agreed())).to.contain('94-V Заңның 8-бабының 2-тармағы');
      const published = await publish();
      Object.assign(published.manifest, {jurisdiction: 'UZ'});
      expect(textOf(await agreed(`policy="${published.url}"`))).not.to.contain('94-V');
    });

    it('promises no time limit', async () => {
      const element = await agreed();
      await clickOn(buttons(element)[0]!);
      for (const lang of ['kk', 'ru', 'en']) {
        await speak(lang, element);
        expect(textOf(element)).not.to.match(/күн ішінде|дней|days/);
      }
    });

    it('of one optional purpose leaves the rest, and asks for that purpose in its own words', async () => {
      const element = await agreed('', 'ads', 'research');
      expect(part(element, 'purposes').textContent.match(/Келісім бар/g)).to.have.length(2);
      const heard = listenTo(element);
      await clickOn(ofPurpose(element));
      expect(heard.map(({cause, status}) => [cause, status])).to.deep.equal([['withdraw', 'given']]);
      expect(heard[0]!.record!.purposes.map(({decision}) => decision)).to.deep.equal([
        ...['given', 'given', 'given'],
        ...['declined', 'given'],
      ]);
      expect(said(element)).to.match(/^Сіз саясаттың text-39a8650a нұсқасына келістіңіз/);
      expect(said(element)).to.contain('Маған жарнама, ақпарат және сұраулар жіберу үшін');
      expect(said(element)).not.to.contain('зерттеулер');
      expect(links(element)[0]).to.contain('Мына келісімімді қайтарып алуды сұраймын:\r\nМаған жарнама');
      expect(buttons(element)).to.have.length(2);
    });

    it('of one purpose after another asks for all of them in one letter', async () => {
      const element = await agreed('', 'ads', 'research');
      await clickOn(ofPurpose(element));
      await clickOn(ofPurpose(element));
      expect(links(element)[0]).to.contain('(2.2.4)').and.contain('(2.2.5)');
      expect(element.status).to.equal('given');
      await clickOn(buttons(element)[0]!);
      expect(element.status).to.equal('withdrawn');
      expect(links(element)[0]).to.contain('Дербес деректерімді өңдеуге берген келісімімді қайтарып алуды');
    });

    it('of a consent that a later refusal of new words left standing', async () => {
      const published = await publish();
      const attributes = `policy="${published.url}"`;
      await agree(attributes);
      published.release({version: '2'});
      const element = status(attributes);
      await element.context.load();
      await answer('decline', attributes);
      await element.updateComplete;
      expect(said(element)).to.match(
        /^Сіз саясаттың 2 нұсқасына келіспедіңіз: .+Сіз саясаттың 1 нұсқасына келістіңіз: /,
      );
      await clickOn(buttons(element)[0]!);
      expect(element.context.last!.event.state).to.equal('withdrawn');
      expect(element.context.last!.policy.version).to.equal('1');
      expect(element.status).to.equal('withdrawn');
    });

    it('works with storage blocked', async () => {
      blockStorage('localStorage');
      const element = await agreed();
      await clickOn(buttons(element)[0]!);
      expect(element.status).to.equal('withdrawn');
      element.context.forget();
    });
  });

  describe('the request, where the page has an endpoint,', () => {
    const at = ({url}: Endpoint) => `endpoint="${url}"`;

    it('is "sent" only once the operator’s server has acknowledged it', async () => {
      const endpoint = await Endpoint.planned('503', 'fine');
      const element = await agreed(at(endpoint));
      await clickOn(buttons(element)[0]!);
      await until(() => said(element).includes('Оператордың сервері сұрауды алғанын әлі растаған жоқ.'));
      expect(links(element)).to.deep.equal([]);
      dispatchEvent(new Event('online'));
      await until(() => said(element).includes('оның сервері алғанын растады'));
      const {ledger} = await endpoint.seen();
      expect(ledger.map(({body}) => body)).to.deep.equal([canonicalJson(element.context.last)]);
    });

    it('says before any answer that it has not been sent', async () => {
      const element = await agreed(at(await Endpoint.planned('hanging')));
      await clickOn(buttons(element)[0]!);
      await element.updateComplete;
      expect(said(element))
        .to.contain('Оператордың сервері сұрауды алғанын әлі растаған жоқ.')
        .and.not.contain('растады');
    });

    it('says that it was refused, and offers the letter', async () => {
      const element = await agreed(at(await Endpoint.planned('422')));
      await clickOn(buttons(element)[0]!);
      await until(() => said(element).includes('Оператордың сервері сұрауды қабылдамады.'));
      expect(links(element)[0]).to.contain('mailto:hello@ipsm.kz?subject=');
    });

    it('goes where the page’s settings say', async () => {
      const endpoint = new Endpoint();
      configure({endpoint: endpoint.url});
      const element = await agreed();
      await clickOn(buttons(element)[0]!);
      const {ledger} = await endpoint.hasKept(1);
      expect(ledger[0]!.id).to.equal(element.context.last!.id);
    });

    it('of one purpose is sent as well, and so is the answer to the question in place', async () => {
      const endpoint = new Endpoint();
      const element = await agreed(at(endpoint), 'ads');
      await clickOn(ofPurpose(element));
      await endpoint.hasKept(1);
      await clickOn(buttons(element)[0]!);
      await endpoint.hasKept(2);
      await clickOn(part(element, 'ask-button'));
      const banner = () => element.shadowRoot!.querySelector('ipsm-consent-banner')!;
      await until(() => banner()?.matches(':state(open)'));
      await clickOn(part(banner(), 'accept-button'));
      const {ledger} = await endpoint.hasKept(3);
      expect(ledger.map(({body}) => (JSON.parse(body) as ConsentRecord).event.state)).to.deep.equal([
        ...['withdrawn', 'withdrawn'],
        'given',
      ]);
    });

    it('keeps its words where what is stored about the sending is damaged', async () => {
      const endpoint = new Endpoint();
      const element = await agreed(at(endpoint));
      await clickOn(buttons(element)[0]!);
      await endpoint.hasKept(1);
      const key = Object.keys(localStorage).find((each) => each.startsWith('ipsm-consent/outbox/'))!;
      const entry = JSON.parse(localStorage.getItem(key)!) as object;
      localStorage.setItem(key, JSON.stringify({...entry, state: 'lost'}));
      dispatchEvent(new StorageEvent('storage', {key}));
      await element.updateComplete;
      expect(said(element)).to.contain('қайтарып алуды сұрадыңыз');
      const later = status(at(endpoint));
      await later.updateComplete;
      expect(said(later)).to.contain('қайтарып алуды сұрадыңыз');
    });

    afterEach(() => configure({endpoint: undefined}));
  });

  describe('a program', () => {
    it('that presses the button changes nothing and is told of; pressing again is recorded as a script’s act', async () => {
      const element = await agreed();
      const heard = listenTo(element);
      buttons(element)[0]!.click();
      await element.updateComplete;
      expect(heard).to.deep.equal([]);
      expect(said(element)).to.contain('Батырманы адам емес, бағдарлама басты');
      buttons(element)[0]!.click();
      expect(heard[0]!.record!.event.method).to.equal('script');
      await element.updateComplete;
      expect(said(element)).not.to.contain('бағдарлама басты');
    });

    it('that presses every button once changes nothing', async () => {
      const element = await agreed('', 'ads', 'research');
      for (const button of buttons(element)) button.click();
      expect(element.context.last!.event.state).to.equal('given');
    });

    it('does not get in the way of the person', async () => {
      const element = await agreed();
      buttons(element)[0]!.click();
      await element.updateComplete;
      await clickOn(buttons(element)[0]!);
      expect(element.context.last!.event).to.include({state: 'withdrawn', method: 'status-button'});
    });

    it('that calls withdraw() is recorded as a script', async () => {
      const element = await agreed('', 'ads');
      const heard = listenTo(element);
      element.withdraw('ads');
      element.withdraw();
      expect(heard.map(({record}) => record!.event.method)).to.deep.equal(['script', 'script']);
      expect(element.status).to.equal('withdrawn');
    });

    it('that calls withdraw() for nothing changes nothing', async () => {
      const element = await agreed();
      const heard = listenTo(element);
      for (const purpose of ['ads', 'services', 'constructor']) element.withdraw(purpose);
      expect(heard).to.deep.equal([]);
      status().withdraw('ads');
      expect(element.status).to.equal('given');
    });
  });

  describe('a tick that waits', () => {
    const waiting = () => show('<form><ipsm-consent-checkbox name="c"></ipsm-consent-checkbox></form>');

    it('goes at once when everything is withdrawn, with a reason beside the box', async () => {
      const element = await agreed();
      const checkbox = waiting();
      await tick(checkbox);
      const heard = listenTo(checkbox);
      await clickOn(buttons(element)[0]!);
      expect(checkbox.checked).to.equal(false);
      expect(heard.map(({cause, record}) => [cause, record])).to.deep.equal([['withdraw', null]]);
      await checkbox.updateComplete;
      expect(part(checkbox, 'status').textContent).to.equal(
        'Келісімді қайтарып алу сұралды, сондықтан белгі алып тасталды.',
      );
    });

    it('goes in another tab too', async () => {
      const checkbox = waiting();
      await tick(checkbox);
      const heard = listenTo(checkbox);
      const other = await openFrame('/test/bundles/pages/head.html');
      part(other.document.querySelector('ipsm-consent-banner')!, 'later-button').click();
      const box = other.document.querySelector('ipsm-consent-checkbox')!;
      await tick(box);
      expect(box.checked).to.equal(true);
      box.commit();
      await until(() => checkbox.status === 'given');
      expect(checkbox.checked).to.equal(true);
      const element = other.document.createElement(TAG);
      other.document.body.append(element);
      element.withdraw();
      expect(box.checked).to.equal(false);
      await until(() => !checkbox.checked);
      expect(heard.map(({cause, record}) => [cause, record])).to.deep.equal([['other-tab', null]]);
      expect(part(checkbox, 'status').textContent).to.contain('Келісімді қайтарып алу сұралды');
    });

    it('stays where the withdrawal is older, whatever another tab writes', async () => {
      const element = await agreed();
      await clickOn(buttons(element)[0]!);
      const checkbox = waiting();
      await tick(checkbox);
      dispatchEvent(new StorageEvent('storage', {key: null}));
      expect(checkbox.checked).to.equal(true);
    });

    it('stays where another policy’s consent is withdrawn', async () => {
      const published = await publish();
      Object.assign(published.manifest, {id: 'other'});
      const other = await agreed(`policy="${published.url}" policy-id="other"`);
      const checkbox = waiting();
      await tick(checkbox);
      await clickOn(buttons(other)[0]!);
      expect(other.status).to.equal('withdrawn');
      expect(checkbox.checked).to.equal(true);
    });

    it('stays where one optional purpose is withdrawn, but that purpose’s own tick goes', async () => {
      const element = await agreed('', 'ads');
      const form = show<HTMLFormElement>(
        `<form><ipsm-consent-checkbox></ipsm-consent-checkbox><ipsm-consent-checkbox purpose="ads"></ipsm-consent-checkbox></form>`,
        'form',
      );
      const [box, ads] = form.querySelectorAll('ipsm-consent-checkbox');
      await tick(box!);
      await tick(ads!);
      await clickOn(ofPurpose(element));
      expect([box!.checked, ads!.checked]).to.deep.equal([true, false]);
    });
  });

  describe('the question again', () => {
    const question = (element: Element) => element.shadowRoot!.querySelector('ipsm-consent-banner');

    it('opens in the page’s banner, and the focus goes there', async () => {
      await answer('decline');
      const banner = show('<ipsm-consent-banner></ipsm-consent-banner>', 'ipsm-consent-banner');
      const element = status();
      expect(banner.matches(':state(open)')).to.equal(false);
      await clickOn(part(element, 'ask-button'));
      await until(() => banner.shadowRoot!.activeElement);
      expect(banner.matches(':state(open)')).to.equal(true);
      expect(banner.shadowRoot!.activeElement).to.equal(part(banner, 'title'));
      expect(question(element)).to.equal(null);
      await clickOn(part(banner, 'accept-button'));
      await element.updateComplete;
      expect(said(element)).to.contain('нұсқасына келістіңіз');
      await clickOn(part(banner, 'close-button'));
      expect(element.shadowRoot!.activeElement).to.equal(part(element, 'status'));
    });

    it('is put in place where the page has no banner, and the answer is said here', async () => {
      await answer('decline');
      const element = status();
      const heard = listenTo(document);
      part(element, 'ask-button').focus();
      await press('Enter');
      await until(() => question(element)?.shadowRoot!.activeElement);
      await clickOn(part(question(element)!, 'accept-button'));
      await until(() => !question(element));
      expect(heard.map(({cause, target, record}) => [cause, target, record!.event.method])).to.deep.equal([
        ['accept', element, 'banner-button'],
      ]);
      expect(said(element)).to.contain('нұсқасына келістіңіз');
      expect(element.shadowRoot!.activeElement).to.equal(part(element, 'status'));
    });

    it('keeps the answer where the element’s attributes say', async () => {
      const element = status('storage="cookie" cookie-domain="localhost"');
      await clickOn(part(element, 'ask-button'));
      await until(() => question(element)?.matches(':state(open)'));
      await clickOn(part(question(element)!, 'decline-button'));
      expect(element.status).to.equal('declined');
      expect(localStorage.length).to.equal(0);
      element.context.forget();
    });

    it('can be put off, and comes again', async () => {
      const element = status();
      await clickOn(part(element, 'ask-button'));
      await until(() => question(element)?.shadowRoot!.activeElement);
      await press('Escape');
      await until(() => !question(element)!.matches(':state(open)'));
      expect(element.status).to.equal('unasked');
      await clickOn(part(element, 'ask-button'));
      await until(() => question(element)!.matches(':state(open)'));
    });

    it('is about the policy of the element, whatever another banner is about', async () => {
      const published = await publish();
      Object.assign(published.manifest, {id: 'other'});
      show('<ipsm-consent-banner placement="inline"></ipsm-consent-banner>');
      const element = status(`policy="${published.url}" policy-id="other"`);
      await until(() => part(element, 'ask-button'));
      await clickOn(part(element, 'ask-button'));
      await until(() => question(element)?.matches(':state(open)'));
      await clickOn(part(question(element)!, 'decline-button'));
      expect(element.status).to.equal('declined');
      expect(status().status).to.equal('unasked');
    });

    it('is not offered where the answer stands', async () => {
      expect(buttons(await agreed(), 'ask-button')).to.deep.equal([]);
    });
  });

  describe('for everybody', () => {
    it('is a labelled region, and announces what changes', async () => {
      const element = await agreed();
      const region = part(element, 'base');
      expect(region.localName).to.equal('section');
      const title = element.shadowRoot!.getElementById(region.getAttribute('aria-labelledby')!)!;
      expect(title.textContent.trim()).to.equal('Сіздің келісіміңіз');
      expect(part(element, 'status').getAttribute('role')).to.equal('status');
    });

    it('works by keys alone, and the focus goes to what is said when the button has gone', async () => {
      const element = await agreed();
      buttons(element)[0]!.focus();
      await press('Enter');
      await element.updateComplete;
      expect(element.shadowRoot!.activeElement).to.equal(part(element, 'status'));
    });

    it('takes no focus where it was elsewhere', async () => {
      const outside = show<HTMLButtonElement>('<button>outside</button>', 'button');
      const element = await agreed();
      outside.focus();
      element.withdraw();
      await element.updateComplete;
      expect(document.activeElement).to.equal(outside);
    });

    it('gives each purpose’s button a name of its own that begins with what is visible', async function () {
      await agreed('', 'ads', 'research');
      const tree = await accessibilityTree();
      if (!tree) return this.skip();
      const names = tree.filter(({role, name}) => role === 'button' && name.startsWith('Осы мақсатқа'));
      expect(names.map(({name}) => /2\.2\.\d/.exec(name)?.[0])).to.deep.equal(['2.2.4', '2.2.5']);
    });

    it('has buttons of 44 px', async () => {
      const element = await agreed('', 'ads');
      for (const button of element.shadowRoot!.querySelectorAll('button'))
        expect(button.getBoundingClientRect().height).to.be.at.least(44);
    });

    it('marks the language of words that were agreed to in another one', async () => {
      const element = await agreed('', 'ads');
      await speak('en', element);
      expect(part(element, 'base').lang).to.equal('en');
      expect(part(element, 'purposes').querySelector('span')!.lang).to.equal('kk');
    });

    it('renders hostile words as text', async () => {
      const published = await publish();
      const hostile = '<img src=x onerror="document.title=1">';
      const {manifest} = published;
      manifest.operator = {...manifest.operator, name: hostile, email: hostile};
      manifest.releases[0]!.version = hostile;
      manifest.releases[0]!.terms.withdraw = {email: hostile, url: 'https://ipsm.kz/"><script>'};
      for (const notice of Object.values(manifest.releases[0]!.notice)) notice.purposes!['ads'] = hostile;
      const element = await agreed(`policy="${published.url}"`, 'ads');
      await clickOn(ofPurpose(element));
      await clickOn(buttons(element)[0]!);
      expect(said(element)).to.contain(hostile);
      expect(element.shadowRoot!.querySelector('img, script')).to.equal(null);
    });
  });
});
