import {expect} from 'chai';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {clickOn} from '../helpers/commands.js';
import {hexSha256, sortedJson} from '../helpers/digest.js';
import {decide} from '../helpers/decide.js';
import {openFrame} from '../helpers/frame.js';
import {
  answer,
  isOpen,
  isReady,
  listenTo,
  otherTabWrote,
  part,
  show,
  showBanner,
  storedEntries,
} from '../helpers/page.js';
import {readable} from '../helpers/readable.js';
import {clockAt, publish, until} from '../helpers/publish.js';
import {clearCookies} from '../helpers/storage.js';
import {stub} from '../helpers/stub.js';

const PAGE = '/test/elements/pages/storage.html';
const BANNER = 'ipsm-consent-banner';

/** A page of the same site, with elements of its own. */
async function openPage(query = '') {
  const frame = await openFrame(`${PAGE}?${query}`, {width: 400, height: 300});
  const find = <T extends Element>(tag: string) => frame.document.querySelector<T>(tag)!;
  await until(() => isReady(find(BANNER)), 'the page in the frame is ready');
  return {
    frame,
    banner: find<ConsentBannerElement>(BANNER),
    checkbox: find<ConsentCheckboxElement>('ipsm-consent-checkbox'),
  };
}

/** What the console is told. */
function warnings(): string[] {
  const said: string[] = [];
  stub(console, 'warn', {value: (message: string) => said.push(message), writable: true});
  return said;
}

beforeEach(() => {
  clearCookies();
  // As another tab that cleared them would be heard.
  otherTabWrote(null);
});
after(clearCookies);

describe('a decision in a cookie', () => {
  it('is all that is stored, and holds for every page of the host', async () => {
    const element = showBanner('storage="cookie"');
    expect(document.cookie).to.equal('');
    await answer(element, 'accept');
    expect(document.cookie.split('; ')).to.have.length(1);
    expect(localStorage.length).to.equal(0);
    const page = await openPage('storage=cookie');
    expect([page.banner.status, isOpen(page.banner)]).to.deep.equal(['given', false]);
    expect(part(page.checkbox, 'status').textContent).to.contain('you answered “Келісемін” on this site');
    expect((await openPage()).banner.status).to.equal('unasked');
  });

  it('can be read by a server: record, state, version, language, time and digest', async () => {
    const element = showBanner('storage="cookie"');
    const heard = listenTo(element);
    await answer(element, 'decline');
    const record = heard[0]!.record!;
    const sha256 = await hexSha256(sortedJson(record));
    const read = () =>
      JSON.parse(decodeURIComponent(document.cookie.replace(/^.*?=/, ''))) as Record<string, unknown>;
    await until(() => read()['sha256']);
    expect(document.cookie).to.match(/^ipsm-consent%2F1%2Fipsm-privacy%2F/);
    expect(document.cookie.length).to.be.below(1000);
    expect(read()).to.include({
      id: record.id,
      state: 'declined',
      version: record.policy.version,
      lang: 'kk',
      time: record.event.time,
      sha256,
    });
  });

  it('is named, with its digest, by the record that renews it on another page', async () => {
    const element = showBanner('storage="cookie"');
    const heard = listenTo(element);
    await answer(element, 'decline');
    const {record} = heard[0]!;
    await until(() => !document.cookie.includes('sha256%22%3Anull'));
    const page = await openPage('storage=cookie');
    page.banner.show();
    await page.banner.updateComplete;
    await readable(page.banner);
    const renewed = listenTo(page.banner);
    await answer(page.banner, 'accept');
    expect(renewed[0]!.record!.prev).to.deep.equal({
      id: record!.id,
      sha256: await hexSha256(sortedJson(record)),
    });
    expect(document.cookie.split('; ')).to.have.length(1);
  });

  it('made in another tab closes the banner here', async () => {
    const element = showBanner('storage="cookie"');
    const heard = listenTo(element);
    const page = await openPage('storage=cookie');
    await answer(page.banner, 'accept');
    // An engine without CookieStore looks when the person comes back to the window.
    if (!('cookieStore' in window)) dispatchEvent(new Event('focus'));
    await until(() => !isOpen(element));
    expect(heard.map(({cause, status}) => [cause, status])).to.deep.equal([['other-tab', 'given']]);
  });

  it('is outdated by a new material release, with what changed since, and so is one with a term when it is over', async () => {
    const published = publish();
    published.manifest.releases[0]!.terms.term = 'P1D';
    const first = showBanner(`storage="cookie" policy="${published.url}"`);
    await until(() => isOpen(first));
    const {now} = Date;
    const tomorrow = now() + 25 * 60 * 60_000;
    await answer(first, 'accept');
    const later = publish();
    later.manifest.releases = structuredClone(published.manifest.releases);
    const second = showBanner(`storage="cookie" policy="${later.url}"`);
    await until(() => second.status === 'given');
    later.release({version: '2'}, ['Жаңа бөлім']);
    const last = publish();
    last.manifest.releases = later.manifest.releases;
    const third = showBanner(`storage="cookie" policy="${last.url}"`);
    await until(() => isOpen(third));
    expect(third.status).to.equal('outdated');
    expect(part(third, 'changes').textContent).to.contain('Жаңа бөлім');
    clockAt(tomorrow);
    expect(second.status).to.equal('expired');
  });

  it('lasts from the last visit on', async function () {
    const expiry = async () => {
      const [cookie] = (await window.cookieStore?.getAll()) ?? [];
      return (cookie as unknown as {expires?: number} | undefined)?.expires;
    };
    const page = await openPage('storage=cookie');
    await answer(page.banner, 'accept');
    // Chromium alone tells when a cookie expires.
    if (!(await expiry())) return this.skip();
    document.cookie = `${document.cookie}; Path=/; Max-Age=3600`;
    expect(await expiry()).to.be.below(Date.now() + 4_000_000);
    await openPage('storage=cookie');
    expect(await expiry()).to.be.above(Date.now() + 399 * 24 * 60 * 60_000);
  });

  it('is forgotten for the whole host', async () => {
    const page = await openPage('storage=cookie');
    await answer(page.banner, 'accept');
    page.checkbox.forget();
    // WebKit keeps cookies in another process: a page reads what it has just taken away once more, now and then.
    await until(() => document.cookie === '');
    expect(page.banner.status).to.equal('unasked');
  });

  it('for a domain that the page is not on stays on this page, which says so once', async () => {
    const said = warnings();
    const element = showBanner('storage="cookie" cookie-domain="ipsm.kz"');
    await answer(element, 'accept');
    await clickOn(part(element, 'close-button'));
    expect([element.status, isOpen(element), document.cookie]).to.deep.equal(['given', false, '']);
    expect(said.filter((line) => line.includes('[storage]'))).to.have.length(1);
    expect(said.join()).to.contain('on the domain ipsm.kz').and.to.contain('until the page is left');
  });

  it('leaves the copy of the manifest in local storage: a cookie is no place for it', async () => {
    const published = publish();
    const element = showBanner(`storage="cookie" policy="${published.url}"`);
    await until(() => isOpen(element));
    await answer(element, 'accept');
    expect(Object.keys(localStorage)).to.deep.equal(['ipsm-consent/manifest/ipsm-privacy']);
    expect(document.cookie).not.to.contain('%2Fmanifest%2F');
  });

  it('that waits for its endpoint waits in local storage, whole', async () => {
    stub(window, 'fetch', {
      writable: true,
      value: () => Promise.reject(new TypeError('no network')),
    });
    const element = showBanner('storage="cookie" endpoint="/no/such/endpoint"');
    const heard = listenTo(element);
    await answer(element, 'accept');
    const waiting = Object.entries<string>(localStorage).filter(([key]) =>
      key.startsWith('ipsm-consent/outbox/'),
    );
    expect(waiting.map(([key]) => key.split('/').at(-1))).to.deep.equal([heard[0]!.record!.id]);
    expect(document.cookie.split('; ')).to.have.length(1);
    expect(document.cookie).not.to.contain('outbox');
  });
});

describe('a cookie for a domain', () => {
  interface Told {
    host: string;
    status: string;
  }

  /** A window of its own, which pages of other hosts are opened in. A person presses a button for it. */
  async function openWindow() {
    const button = show<HTMLButtonElement>('<button>Open</button>', 'button');
    let view: Window | null = null;
    button.onclick = () => {
      view = window.open('about:blank');
    };
    await clickOn(button);
    const site = view as unknown as Window;
    // No frame is drawn here while the other window is in front, so nothing may wait for one.
    const next = () =>
      new Promise<Told>((resolve) => {
        addEventListener('message', function hear({source, data}) {
          if (source !== site) return;
          removeEventListener('message', hear);
          resolve(data as Told);
        });
      });
    return {
      visit(host: string, domain: string) {
        const url = new URL(`${PAGE}?storage=cookie&cookie-domain=${domain}`, location.href);
        url.hostname = host;
        site.location.href = url.href;
        return next();
      },
      act(deed: string) {
        site.postMessage(deed, '*');
        return next();
      },
      close: () => site.close(),
    };
  }

  it('is known on all its subdomains and nowhere else, and forgotten on all of them', async function () {
    // five whole pages, one after another
    this.timeout(30_000);
    const view = await openWindow();
    try {
      const A = 'a.site.localhost';
      const B = 'b.site.localhost';
      expect(await view.visit(A, 'site.localhost')).to.deep.equal({host: A, status: 'unasked'});
      expect(await view.act('accept')).to.deep.equal({host: A, status: 'given'});
      expect(await view.visit(B, 'site.localhost')).to.deep.equal({host: B, status: 'given'});
      expect((await view.visit('other.localhost', '')).status).to.equal('unasked');
      await view.visit(B, '');
      expect(await view.act('forget')).to.deep.equal({host: B, status: 'unasked'});
      expect(await view.visit(A, 'site.localhost')).to.deep.equal({host: A, status: 'unasked'});
    } finally {
      view.close();
    }
  });
});

describe('decisions of several tabs', () => {
  it('made at the same moment are both kept, and all tabs agree on which is the last', async () => {
    const [one, other] = [await openPage(), await openPage()];
    decide(one.banner);
    decide(other.banner, {state: 'declined'});
    expect(
      storedEntries()
        .map(({record}) => record.event.state)
        .sort(),
    ).to.deep.equal(['declined', 'given']);
    const last = storedEntries()
      .map(({n, record}) => ({n, ...record.event}))
      .sort((a, b) => a.n - b.n || (a.time < b.time ? -1 : 1))
      .at(-1)!.state;
    const third = await openPage();
    await until(() => [one, other, third].every((page) => page.banner.status === last));
  });

  it('seen on the way back to a page are another tab’s, not a new release’s', async () => {
    const element = showBanner();
    const heard = listenTo(element);
    const page = await openPage();
    await answer(page.banner, 'decline');
    // Pages in the back/forward cache hear no storage events.
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => heard.length);
    expect(heard.map(({cause, status}) => [cause, status])).to.deep.equal([['other-tab', 'declined']]);
  });
});

describe('a page that is left at once', () => {
  it('leaves a whole entry, and the next page completes its digest', async () => {
    const page = await openPage();
    decide(page.banner);
    page.frame.frameElement!.remove();
    const [left] = storedEntries();
    expect(left!.sha256).to.equal(null);
    const next = await openPage();
    expect(next.banner.status).to.equal('given');
    const digest = await hexSha256(sortedJson(left!.record));
    await until(() => storedEntries()[0]!.sha256);
    expect(storedEntries()[0]!.sha256).to.equal(digest);
    next.banner.show();
    await next.banner.updateComplete;
    const heard = listenTo(next.banner);
    await answer(next.banner, 'decline');
    expect(heard[0]!.record!.prev).to.deep.equal({id: left!.record.id, sha256: digest});
  });
});

describe('an entry that cannot be read', () => {
  for (const storage of ['local', 'cookie']) {
    it(`in ${storage} storage stays as it is: the person is asked, answers, and is not asked again`, async () => {
      const key = 'ipsm-consent/1/ipsm-privacy/00000000-0000-4000-8000-000000000000';
      const value = '{"n":1,"record":{"schema":"ipsm-consent-record/2"';
      const cookie = `${encodeURIComponent(key)}=${encodeURIComponent(value)}`;
      if (storage === 'local') localStorage.setItem(key, value);
      else document.cookie = `${cookie}; Path=/`;
      const page = await openPage(`storage=${storage}`);
      expect(isOpen(page.banner)).to.equal(true);
      await answer(page.banner, 'accept');
      expect((await openPage(`storage=${storage}`)).banner.status).to.equal('given');
      if (storage === 'local') expect(localStorage.getItem(key)).to.equal(value);
      else expect(document.cookie).to.contain(cookie);
    });
  }
});
