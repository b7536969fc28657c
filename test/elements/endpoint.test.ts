import {expect} from 'chai';
import {canonicalJson} from '../../src/core/canonical-json.js';
import {configure} from '../../src/elements/page/configure.js';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import {clickOn} from '../helpers/commands.js';
import {deliveries, Endpoint} from '../helpers/endpoint.js';
import {decide} from '../helpers/decide.js';
import {openFrame} from '../helpers/frame.js';
import {
  answersOf,
  errorsAt,
  isReady,
  listenTo,
  oneLine,
  otherTabWrote,
  part,
  show,
  showBanner,
  tick,
} from '../helpers/page.js';
import {readable} from '../helpers/readable.js';
import {comeBack, until} from '../helpers/publish.js';
import {stub} from '../helpers/stub.js';

const TAG = 'ipsm-consent-banner';
const bannerTo = ({url}: Endpoint, attributes = '') => showBanner(`endpoint="${url}" ${attributes}`);
const NOT_KEPT = 'Жауабыңыз сақталмады да, жіберілмеді де';
const states = () => Object.values(deliveries());
const online = (view: Window = window) => view.dispatchEvent(new Event('online'));

async function answer(element: ConsentBannerElement, button: 'accept' | 'decline' | 'later') {
  const heard = listenTo(element);
  element.show();
  await element.updateComplete;
  await readable(element);
  await clickOn(answersOf(element)[button]);
  return heard[0]?.record ?? undefined;
}

/** A page with a banner, as in another tab. */
async function openTab({url}: Endpoint) {
  const view = await openFrame(`/test/elements/pages/banner.html?endpoint=${url}`);
  const element = view.document.querySelector<ConsentBannerElement>(TAG)!;
  await until(() => isReady(element));
  return {view, element, close: () => view.frameElement!.remove()};
}

describe('endpoint="…"', () => {
  describe('of a banner', () => {
    it('gets the agreement: its canonical JSON under its id, once', async () => {
      const endpoint = new Endpoint();
      const record = (await answer(bannerTo(endpoint), 'accept'))!;
      await until(() => states().includes('acknowledged'));
      const {requests} = await endpoint.seen();
      expect(requests).to.have.length(1);
      const [{id, body, method, type}] = requests as [(typeof requests)[0]];
      expect({id, body, method, type}).to.deep.equal({
        id: record.id,
        body: canonicalJson(record),
        method: 'POST',
        type: 'application/json',
      });
    });

    it('gets nothing before an answer and after "later"', async () => {
      const endpoint = new Endpoint();
      await answer(bannerTo(endpoint), 'later');
      online();
      expect((await endpoint.seen()).requests).to.deep.equal([]);
    });

    it('gets a decline only with endpoint-declines', async () => {
      const endpoint = new Endpoint();
      await answer(bannerTo(endpoint), 'decline');
      expect(deliveries()).to.deep.equal({});
      const record = (await answer(bannerTo(endpoint, 'endpoint-declines'), 'decline'))!;
      const {ledger, requests} = await endpoint.hasKept(1);
      expect(requests).to.have.length(1);
      expect(ledger[0]!.id).to.equal(record.id);
    });

    it('gets a decline that takes back an agreement which it got', async () => {
      const endpoint = new Endpoint();
      const element = bannerTo(endpoint);
      await answer(element, 'accept');
      const decline = (await answer(element, 'decline'))!;
      const {ledger} = await endpoint.hasKept(2);
      expect(ledger[1]!.id).to.equal(decline.id);
    });

    it('is that of the page where the element names none', async () => {
      const endpoint = new Endpoint();
      configure({endpoint: endpoint.url, endpointDeclines: true});
      const element = showBanner();
      await answer(element, 'accept');
      await answer(element, 'decline');
      configure({endpoint: undefined, endpointDeclines: undefined});
      expect((await endpoint.hasKept(2)).ledger).to.have.length(2);
      await answer(element, 'accept');
      expect(states()).to.have.length(2);
    });

    for (const unsafe of [
      'http://operator.example/decisions',
      'javascript:alert(1)',
      'https://a@b.example/',
    ]) {
      it(`that is not safe gets nothing, and the page is told: ${unsafe}`, async () => {
        const heard = errorsAt(document);
        const changes = listenTo(document);
        const element = showBanner(`endpoint="${unsafe}"`);
        configure({});
        const record = await answer(element, 'accept');
        await until(() => heard.length);
        expect(record!.event.state).to.equal('given');
        expect(changes.map(({cause}) => cause)).to.deep.equal(['accept']);
        expect(heard.map(({code}) => code)).to.deep.equal(['endpoint-unsafe']);
        expect(heard[0]!.message).to.contain(`"${unsafe}"`);
        expect(deliveries()).to.deep.equal({});
      });
    }
  });

  describe('that fails', () => {
    for (const deed of [
      ...([
        '503',
        '429',
        '401',
        '403',
        '404',
        '408',
        '409',
        '425',
        '500 after it was kept',
        'redirect',
      ] as const),
      ...(['hung up', 'hung up after it was kept', 'died in mid-answer', 'a page', 'another id'] as const),
    ]) {
      it(`(${deed}) has it again when the network is back: nothing lost, nothing doubled`, async () => {
        const endpoint = await Endpoint.planned(deed);
        const element = bannerTo(endpoint);
        const heard = errorsAt(element);
        const record = (await answer(element, 'accept'))!;
        // where a connection dies unanswered, or is said to have been too slow, a browser may try again of its own accord, unseen
        const mayBeUnseen = /^hung up|^408$/.test(deed);
        await until(() => heard.length || (mayBeUnseen && states().includes('acknowledged')));
        if (heard.length) {
          expect(heard[0]!.code).to.equal('endpoint-waiting');
          expect(deliveries()).to.deep.equal({[record.id]: 'waiting'});
          online();
        }
        await until(() => states().includes('acknowledged'));
        const {ledger, requests} = await endpoint.seen();
        expect(ledger).to.deep.equal([{id: record.id, body: canonicalJson(record)}]);
        expect(requests.map(({how}) => how)).to.deep.equal([deed, 'fine']);
      });
    }

    for (const deed of ['hanging', 'hanging after it was kept'] as const) {
      it(`(${deed}) is given up after the time limit, and has it again`, async () => {
        const limits: AbortController[] = [];
        stub(AbortSignal, 'timeout', {
          value: (time: number) => {
            expect(time).to.equal(10_000);
            limits.push(new AbortController());
            return limits.at(-1)!.signal;
          },
        });
        const endpoint = await Endpoint.planned(deed);
        const element = bannerTo(endpoint);
        const heard = errorsAt(element);
        await answer(element, 'accept');
        let requests = 0;
        while (!requests) requests = (await endpoint.seen()).requests.length;
        expect(states()).to.deep.equal(['waiting']);
        limits[0]!.abort();
        await until(() => heard.length);
        online();
        await until(() => states().includes('acknowledged'));
        expect((await endpoint.seen()).ledger).to.have.length(1);
      });
    }

    it('has it from a browser that knows no time limit too: Chromium before 103', async () => {
      stub(AbortSignal, 'timeout', {value: undefined});
      const endpoint = await Endpoint.planned();
      await answer(bannerTo(endpoint), 'accept');
      await until(() => states().includes('acknowledged'));
    });

    it('has them in the order in which they were decided', async () => {
      const endpoint = await Endpoint.planned('503', '503');
      const element = bannerTo(endpoint, 'endpoint-declines');
      const heard = errorsAt(element);
      const first = (await answer(element, 'accept'))!;
      await until(() => heard.length === 1);
      const second = (await answer(element, 'decline'))!;
      await until(() => heard.length === 2);
      online();
      const {ledger, requests} = await endpoint.hasKept(2);
      expect(ledger.map(({id}) => id)).to.deep.equal([first.id, second.id]);
      expect(requests.map(({id}) => id)).to.deep.equal([first.id, first.id, first.id, second.id]);
    });

    it('is not asked again at once, but when the person comes back later', async () => {
      const endpoint = await Endpoint.planned('503');
      const element = bannerTo(endpoint);
      const heard = errorsAt(element);
      await answer(element, 'accept');
      await until(() => heard.length);
      comeBack(0.1);
      expect((await endpoint.seen()).requests).to.have.length(1);
      comeBack(1);
      await until(() => states().includes('acknowledged'));
      expect((await endpoint.seen()).requests).to.have.length(2);
    });

    it('holds up nothing that goes elsewhere', async () => {
      const [bad, good] = [await Endpoint.planned('503', '503'), new Endpoint()];
      const element = bannerTo(bad);
      await answer(element, 'accept');
      element.endpoint = good.url;
      await answer(element, 'accept');
      expect((await good.hasKept(1)).ledger).to.have.length(1);
      expect((await bad.seen()).ledger).to.have.length(0);
    });
  });

  describe('that refuses', () => {
    it('(422) is not asked again; the record is kept aside and holds up none behind it', async () => {
      const endpoint = await Endpoint.planned('422');
      const element = bannerTo(endpoint);
      const heard = errorsAt(element);
      const refused = (await answer(element, 'accept'))!;
      await until(() => heard.length);
      expect(heard[0]!.code).to.equal('endpoint-refused');
      expect(heard[0]!.message).to.contain('status 422').and.contain(refused.id);
      online();
      const next = (await answer(element, 'accept'))!;
      await until(() => states().includes('acknowledged'));
      expect(deliveries()).to.deep.equal({[refused.id]: 'refused', [next.id]: 'acknowledged'});
      const aside = localStorage.getItem(`ipsm-consent/outbox/1/ipsm-privacy/${refused.id}`)!;
      expect((JSON.parse(aside) as {body: string}).body).to.equal(canonicalJson(refused));
      expect((await endpoint.seen()).requests.map(({id}) => id)).to.deep.equal([refused.id, next.id]);
    });
  });

  describe('and tabs', () => {
    it('gets what was decided in a tab that closes at the click, and the next tab learns that it arrived', async () => {
      const endpoint = new Endpoint();
      const {element, close} = await openTab(endpoint);
      element.addEventListener('ipsm-consent-change', close);
      await clickOn(answersOf(element).accept);
      await until(() => states().length);
      const {ledger} = await endpoint.hasKept(1);
      expect(deliveries()).to.deep.equal({[ledger[0]!.id]: 'waiting'});
      showBanner();
      comeBack(1);
      await until(() => states().includes('acknowledged'));
      expect((await endpoint.seen()).ledger).to.deep.equal(ledger);
    });

    it('gets what a closed tab could not send, when a page is opened later', async () => {
      const endpoint = await Endpoint.planned('503');
      const {element, close} = await openTab(endpoint);
      const heard = errorsAt(element);
      await clickOn(answersOf(element).accept);
      await until(() => heard.length);
      close();
      const [key] = Object.keys(localStorage).filter((name) => name.includes('/outbox/'));
      const entry = JSON.parse(localStorage.getItem(key!)!) as {at: number};
      localStorage.setItem(key!, JSON.stringify({...entry, at: entry.at - 60_000}));
      await openTab(endpoint);
      await until(() => states().includes('acknowledged'));
      expect((await endpoint.seen()).ledger).to.have.length(1);
    });

    it('gets each record once, although all tabs want to send at the same moment', async () => {
      const endpoint = await Endpoint.planned('503', '503', '503');
      const tabs = [await openTab(endpoint), await openTab(endpoint)];
      const heard = errorsAt(tabs[0]!.element);
      for (let count = 1; count <= 3; count++) {
        await answer(tabs[0]!.element, 'accept');
        await until(() => heard.length === count);
      }
      tabs.forEach(({view}) => online(view));
      online();
      const {ledger} = await endpoint.hasKept(3);
      await until(() => states().every((state) => state === 'acknowledged'));
      const {requests} = await endpoint.seen();
      const accepted = requests.filter(({how}) => how === 'fine').map(({id}) => id);
      expect(accepted).to.deep.equal(ledger.map(({id}) => id));
    });

    it('gets what two tabs decide at the same moment, each once', async () => {
      const endpoint = new Endpoint();
      const tabs = [await openTab(endpoint), await openTab(endpoint)];
      for (const {element} of tabs) decide(element, {endpoint: endpoint.url});
      await until(() => states().join() === 'acknowledged,acknowledged');
      const {ledger, requests} = await endpoint.seen();
      expect(ledger).to.have.length(2);
      expect(requests).to.have.length(2);
    });

    it('does not touch a tick in a tab that hears of the delivery', async () => {
      const element = show('<form><ipsm-consent-checkbox name="c"></ipsm-consent-checkbox></form>');
      await tick(element);
      const {record} = element;
      const withdrawn = {
        ...record!,
        event: {...record!.event, state: 'withdrawn'},
        purposes: record!.purposes.map((purpose) => ({...purpose, decision: 'declined'})),
      };
      const key = `ipsm-consent/1/ipsm-privacy/${withdrawn.id}`;
      localStorage.setItem(key, JSON.stringify({n: 1, record: withdrawn, sha256: null, progress: 'here'}));
      otherTabWrote(key);
      expect(element.checked).to.equal(false);
      await tick(element);
      otherTabWrote('ipsm-consent/outbox/1/ipsm-privacy/x');
      expect(element.checked).to.equal(true);
    });
  });

  describe('and storage', () => {
    const refuse = () => {
      throw new DOMException('Not for tests.', 'QuotaExceededError');
    };
    for (const [what, spoil] of [
      ['full', (view: typeof globalThis) => stub(view.Storage.prototype, 'setItem', {value: refuse})],
      ['blocked', (view: typeof globalThis) => stub(view, 'localStorage', {get: refuse})],
    ] as const) {
      it(`that is ${what}: gets it as long as the page is open, once`, async () => {
        const endpoint = await Endpoint.planned('503');
        const {view, element} = await openTab(endpoint);
        spoil(view);
        const heard = errorsAt(element);
        await answer(element, 'accept');
        await until(() => heard.some(({code}) => code === 'endpoint-waiting'));
        online(view);
        await endpoint.hasKept(1);
        online(view);
        await answer(element, 'accept');
        const {requests} = await endpoint.hasKept(2);
        expect(requests.map(({how}) => how)).to.deep.equal(['503', 'fine', 'fine']);
        expect(localStorage.length).to.equal(0);
      });

      it(`that is ${what}, where the endpoint fails too: the person is told beside the answer, until it has arrived`, async () => {
        const endpoint = await Endpoint.planned('503');
        const {view, element, close} = await openTab(endpoint);
        spoil(view);
        const heard = errorsAt(element);
        await answer(element, 'accept');
        await until(() => heard.some(({code}) => code === 'endpoint-waiting'));
        await element.updateComplete;
        const said = () => oneLine(part(element, 'confirmation'));
        expect(said()).to.contain(NOT_KEPT).and.contain('Жауабыңыз: «Келісемін».');
        online(view);
        await endpoint.hasKept(1);
        await until(() => !said().includes(NOT_KEPT), 'that it was not sent is not said any more');
        close();
        expect((await openTab(endpoint)).element.status).to.equal('unasked');
      });
    }

    it('that holds damaged entries: gets what is sound, and what is damaged stays where it is', async () => {
      const endpoint = new Endpoint();
      const junk = {
        a: '{"n":1,"state":"wai',
        b: 'null',
        c: '{"n":1,"state":"waiting","url":"https://operator.example/","body":"{}","tries":0,"at":0}',
        d: '{"n":1,"state":"waiting","url":"javascript:0","body":"{\\"id\\":\\"d\\"}","tries":0,"at":0}',
      };
      for (const [id, text] of Object.entries(junk))
        localStorage.setItem(`ipsm-consent/outbox/1/ipsm-privacy/${id}`, text);
      const record = (await answer(bannerTo(endpoint), 'accept'))!;
      const {requests} = await endpoint.hasKept(1);
      expect(requests.map(({id}) => id)).to.deep.equal([record.id]);
      for (const [id, text] of Object.entries(junk))
        expect(localStorage.getItem(`ipsm-consent/outbox/1/ipsm-privacy/${id}`)).to.equal(text);
    });
  });

  describe('after forget()', () => {
    const forget = () => show('<ipsm-consent-checkbox></ipsm-consent-checkbox>').forget();

    it('leaves nothing on the device of what was acknowledged', async () => {
      const endpoint = new Endpoint();
      await answer(bannerTo(endpoint), 'accept');
      await until(() => states().includes('acknowledged'));
      forget();
      expect(Object.keys(localStorage)).to.deep.equal([]);
    });

    it('still gets what it has not acknowledged, and then nothing is left', async () => {
      const endpoint = await Endpoint.planned('503');
      const element = bannerTo(endpoint);
      const heard = errorsAt(element);
      const record = (await answer(element, 'accept'))!;
      await until(() => heard.length);
      forget();
      expect(element.status).to.equal('unasked');
      expect(deliveries()).to.deep.equal({[record.id]: 'waiting'});
      online();
      await until(() => localStorage.length === 0);
      expect((await endpoint.seen()).ledger.map(({id}) => id)).to.deep.equal([record.id]);
    });

    it('puts nothing back on a device that is cleared while it answers', async () => {
      const endpoint = new Endpoint();
      const element = bannerTo(endpoint);
      element.addEventListener('ipsm-consent-change', () => localStorage.clear());
      await answer(element, 'accept');
      await endpoint.hasKept(1);
      // the turn is over when another piece of work gets its own
      await navigator.locks.request('ipsm-consent/outbox/1/ipsm-privacy/', () => {});
      expect(deliveries()).to.deep.equal({});
    });
  });
});
