import {expect} from 'chai';
import type {Notice} from '../../src/core/manifest.js';
import {openMarkup} from '../bundles/open-markup.js';
import {boxOf, tick} from '../helpers/page.js';
import {aManifest, aNotice} from '../helpers/policy.js';

const BUNDLE = '<script src="/dist/cdn/ipsm-consent.min.js"></script>';
/** The page's own policy: read from its text, with a field that no reader knows, and with a release that is still to come. */
const manifest = {
  ...aManifest(
    {notice: {kk: {...aNotice('kk'), more: ['of a later format']} as Notice}},
    {version: 'next', effectiveFrom: `${new Date().getFullYear() + 1}-06-01T00:00:00+05:00`},
  ),
  id: 'ipsm-privacy',
};
const MANIFEST = `<script type="application/json" data-ipsm-manifest>${JSON.stringify(manifest)}</script>`;

const BODY = `${MANIFEST}<ipsm-consent-banner></ipsm-consent-banner>
  <form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox></form>
  <ipsm-policy-summary></ipsm-policy-summary>`;

/** Without a box beside it, a banner is quiet for one reason alone. */
const ASKING = `${MANIFEST}<ipsm-consent-banner></ipsm-consent-banner>`;

/** What pages and their old libraries do to what all scripts share. */
const PATCHES: Record<string, string> = {
  nothing: '',
  'Date.prototype.toJSON': 'Date.prototype.toJSON = function () { return this.toLocaleString(); };',
  'Array.prototype.toJSON': 'Array.prototype.toJSON = function () { return "array"; };',
  'Object.prototype.toJSON': 'Object.prototype.toJSON = function () { return "object"; };',
  'String.prototype.toJSON': 'String.prototype.toJSON = function () { return "string"; };',
  'Object.prototype with more': 'Object.prototype.extend = function () {}; Object.prototype.extra = "extra";',
  'Array.prototype with more':
    'Array.prototype.last = function () {}; Array.prototype.each = Array.prototype.forEach;',
  'Array.from': 'Array.from = function (one) { return [one]; };',
  'Array.from, which takes no function': 'Array.from = function (list) { return [].slice.call(list); };',
  'Date.parse': 'Date.parse = function (text) { return /Z$/.test(text) ? +new Date(text) : null; };',
  'Function.prototype.bind':
    'Function.prototype.bind = function (self) { const what = this; return () => what.call(self); };',
  'Element.prototype.remove':
    'Element.prototype.remove = function () { this.parentNode.removeChild(this); };',
  Date: 'const Before = Date; Date = class extends Before { toString() { return "date"; } }; window.Date = Date;',
};

/** What does not change from one record to the next. */
const lasting = (record: object) => ({
  ...record,
  id: '',
  event: {...(record as {event: object}).event, time: ''},
});

describe('a page that patches what all scripts share', function () {
  this.timeout(20_000);
  let plain: object;

  for (const [what, patch] of Object.entries(PATCHES)) {
    it(`gets the same record: ${what}`, async () => {
      const {document, window} = await openMarkup(`<script>${patch}</script>${BUNDLE}`, BODY);
      const element = document.querySelector('ipsm-consent-checkbox')!;
      await tick(element);
      expect([boxOf(element).checked, element.validity.valid]).to.deep.equal([true, true]);
      const wire = new window.FormData(document.forms[0]).get('consent-record') as string;
      const record = lasting(JSON.parse(wire) as object);
      plain ??= record;
      expect(record).to.deep.equal(plain);
      expect(element.release!.version).to.equal(manifest.releases[0]!.version);
      element.commit();
      // as a server's answer does, which reads the history anew and writes it again
      element.commit(wire);
      expect(element.status).to.equal('given');
      for (const [page, script] of [
        ['a page with the same patch', `<script>${patch}</script>`],
        ['a page without', ''],
      ] as const) {
        const next = await openMarkup(script + BUNDLE, ASKING);
        const banner = next.document.querySelector('ipsm-consent-banner')!;
        expect([banner.status, banner.matches(':state(open)')], page).to.deep.equal(['given', false]);
      }
    });
  }
});

describe('a page without what the elements are made of', function () {
  this.timeout(20_000);

  for (const [what, patch] of [
    ['ElementInternals', 'delete HTMLElement.prototype.attachInternals;'],
    ['form-associated values', 'delete ElementInternals.prototype.setFormValue;'],
    ['constructable style sheets', 'delete CSSStyleSheet.prototype.replaceSync;'],
  ] as const) {
    it(`registers nothing, and keeps the fallback: ${what}`, async () => {
      const {document, window} = await openMarkup(
        `<script>${patch}</script>${BUNDLE}`,
        '<form><ipsm-consent-checkbox name="consent"><label><input type="checkbox" name="consent" required> Yes</label></ipsm-consent-checkbox></form>',
      );
      expect(window.customElements.get('ipsm-consent-checkbox')).to.equal(undefined);
      expect(document.forms[0]!.checkValidity()).to.equal(false);
      await (await import('../helpers/commands.js')).clickOn(document.querySelector('input')!);
      expect([...new FormData(document.forms[0]).keys()]).to.deep.equal(['consent']);
    });
  }
});

describe('a page with registries of its own', function () {
  this.timeout(20_000);

  it('works beside the polyfill of scoped registries', async () => {
    const polyfill =
      '<script src="/node_modules/@webcomponents/scoped-custom-element-registry/scoped-custom-element-registry.min.js"></script>';
    const {document} = await openMarkup(polyfill + BUNDLE, BODY);
    const element = document.querySelector('ipsm-consent-checkbox')!;
    expect(document.forms[0]!.checkValidity()).to.equal(false);
    await tick(element);
    expect([element.checked, document.forms[0]!.checkValidity()]).to.deep.equal([true, true]);
    expect([...new FormData(document.forms[0]).keys()]).to.deep.equal(['consent', 'consent-record']);
  });

  it('works in a shadow root with a registry of its own', async function () {
    const {ConsentCheckboxElement} = await import('../../src/elements/checkbox/consent-checkbox-element.js');
    await import('../../src/define/page.js');
    let registry: CustomElementRegistry;
    try {
      registry = new CustomElementRegistry();
    } catch {
      return this.skip();
    }
    const host = document.createElement('div');
    host.className = 'place';
    document.body.append(host);
    const root = host.attachShadow({mode: 'open', customElementRegistry: registry});
    root.innerHTML = '<form><scoped-consent name="consent" storage="memory"></scoped-consent></form>';
    registry.define('scoped-consent', class extends ConsentCheckboxElement {});
    (registry as unknown as {upgrade(root: Node): void}).upgrade(root);
    const element = root.querySelector<HTMLElement & {checked: boolean}>('scoped-consent')!;
    await tick(element);
    expect([element.checked, [...new FormData(root.querySelector('form')!).keys()]]).to.deep.equal([
      true,
      ['consent', 'consent-record'],
    ]);
  });
});
