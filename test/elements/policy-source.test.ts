import {expect} from 'chai';
import {clickOn} from '../helpers/commands.js';
import {entriesOf, listenTo, part, show, textOf, tick} from '../helpers/page.js';
import type {IpsmConsentErrorEvent} from '../../src/elements/shared/events.js';

const MANIFEST = '/demo/policy/manifest.json';

/** A manifest of the test's own making, under a URL that nobody asked for before. */
let made = 0;
function manifestUrl(body: BlobPart): string {
  return `${URL.createObjectURL(new Blob([body], {type: 'application/json'}))}#${made++}`;
}

/** The demo's manifest, changed. */
async function changed(change: (manifest: Record<string, unknown>) => void): Promise<string> {
  const manifest = (await (await fetch(MANIFEST)).json()) as Record<string, unknown>;
  change(manifest);
  return manifestUrl(JSON.stringify(manifest));
}

async function settled(
  element: {updateComplete: Promise<boolean>; shadowRoot: ShadowRoot | null},
  sign: string,
) {
  while (!element.shadowRoot!.querySelector(sign)) await new Promise(requestAnimationFrame);
}

const box = (url: string, attributes = '') =>
  show(`<form><ipsm-consent-checkbox name="c" policy="${url}" ${attributes}></ipsm-consent-checkbox></form>`);

const errors = (run: () => void) => {
  const heard = listenTo(document, 'ipsm-consent-error') as unknown as IpsmConsentErrorEvent[];
  run();
  return heard;
};

describe('policy="…"', () => {
  it('is asked for once a page, and the record names version, document, digest and source', async () => {
    const element = box(MANIFEST);
    const again = box(MANIFEST);
    await settled(element, '[part=point]');
    await settled(again, '[part=point]');
    const asked = performance.getEntriesByType('resource').filter(({name}) => name.endsWith(MANIFEST));
    expect(asked).to.have.length(1);
    await tick(element);
    const {policy, notice, gaps} = element.record!;
    expect(policy).to.deep.include({
      id: 'ipsm-privacy',
      version: '2026-10-01',
      lang: 'kk',
      url: `${location.origin}/demo/policy/2026-10-01.kk.html`,
      source: 'network',
      effectiveFrom: '2026-10-01T00:00:00+05:00',
    });
    expect(policy.sha256).to.match(/^[0-9a-f]{64}$/);
    expect(notice.sha256).to.match(/^[0-9a-f]{64}$/);
    expect(gaps).to.deep.equal([
      'crossBorder.countries',
      'event.valid',
      'operator.address',
      'operator.bin',
      'publicSources',
      'storage.locations',
      'storage.retention',
      'withdraw.url',
    ]);
  });

  it('links every point to its clause in the document', async () => {
    const element = box(MANIFEST);
    await settled(element, '[part=point]');
    const links = [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a[part=clause]')].map(
      ({href}) => href,
    );
    expect(links[0]).to.equal(`${location.origin}/demo/policy/2026-10-01.kk.html#Pre-1`);
    expect(links).to.have.length(15);
  });

  it('until it is there leaves the form invalid and the box inoperable, but reachable', async () => {
    const element = box(await changed(() => {}));
    expect(element.form!.checkValidity()).to.equal(false);
    expect(element.matches(':state(ready)')).to.equal(false);
    element.click();
    expect(element.checked).to.equal(false);
    expect(element.validationMessage).to.contain('жүктелмейінше');
    await settled(element, '[part=point]');
    expect(element.matches(':state(ready)')).to.equal(true);
    element.click();
    expect(element.checked).to.equal(true);
  });

  for (const [name, url, code] of [
    ['cannot be reached', '/no/such/manifest.json', 'manifest-unreachable'],
    ['is not JSON', manifestUrl('<!doctype html>'), 'manifest-malformed'],
    ['has another shape', manifestUrl('{"schema":"ipsm-policy/1"}'), 'manifest-malformed'],
    ['is too large', manifestUrl(new Uint8Array(600 * 1024).fill(32)), 'manifest-too-large'],
  ] as const) {
    it(`that ${name} gives way to the bundled policy, and the page is told`, async () => {
      let heard: IpsmConsentErrorEvent[] = [];
      heard = errors(() => void 0);
      const element = box(url);
      await settled(element, '[part=point]');
      expect(heard.map((event) => event.code)).to.deep.equal([code]);
      expect(heard[0]!.message).to.contain('The manifest');
      await tick(element);
      expect(element.record!.policy).to.include({source: 'bundled', version: 'text-39a8650a'});
    });
  }

  it('that cannot be reached and is not the bundled one leaves nothing to agree to, and offers to try again', async () => {
    const element = box('/no/such/other.json', 'policy-id="other"');
    await settled(element, '[part=error]:not(:empty)');
    expect(textOf(element)).to.contain('жүктелмеді');
    element.click();
    expect(element.checked).to.equal(false);
    expect(entriesOf(element.form!)).to.deep.equal({});
    const retry = element.shadowRoot!.querySelector('button')!;
    const heard = errors(() => void 0);
    await clickOn(retry);
    while (!heard.length) await new Promise(requestAnimationFrame);
    expect(heard[0]!.code).to.equal('manifest-unreachable');
  });

  it('about another policy than policy-id is an error, not a fallback', async () => {
    const heard = errors(() => void 0);
    const element = box(await changed((manifest) => (manifest['id'] = 'foreign')));
    await settled(element, '[part=error]:not(:empty)');
    expect(heard.map(({code}) => code)).to.deep.equal(['policy-id']);
    expect(element.checked).to.equal(false);
  });

  it('with hostile words and addresses is text, and links nowhere unsafe', async () => {
    const url = await changed((manifest) => {
      const [release] = manifest['releases'] as Record<string, unknown>[];
      const {kk} = release!['notice'] as {kk: {title: string; points: {text: string}[]}};
      kk.title = '<img src=x onerror=alert(1)>';
      kk.points[0]!.text = '</li><script>alert(1)</script>';
      (release!['documents'] as {kk: {url: string}}).kk.url = 'javascript:alert(1)';
    });
    const element = box(url);
    await settled(element, '[part=point]');
    expect(part(element, 'title').textContent).to.equal('<img src=x onerror=alert(1)>');
    expect(element.shadowRoot!.querySelector('img, script')).to.equal(null);
    expect(element.shadowRoot!.querySelector('a[href^="javascript"]')).to.equal(null);
    expect(part(element, 'policy-link')).to.equal(null);
    await tick(element);
    expect(element.record!.policy.url).to.equal(null);
    expect(element.record!.gaps).to.contain('policy.url');
  });

  it('without the page’s language shows one that exists, marked and said', async () => {
    document.documentElement.lang = 'en';
    const url = await changed((manifest) => {
      const [release] = manifest['releases'] as {notice: Record<string, unknown>}[];
      delete release!.notice['en'];
    });
    const element = box(url);
    await settled(element, '[part=point]');
    expect(part(element, 'label').lang).to.equal('kk');
    expect(textOf(element)).to.contain('There is no summary of the policy in this language');
    await tick(element);
    expect(element.record!.notice.lang).to.equal('kk');
  });
});
