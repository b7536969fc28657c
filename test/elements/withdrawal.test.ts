import {expect} from 'chai';
import type {ConsentRecord} from '../../src/core/record.js';
import {configure} from '../../src/elements/page/configure.js';
import type {ConsentStatusElement} from '../../src/elements/status/consent-status-element.js';
import {contextOf} from '../../src/elements/shared/policy-element.js';
import {clickOn, press} from '../helpers/commands.js';
import {decide, type Deed} from '../helpers/decide.js';
import {decidedStatus} from '../helpers/decided-status.js';
import {Endpoint} from '../helpers/endpoint.js';
import {openFrame} from '../helpers/frame.js';
import {
  buttonsOf,
  listenTo,
  oneLine,
  otherTabWrote,
  part,
  show,
  showStatus,
  speak,
  textOf,
  tick,
} from '../helpers/page.js';
import {publish, until} from '../helpers/publish.js';
import {blockStorage} from '../helpers/stub.js';

const WITHDRAW = 'Келісімді қайтарып алу';
const WITHDRAW_PURPOSE = 'Осы мақсатқа келісімді қайтарып алу';
const said = (element: Element) => oneLine(part(element, 'status'));
const links = (element: Element) =>
  [...part(element, 'status').querySelectorAll('a')].map((link) => decodeURIComponent(link.href));
const decisions = ({purposes}: ConsentRecord) => purposes.map(({decision}) => decision);

/** The consent that a withdrawal takes back. */
const agreed = (attributes = '', deed: Deed = {}) => decidedStatus(attributes, deed);
const BOTH: Deed = {purposes: {ads: 'given', research: 'given'}};

async function withdraw(element: ConsentStatusElement, words = WITHDRAW): Promise<void> {
  await clickOn(buttonsOf(element, words)[0]!);
  await element.updateComplete;
}

describe('a withdrawal', () => {
  it('takes one press, no reason, and is recorded as the person’s own act on the consent', async () => {
    const element = await agreed();
    const heard = listenTo(document);
    const given = contextOf(element).last!;
    await withdraw(element);
    expect(heard.map(({target, cause, status, previous}) => [target, cause, status, previous])).to.deep.equal(
      [[element, 'withdraw', 'withdrawn', 'given']],
    );
    const record = heard[0]!.record!;
    expect(record).to.deep.equal(contextOf(element).last);
    expect(record.event).to.include({state: 'withdrawn', method: 'status-button'});
    expect(record.prev!.id).to.equal(given.id);
    expect([record.policy, record.notice]).to.deep.equal([given.policy, given.notice]);
    expect(decisions(record)).to.deep.equal(['declined', 'declined', 'declined', 'not-asked', 'not-asked']);
    expect(buttonsOf(element, WITHDRAW)).to.deep.equal([]);
  });

  for (const [lang, subject, body] of [
    [
      'kk',
      'Келісімді қайтарып алу',
      /^Дербес деректерімді жинауға және өңдеуге берген келісімімді қайтарып аламын\. Тегім, атым, әкемнің аты: … Келісім берген күнім: \d{4} ж\. \d+ \p{L}+\. Жазба нөмірі: (\S+)\.$/u,
    ],
    [
      'ru',
      'Отзыв согласия',
      /^Отзываю своё согласие на сбор и обработку моих персональных данных\. Фамилия, имя, отчество: … Дата согласия: \d+ \p{L}+ \d{4} г\. Номер записи: (\S+)\.$/u,
    ],
    [
      'en',
      'Withdrawal of consent',
      /^I withdraw my consent to the collection and processing of my personal data\. Full name: … Date of consent: \d+ \p{L}+ \d{4}\. Record ID: (\S+)\.$/u,
    ],
  ] as const) {
    it(`offers a letter with the record’s id, in ${lang}, and promises no time limit`, async () => {
      const element = await agreed();
      await withdraw(element);
      await speak(lang, element);
      const [mail] = part(element, 'status').querySelectorAll('a');
      const {pathname, searchParams} = new URL(mail!.href);
      expect([pathname, searchParams.get('subject')]).to.deep.equal(['hello@ipsm.kz', subject]);
      expect(body.exec(searchParams.get('body')!)?.[1]).to.equal(contextOf(element).last!.id);
      expect(textOf(element)).not.to.match(/күн ішінде|дней|days/);
    });
  }

  for (const [lang, all, one] of [
    ['kk', WITHDRAW, WITHDRAW_PURPOSE],
    ['ru', 'Отозвать согласие', 'Отозвать согласие на эту цель'],
    ['en', 'Withdraw consent', 'Withdraw consent for this purpose'],
  ] as const) {
    it(`is what the buttons say in ${lang}`, async () => {
      const element = await agreed('', BOTH);
      await speak(lang, element);
      const buttons = [...element.shadowRoot!.querySelectorAll('.purposes button, .actions button')];
      expect(buttons.map(oneLine)).to.deep.equal([one, one, all]);
    });
  }

  it('goes to the address and page for withdrawals that the release names', async () => {
    const published = publish();
    Object.assign(published.manifest.releases[0]!.terms, {
      withdraw: {email: 'dpo+1&cc=x@ipsm.kz', url: 'withdraw.html'},
    });
    const element = await agreed(`policy="${published.url}"`);
    await withdraw(element);
    const [mail, page] = part(element, 'status').querySelectorAll('a');
    const {pathname, search} = new URL(mail!.href);
    expect(decodeURIComponent(pathname)).to.equal('dpo+1&cc=x@ipsm.kz');
    expect(pathname).not.to.contain('&');
    expect([...new URLSearchParams(search).keys()]).to.deep.equal(['subject', 'body']);
    expect(page!.href).to.equal(new URL('withdraw.html', published.url).href);
  });

  it('is still there on the next visit', async () => {
    const element = await agreed();
    await withdraw(element);
    element.remove();
    const later = showStatus();
    expect(said(later)).to.contain('өтініш жаздыңыз').and.contain('Дайын хат');
    expect(later.status).to.equal('withdrawn');
  });

  it('names the law that may leave something, only under that law', async () => {
    expect(textOf(await agreed())).to.contain('Заңның 8-бабының 2-тармағы');
    const published = publish();
    Object.assign(published.manifest, {jurisdiction: 'UZ'});
    expect(textOf(await agreed(`policy="${published.url}"`))).not.to.contain('8-бабының');
  });

  it('of one purpose after another leaves the rest, each in its own words and all in one letter', async () => {
    const element = await agreed('', BOTH);
    const {ads, research} = element.release!.notice['kk']!.purposes!;
    const heard = listenTo(element);
    await withdraw(element, WITHDRAW_PURPOSE);
    expect(heard.map(({cause, status}) => [cause, status])).to.deep.equal([['withdraw', 'given']]);
    expect(decisions(heard[0]!.record!)).to.deep.equal(['given', 'given', 'given', 'declined', 'given']);
    expect(said(element)).to.contain('келісім бердіңіз').and.contain(ads).and.not.contain(research);
    expect(links(element)[0]).to.contain(`\r\n«${ads}»`);
    await withdraw(element, WITHDRAW_PURPOSE);
    expect(links(element)[0]).to.contain(`\r\n«${ads}»\r\n«${research}»`);
    expect(element.status).to.equal('given');
    await withdraw(element);
    expect(element.status).to.equal('withdrawn');
    expect(links(element)[0]).not.to.contain('\r\n');
  });

  it('of a consent that a later refusal of new words left standing is about its version', async () => {
    const published = publish();
    const element = await agreed(`policy="${published.url}"`);
    published.release({version: '2'});
    await contextOf(element).load();
    decide(element, {state: 'declined'});
    await element.updateComplete;
    await withdraw(element);
    expect(contextOf(element).last!.policy.version).to.equal('1');
    expect(element.status).to.equal('withdrawn');
  });

  it('works with storage blocked', async () => {
    blockStorage('localStorage');
    const element = await agreed();
    await withdraw(element);
    expect(element.status).to.equal('withdrawn');
    contextOf(element).forget();
  });

  it('works by keys alone, and the focus goes to what is said when the button has gone', async () => {
    const element = await agreed();
    buttonsOf(element, WITHDRAW)[0]!.focus();
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

  describe('where the page has an endpoint', () => {
    const at = ({url}: Endpoint) => `endpoint="${url}"`;
    const WAITING = [
      'Оператордың сервері өтінішті алғанын әлі растаған жоқ. Осы бет ашық тұрғанда өтініш қайта жіберіледі. Күтпей, өзіңіз де жібере аласыз:',
      'Сервер оператора ещё не подтвердил получение. Пока эта страница открыта, заявление отправляется снова. Можно не ждать и отправить его самостоятельно:',
      'The operator’s server has not yet confirmed receipt. While this page is open, the notice is sent again. You can also send it yourself:',
    ];
    const SENT = [
      'Өтініш операторға жіберілді, оның сервері алғанын растады.',
      'Заявление отправлено оператору, его сервер подтвердил получение.',
      'The notice was sent to the operator, and its server has confirmed receipt.',
    ];
    const REFUSED = [
      'Оператордың сервері өтінішті қабылдамады. Операторға өзіңіз жіберіңіз:',
      'Сервер оператора не принял заявление. Отправьте его оператору сами:',
      'The operator’s server did not accept the notice. Send it to the operator yourself:',
    ];

    for (const [what, deed, sentences, letters] of [
      ['waits', '503', WAITING, 1],
      ['has arrived', 'fine', SENT, 0],
      ['was refused', '422', REFUSED, 1],
    ] as const) {
      it(`says what became of it, in three languages: it ${what}`, async () => {
        const element = await agreed(at(await Endpoint.planned(deed)));
        await withdraw(element);
        await until(() => said(element).includes(sentences[0]!));
        for (const [i, lang] of ['kk', 'ru', 'en'].entries()) {
          await speak(lang, element);
          expect(said(element)).to.contain(sentences[i]);
        }
        expect(links(element)).to.have.length(letters);
      });
    }

    it('is "sent" only once the operator’s server has acknowledged it, whole and once', async () => {
      const endpoint = await Endpoint.planned('503', 'fine');
      const element = await agreed(at(endpoint));
      const heard = listenTo(element, 'ipsm-consent-error');
      await withdraw(element);
      await until(() => heard.length);
      expect(said(element)).to.contain(WAITING[0]);
      dispatchEvent(new Event('online'));
      await until(() => said(element).includes(SENT[0]!));
      const {ledger} = await endpoint.seen();
      expect(ledger.map(({body}) => JSON.parse(body) as unknown)).to.deep.equal([contextOf(element).last]);
      element.remove();
      expect(said(showStatus(at(endpoint)))).to.contain(SENT[0]);
    });

    it('goes where the page’s settings say, that of one purpose as well', async () => {
      const endpoint = new Endpoint();
      configure({endpoint: endpoint.url});
      const element = await agreed('', BOTH);
      await withdraw(element, WITHDRAW_PURPOSE);
      const {ledger} = await endpoint.hasKept(1);
      expect(ledger[0]!.id).to.equal(contextOf(element).last!.id);
    });

    it('keeps its words where what is stored about the sending is damaged', async () => {
      const endpoint = new Endpoint();
      const element = await agreed(at(endpoint));
      await withdraw(element);
      await endpoint.hasKept(1);
      const key = Object.keys(localStorage).find((each) => each.startsWith('ipsm-consent/outbox/'))!;
      const entry = JSON.parse(localStorage.getItem(key)!) as object;
      localStorage.setItem(key, JSON.stringify({...entry, state: 'lost'}));
      otherTabWrote(key);
      await element.updateComplete;
      expect(said(element)).to.contain('өтініш жаздыңыз').and.contain('осы браузерде ғана сақталды');
    });
  });

  describe('by a program', () => {
    for (const [lang, words] of [
      ['kk', 'Батырманы адам емес, бағдарлама басты, сондықтан ештеңе жазылмады. Батырманы өзіңіз басыңыз.'],
      ['ru', 'Кнопку нажал не человек, а программа, поэтому ничего не записано. Нажмите кнопку сами.'],
      [
        'en',
        'A program pressed the button, not a person, so nothing was recorded. Press the button yourself.',
      ],
    ] as const) {
      it(`that presses the buttons, however often, is none, which is said in ${lang}`, async () => {
        const element = await agreed('', BOTH);
        await speak(lang, element);
        const heard = listenTo(element);
        const buttons = [
          ...element.shadowRoot!.querySelectorAll<HTMLElement>('.actions button, .purposes button'),
        ];
        expect(buttons).to.have.length(3);
        for (const button of [...buttons, ...buttons]) button.click();
        await element.updateComplete;
        expect(heard).to.deep.equal([]);
        expect(said(element)).to.contain(words);
        await speak('kk', element);
        await withdraw(element);
        expect(contextOf(element).last!.event).to.include({state: 'withdrawn', method: 'status-button'});
        expect(said(element)).not.to.contain('бағдарлама басты');
      });
    }

    it('that calls withdraw() is recorded as a script’s', async () => {
      const element = await agreed('', BOTH);
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
      expect([heard.length, element.status]).to.deep.equal([0, 'given']);
    });
  });

  describe('and a tick that waits', () => {
    const waiting = () => show('<form><ipsm-consent-checkbox name="c"></ipsm-consent-checkbox></form>');
    const GONE = 'Келісімді қайтарып алу туралы өтініш жазылды, сондықтан құсбелгі алынды.';

    it('takes it at once, with a reason beside the box', async () => {
      const element = await agreed();
      const checkbox = waiting();
      await tick(checkbox);
      const heard = listenTo(checkbox);
      await withdraw(element);
      expect(checkbox.checked).to.equal(false);
      expect(heard.map(({cause, record}) => [cause, record])).to.deep.equal([['withdraw', null]]);
      await checkbox.updateComplete;
      expect(oneLine(part(checkbox, 'status'))).to.equal(GONE);
    });

    it('takes it in another tab too', async () => {
      const checkbox = waiting();
      await tick(checkbox);
      const heard = listenTo(checkbox);
      const {document: other} = await openFrame('/test/elements/pages/storage.html');
      const element = other.createElement('ipsm-consent-status');
      const agreeing = other.createElement('ipsm-consent-checkbox');
      other.body.append(element, agreeing);
      await until(() => agreeing.matches(':state(ready)'));
      // A yes counts once the words have been there for a second.
      while (!agreeing.checked) await tick(agreeing);
      agreeing.commit();
      await until(() => checkbox.status === 'given');
      expect(checkbox.checked).to.equal(true);
      element.withdraw();
      await until(() => !checkbox.checked);
      expect(heard.map(({cause, record}) => [cause, record])).to.deep.equal([['other-tab', null]]);
      await checkbox.updateComplete;
      expect(oneLine(part(checkbox, 'status'))).to.equal(GONE);
    });

    it('leaves it where the withdrawal is older, whatever another tab writes', async () => {
      const element = await agreed();
      await withdraw(element);
      const checkbox = waiting();
      await tick(checkbox);
      otherTabWrote(null);
      expect(checkbox.checked).to.equal(true);
    });

    it('leaves it where another policy’s consent is withdrawn', async () => {
      const published = publish();
      Object.assign(published.manifest, {id: 'other'});
      const other = await agreed(`policy="${published.url}" policy-id="other"`);
      const checkbox = waiting();
      await tick(checkbox);
      await withdraw(other);
      expect([other.status, checkbox.checked]).to.deep.equal(['withdrawn', true]);
    });

    it('of one optional purpose takes that purpose’s own tick and leaves the other', async () => {
      const element = await agreed('', BOTH);
      const form = show<HTMLFormElement>(
        `<form><ipsm-consent-checkbox></ipsm-consent-checkbox><ipsm-consent-checkbox purpose="ads"></ipsm-consent-checkbox></form>`,
        'form',
      );
      const [box, ads] = form.querySelectorAll('ipsm-consent-checkbox');
      await tick(box!);
      await tick(ads!);
      await withdraw(element, WITHDRAW_PURPOSE);
      expect([box!.checked, ads!.checked]).to.deep.equal([true, false]);
    });
  });
});
