import {expect} from 'chai';
import {cookieConsentStorage} from '../../src/platform/cookie-storage.js';
import {withMemory} from '../../src/platform/memory-storage.js';
import {engine} from '../helpers/commands.js';
import {until} from '../helpers/publish.js';
import {clearCookies} from '../helpers/storage.js';
import {stub} from '../helpers/stub.js';

const KEY = 'ipsm-consent/1/ipsm-privacy/a';
const NAME = 'ipsm-consent%2F1%2Fipsm-privacy%2Fa';

/** A storage, and how often it said that it was refused. */
function aStorage(domain = '') {
  let failures = 0;
  const storage = withMemory(cookieConsentStorage(domain), () => failures++);
  return {storage, failures: () => failures};
}

describe('the cookie storage', () => {
  beforeEach(clearCookies);
  after(clearCookies);

  it('writes a cookie that every server can read: no character in it needs quotes', () => {
    aStorage().storage.set(KEY, '{"state": "given", "version": "құпия; 1"}');
    expect(document.cookie).to.match(/^ipsm-consent%2F1%2Fipsm-privacy%2Fa=[\w.%!~*'()-]+$/);
    expect(JSON.parse(decodeURIComponent(document.cookie.split('=')[1]!))).to.include({state: 'given'});
  });

  it('is for the whole site, stays with it, and lasts as long as browsers allow', async function () {
    // Of the engines with CookieStore, only Chromium tells these.
    if (engine() !== 'Chromium') return this.skip();
    aStorage().storage.set(KEY, '1');
    const cookie = (await cookieStore.get(NAME)) as unknown as Record<string, unknown>;
    expect(cookie).to.include({domain: null, path: '/', sameSite: 'lax', secure: false});
    const days = (Number(cookie['expires']) - Date.now()) / 86_400_000;
    expect(days).to.be.within(399, 401);
  });

  it('leaves cookies of others as they are, also those that cannot be decoded', () => {
    document.cookie = 'theme=dark';
    document.cookie = '%E0%A4%A=%E0%A4%A';
    document.cookie = 'nameless';
    document.cookie = 'ipsm-other=1';
    const before = document.cookie;
    const {storage} = aStorage();
    expect(storage.keys()).to.deep.equal([]);
    storage.set(KEY, '1');
    expect(storage.keys()).to.deep.equal([KEY]);
    storage.remove(KEY);
    storage.remove('theme2');
    expect(document.cookie).to.equal(before);
  });

  it('gives a value that is no encoding as it is, and leaves it there', () => {
    document.cookie = `${NAME}=%E0%A4%A`;
    const {storage} = aStorage();
    expect(storage.keys()).to.deep.equal([KEY]);
    expect(storage.get(KEY)).to.equal('%E0%A4%A');
    expect(document.cookie).to.equal(`${NAME}=%E0%A4%A`);
  });

  for (const domain of ['ipsm.kz', 'com', 'not a domain', 'other.localhost']) {
    it(`notices that the browser takes no cookie for ${domain}, says so once, and remembers until the page is left`, () => {
      const {storage, failures} = aStorage(domain);
      expect(storage.set(KEY, '1')).to.equal(false);
      expect(storage.set(`${KEY}b`, '2')).to.equal(false);
      expect([storage.get(KEY), storage.keys(), failures()]).to.deep.equal(['1', [KEY, `${KEY}b`], 1]);
      storage.remove(KEY);
      expect(storage.get(KEY)).to.equal(null);
      expect(document.cookie).to.equal('');
    });
  }

  it('remembers what is too large for a cookie until the page is left', () => {
    const {storage, failures} = aStorage();
    const large = 'x'.repeat(4100);
    const taken = storage.set(KEY, large);
    // WebKitGTK sets itself no such limit.
    expect(taken).to.equal(engine() === 'WebKit');
    expect([storage.get(KEY) === large, document.cookie.length > 0, failures()]).to.deep.equal([
      true,
      taken,
      taken ? 0 : 1,
    ]);
  });

  it('remembers where cookies are blocked, whether the browser ignores them or throws', () => {
    for (const descriptor of [
      {get: () => '', set: () => {}},
      {
        get() {
          throw new DOMException('Sandboxed.', 'SecurityError');
        },
        set: () => {},
      },
    ]) {
      stub(document, 'cookie', descriptor);
      const {storage, failures} = aStorage();
      storage.set(KEY, '1');
      expect([storage.get(KEY), storage.keys(), failures()]).to.deep.equal(['1', [KEY], 1]);
    }
  });

  it('tells when cookies changed, or the person comes back to the window', async () => {
    let times = 0;
    aStorage().storage.subscribe(() => times++);
    document.cookie = `${NAME}=1; Path=/`;
    // Without CookieStore there is nobody to tell of the change itself.
    if (!('cookieStore' in window)) dispatchEvent(new Event('focus'));
    await until(() => times > 0);
  });

  it('has no cookie left after removing', () => {
    const {storage} = aStorage();
    storage.set(KEY, '1');
    storage.remove(KEY);
    expect(document.cookie).to.equal('');
  });
});
