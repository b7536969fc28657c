import {expect} from 'chai';
import {TAGS} from '../../src/define/tags.js';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {clickOn, engine} from '../helpers/commands.js';
import {openFrame} from '../helpers/frame.js';
import {boxOf, next, part, textOf, tick} from '../helpers/page.js';
import {until} from '../helpers/publish.js';

type View = Window & typeof globalThis & {violations: string[]; said: string[]};

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

const BANNER = 'ipsm-consent-banner';
const CHECKBOX = 'ipsm-consent-checkbox';

let pages = 0;

/** A page with a policy as its header, and what the browser reports about it. */
async function openPage(policy: string, name = 'strict') {
  const reports = `${engine()}-${Date.now()}-${pages++}`;
  const query = new URLSearchParams(policy ? {policy, reports} : {});
  const view = (await openFrame(`/test/any-page/pages/${name}.html?${query}`)) as View;
  const received = async () =>
    (await (await fetch(`/any-page-reports?reports=${reports}`)).json()) as {directive: string}[];
  return {
    view,
    received,
    find: <T extends Element>(selector: string) => view.document.querySelector<T>(selector)!,
  };
}

/** Waits until the manifest is there. */
async function isReady(view: View) {
  const banner = view.document.querySelector<ConsentBannerElement>(BANNER)!;
  await until(() => banner.matches(':state(ready)'));
  // Beside the box of a form it asks only when it is told to.
  banner.show();
  await banner.updateComplete;
}

/** Every computed style of everything that an element draws, with the elements in order. */
function looks(host: Element): string[] {
  return [host, ...host.shadowRoot!.querySelectorAll('*')].map((element) => {
    const style = element.ownerDocument.defaultView!.getComputedStyle(element);
    const all = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
    return `${element.localName} ${element.getAttribute('part')} { ${all} }`;
  });
}

describe('a page with a strict content security policy', function () {
  this.timeout(60_000);

  it(`lets all of it work, and has nothing to report: ${STRICT}`, async () => {
    const {view, received, find} = await openPage(STRICT);
    await isReady(view);
    const [banner, element] = [find<ConsentBannerElement>(BANNER), find<ConsentCheckboxElement>(CHECKBOX)];
    expect(textOf(find('ipsm-policy-summary'))).to.contain('Версия: 2026-10-01');
    await clickOn(part(banner, 'later-button'));
    await clickOn(find('button'));
    await until(() => part(element, 'error').textContent);
    await clickOn(part(element, 'title'));
    view.document.documentElement.lang = 'en';
    await until(() => textOf(element).includes('I agree to IPSM collecting and processing'));
    element.style.display = 'none';
    await clickOn(find('button'));
    await until(() => find('[role=alert]'));
    element.style.display = '';
    await tick(element);
    expect(find('[role=alert]')).to.equal(null);
    expect(element.record!.policy.source).to.equal('network');
    expect(view.violations).to.deep.equal([]);
    expect(view.document.querySelector('style')).to.equal(null);

    // One that is provoked: reports come in order, so those before it would be here too.
    find('button').setAttribute('style', 'color: red');
    await until(() => view.violations.length > 0);
    let reports = await received();
    while (!reports.length) reports = await received();
    const own = reports.filter(({directive}) => directive !== 'style-src-attr');
    console.log(`${engine()}: ${own.length} violations under ${STRICT}`);
    expect(own).to.deep.equal([]);
    expect(view.violations).to.have.length(1);

    const frame = view.frameElement!;
    const sent = next(frame, 'load');
    await clickOn(find('button'));
    await sent;
    const entries = new URLSearchParams((frame as HTMLIFrameElement).contentWindow!.location.search);
    expect([...entries.keys()]).to.deep.equal(['email', 'consent', 'consent-record']);
  });

  it('looks as it does without one', async () => {
    const shown: Record<string, string[]>[] = [];
    for (const policy of ['', STRICT]) {
      const {view, find} = await openPage(policy);
      await isReady(view);
      shown.push(Object.fromEntries(Object.keys(TAGS).map((tag) => [tag, looks(find(tag))])));
      view.frameElement!.remove();
    }
    for (const tag of Object.keys(TAGS)) {
      expect(shown[0]![tag]!.length).to.be.greaterThan(5);
      shown[0]![tag]!.forEach((look, i) => expect(shown[1]![tag]![i]).to.equal(look));
    }
  });

  it('may name the policies that scripts may make: lit-html is enough', async function () {
    const {view, find} = await openPage(`${STRICT}; trusted-types lit-html`);
    await isReady(view);
    const element = find<ConsentCheckboxElement>(CHECKBOX);
    await clickOn(part(find(BANNER), 'later-button'));
    await tick(element);
    expect(element.record).to.not.equal(null);
    expect(view.violations).to.deep.equal([]);
  });

  it('that forbids lit-html leaves the native fallback, and the console says what to add', async function () {
    const {view, find} = await openPage(`${STRICT}; trusted-types foo`);
    if (!('trustedTypes' in view)) return this.skip();
    await until(() => view.said.some((line) => line.includes('ipsm-consent [trusted-types]')));
    expect(view.said.find((line) => line.includes('[trusted-types]'))).to.contain('trusted-types lit-html');
    const element = find<ConsentCheckboxElement>(CHECKBOX);
    expect(element.shadowRoot).to.equal(null);
    const box = element.querySelector('input')!;
    expect(box.form!.checkValidity()).to.equal(false);
    await clickOn(box);
    const frame = view.frameElement as HTMLIFrameElement;
    const sent = next(frame, 'load');
    await clickOn(find('button'));
    await sent;
    expect(frame.contentWindow!.location.search).to.equal('?email=a%40b.kz&consent=on');
  });

  it('of a page whose own Lit has the name already needs allow-duplicates', async function () {
    const {view, find} = await openPage(`${STRICT}; trusted-types lit-html 'allow-duplicates'`);
    await isReady(view);
    expect(boxOf(find(CHECKBOX))).to.not.equal(null);
  });
});
