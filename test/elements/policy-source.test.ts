import {expect} from 'chai';
import {configure} from '../../src/elements/page/configure.js';
import type {Manifest} from '../../src/core/manifest.js';
import {contextOf} from '../../src/elements/shared/policy-element.js';
import {clickOn, press} from '../helpers/commands.js';
import {entriesOf, errorsAt, isReady, oneLine, part, show, speak, textOf, tick} from '../helpers/page.js';
import {inDays, publish, until, type Publication} from '../helpers/publish.js';
import {stub} from '../helpers/stub.js';
import {turn} from '../helpers/turn.js';

const box = (attributes: string, fallback = '') =>
  show(`<form><input name="surname" value="typed">
    <ipsm-consent-checkbox name="c" ${attributes}>${fallback}</ipsm-consent-checkbox></form>`);
const boxFor = ({url}: Publication, attributes = '') => box(`policy="${url}" ${attributes}`);

/** Why nothing can be agreed to, as the person reads it. */
const reason = (element: Element) => oneLine(part(element, 'error'));
const NOT_LOADED =
  'Саясат мәтіні жүктелмеді, сондықтан қазір келісім беру мүмкін емес. Нысанға енгізгеніңіз өз орнында қалады. Операторға жазуға болады: ';

/** Digests are there once the function that this gives is called. */
function holdDigests(): () => void {
  const {digest} = crypto.subtle;
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  stub(SubtleCrypto.prototype, 'digest', {
    value: async (...given: Parameters<typeof digest>) => (await held, digest.apply(crypto.subtle, given)),
  });
  return go;
}

/** The page carries a manifest. */
function carry(manifest: Manifest, url: string): void {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.className = 'place';
  script.dataset['ipsmManifest'] = url;
  script.textContent = JSON.stringify(manifest).replaceAll('<', '\\u003c');
  document.body.append(script);
}

/** What the page carries, and may not be able to load. */
function carried(status = 200): Publication {
  const published = publish();
  published.status = status;
  carry(published.manifest, published.url);
  return published;
}

/** A person has agreed to what is published, and its copy is kept. Then it is published elsewhere, and may fail there. */
async function keptCopy(change: (manifest: Manifest) => void = () => {}): Promise<Publication> {
  const published = publish();
  change(published.manifest);
  const element = boxFor(published);
  await until(() => isReady(element));
  await tick(element);
  element.commit();
  element.closest('.place')!.remove();
  const again = publish();
  again.manifest.releases = structuredClone(published.manifest.releases);
  return again;
}

/** Nothing usable: not operable, the form invalid, what was typed kept. */
function expectNothingToAgreeTo(element: ReturnType<typeof box>): void {
  element.click();
  expect([element.checked, isReady(element), element.form!.checkValidity()]).to.deep.equal([
    false,
    false,
    false,
  ]);
  expect(entriesOf(element.form!)).to.deep.equal({surname: 'typed'});
  expect(element.getBoundingClientRect().height, 'no hole in the page').to.be.below(300);
}

describe('policy="…"', () => {
  it('is asked for once a page, and the record names it as written', async () => {
    const published = publish();
    const [element, again] = [boxFor(published), boxFor(published)];
    await until(() => isReady(element) && isReady(again));
    expect(published.asked).to.equal(1);
    await tick(element);
    const {policy, notice} = element.record!;
    const {effectiveFrom} = published.manifest.releases[0]!;
    expect(policy).to.deep.equal({
      id: 'ipsm-privacy',
      version: '1',
      lang: 'kk',
      url: '1.kk.html',
      sha256: 'a'.repeat(64),
      manifest: published.url,
      source: 'network',
      effectiveFrom,
    });
    expect(notice.sha256).to.match(/^[0-9a-f]{64}$/);
  });

  it('until it is there leaves the form invalid and the box inoperable, but reachable', async () => {
    const element = boxFor(publish());
    expectNothingToAgreeTo(element);
    expect(element.validationMessage).to.equal('Саясат мәтіні жүктеліп жатыр…');
    await until(() => isReady(element));
    await tick(element);
    expect(element.checked).to.equal(true);
  });

  it('is not there before the digests of its words are: no record can miss them', async () => {
    const published = publish();
    const go = holdDigests();
    const element = boxFor(published, 'allow-script');
    await until(() => published.asked);
    await turn();
    await turn();
    element.checked = true;
    expect([element.release, element.checked]).to.deep.equal([undefined, false]);
    go();
    await until(() => element.release);
    element.checked = true;
    expect(element.record!.notice.sha256).to.match(/^[0-9a-f]{64}$/);
  });

  it('with hostile words and addresses is text, and links nowhere unsafe', async () => {
    const published = publish();
    const [release] = published.manifest.releases;
    const kk = release!.notice['kk']!;
    Object.assign(kk, {title: '<img src=x onerror=alert(1)>'});
    Object.assign(kk.points[0]!, {text: '</dd><script>alert(1)</script>', label: '<b>'});
    Object.assign(release!.documents['kk']!, {url: 'javascript:alert(1)'});
    const element = boxFor(published);
    await until(() => isReady(element));
    expect(oneLine(part(element, 'title'))).to.equal('<img src=x onerror=alert(1)>');
    expect(element.shadowRoot!.querySelector('img, script, a[href^="javascript"]')).to.equal(null);
    expect(part(element, 'policy-link')).to.equal(null);
    await tick(element);
    expect(element.record!.policy.url).to.equal('javascript:alert(1)');
  });

  describe('that fails, where nothing else is here,', () => {
    /** A box whose policy is not there, once it says so. */
    async function missing(fallback = '') {
      const published = publish();
      published.status = 404;
      const element = box(`policy="${published.url}"`, fallback);
      await until(() => reason(element));
      return {published, element};
    }

    for (const [what, code, fail] of [
      ['answers 404', 'manifest-unreachable', (published) => (published.status = 404)],
      ['answers with nothing', 'manifest-unreachable', (published) => (published.status = 204)],
      ['is out of reach', 'manifest-unreachable', (published) => (published.status = 0)],
      ['has another shape', 'manifest-malformed', ({manifest}) => (manifest.releases.length = 0)],
      [
        'is too large',
        'manifest-too-large',
        ({manifest}) => Object.assign(manifest, {more: ' '.repeat(2.1 * 1024 * 1024)}),
      ],
      ['is about another policy', 'policy-id', ({manifest}) => Object.assign(manifest, {id: 'foreign'})],
    ] as [string, string, (published: Publication) => unknown][]) {
      it(`says so and never shows the bundled policy: ${what}`, async () => {
        const heard = errorsAt();
        const published = publish();
        fail(published);
        const element = boxFor(published);
        await until(() => heard.length);
        await element.updateComplete;
        expect(heard.map((event) => event.code)).to.deep.equal([code]);
        expect(heard[0]!.message)
          .to.contain(`The manifest ${published.url} `)
          .and.contain('Nothing is shown instead, and nothing can be agreed to.');
        expectNothingToAgreeTo(element);
        expect(reason(element)).to.match(new RegExp(`^${NOT_LOADED}`));
        expect(part(element, 'row')).to.equal(null);
      });
    }

    it('is loaded again at a press of the button', async () => {
      const {published, element} = await missing();
      published.status = 200;
      await element.updateComplete;
      const retry = element.shadowRoot!.querySelector('button')!;
      expect(oneLine(retry)).to.equal('Қайта жүктеу');
      await clickOn(retry);
      await until(() => isReady(element));
      await tick(element);
      expect(element.record!.policy.source).to.equal('network');
    });

    it('says while it is tried again that it is loading, and keeps the focus: at the button, then at the box', async () => {
      const {published, element} = await missing();
      const said = part(element, 'error');
      const button = element.shadowRoot!.querySelector('button')!;
      const focused = () => element.shadowRoot!.activeElement;
      expect(said.role).to.equal('status');
      for (const status of [404, 200]) {
        published.status = status;
        const answer = published.hold();
        button.focus();
        await press('Enter');
        await until(() => said.part.contains('status'));
        expect(oneLine(said)).to.equal('Саясат мәтіні жүктеліп жатыр…');
        expect(focused()).to.equal(button);
        answer();
        await until(() => (status === 404 ? said.part.contains('error') : isReady(element)));
      }
      await element.updateComplete;
      expect(focused()).to.equal(part(element, 'control'));
    });

    const FALLBACK =
      '<label><input type="checkbox" name="c"> I agree to the <a href="/policy">policy</a></label>';
    for (const [whom, fallback, contact, expected] of [
      ['the page’s settings say', FALLBACK, 'dpo@operator.example', () => 'dpo@operator.example'],
      ['the fallback links to', FALLBACK, undefined, () => `${location.origin}/policy`],
      ['the page is from', '', undefined, () => location.host],
    ] as const) {
      it(`names whom to write to: what ${whom}`, async () => {
        configure({contact});
        const {element} = await missing(fallback);
        expect(reason(element)).to.equal(NOT_LOADED + expected());
      });
    }
  });

  describe('and the last good copy', () => {
    it('is not kept before a decision', async () => {
      const element = boxFor(publish());
      await until(() => isReady(element));
      expect(localStorage.length).to.equal(0);
    });

    it('serves where the manifest answers 404, in its own words, and the record and the page are told so', async () => {
      const published = await keptCopy();
      published.status = 404;
      const heard = errorsAt();
      const element = boxFor(published);
      expect(isReady(element)).to.equal(true);
      await until(() => heard.length);
      expect(heard[0]!.message).to.contain(
        'The last good copy on this device is shown instead, version "1".',
      );
      expect(textOf(element)).to.contain('IPSM деректеріңізді қалай өңдейді');
      await tick(element);
      expect(element.record!.policy).to.include({source: 'cached', version: '1'});
      expect(element.record!.policy.manifest).to.match(/\/published\/\d+\/manifest\.json$/);
    });

    it('gives way to the network', async () => {
      const published = await keptCopy();
      const element = boxFor(published);
      await until(() => published.asked && contextOf(element).manifestUrl === published.url);
      await tick(element);
      expect(element.record!.policy.source).to.equal('network');
    });

    it('names the operator to write to where its words were altered since', async () => {
      const published = await keptCopy(({releases: [release]}) =>
        Object.assign(release!, {operator: {...release!.operator, email: 'dpo@operator.example'}}),
      );
      Object.assign(published.manifest.releases[0]!.notice['kk']!, {agree: 'Басқа сөздер'});
      const element = boxFor(published);
      await until(() => !isReady(element));
      await element.updateComplete;
      expectNothingToAgreeTo(element);
      expect(reason(element)).to.equal(
        'Саясаттың осы нұсқасының мәтіні жарияланғаннан кейін өзгертілген, сондықтан келісім беру мүмкін емес. Операторға жазыңыз: dpo@operator.example',
      );
    });
  });
});

describe('a relative address of the policy', () => {
  for (const [where, named] of [
    ['by an element', (policy: string) => box(`policy="${policy}"`)],
    ['by the page', (policy: string) => (configure({policy}), box(''))],
  ] as const) {
    it(`means the same file after the page has changed its own address, as single-page apps do: ${where}`, async () => {
      const published = publish();
      const {href} = location;
      try {
        history.replaceState(null, '', '/published/page');
        const element = named(new URL(published.url).pathname.replace('/published/', ''));
        await until(() => isReady(element));
        await tick(element);
        history.replaceState(null, '', '/step/2/');
        element.requestUpdate();
        await element.updateComplete;
        expect([isReady(element), element.checked, published.asked]).to.deep.equal([true, true, 1]);
      } finally {
        history.replaceState(null, '', href);
      }
    });
  }
});

describe('<script data-ipsm-manifest>', () => {
  it('has the words there at the first drawing, and the record says where they came from', async () => {
    const published = carried(0);
    const element = boxFor(published);
    expect(isReady(element)).to.equal(true);
    expect(textOf(element)).to.contain('IPSM деректеріңізді қалай өңдейді');
    await until(() => contextOf(element).fault);
    await tick(element);
    expect(element.record!.policy).to.include({source: 'inline', manifest: published.url});
    expect(element.record!.notice.sha256).to.match(/^[0-9a-f]{64}$/);
    expect((part(element, 'policy-link') as HTMLAnchorElement).href).to.equal(
      new URL('1.kk.html', published.url).href,
    );
  });

  it('is not agreed to before the digest of its words is there: a server would refuse that', async () => {
    const arrive = holdDigests();
    const published = carried(0);
    const element = boxFor(published);
    await tick(element);
    expect(element.checked).to.equal(false);
    arrive();
    await until(() => contextOf(element).digests.size);
    await tick(element);
    expect(element.record!.notice.sha256).to.match(/^[0-9a-f]{64}$/);
  });

  it('is agreed to where the platform computes no digest', async () => {
    stub(crypto, 'subtle', {value: undefined});
    const published = carried(0);
    const element = boxFor(published);
    await until(() => contextOf(element).digests.size);
    await tick(element);
    expect(element.record!.notice.sha256).to.equal(null);
    expect(element.record!.gaps).to.include('notice.sha256');
  });

  it('is taken over by the network without a new question', async () => {
    const published = carried();
    const element = boxFor(published);
    await tick(element);
    expect(element.checked).to.equal(true);
    await until(() => published.asked && !contextOf(element).fault);
    await contextOf(element).load();
    expect(element.checked).to.equal(true);
    await tick(element);
    await tick(element);
    expect(element.record!.policy.source).to.equal('network');
  });

  it('that is older than what this person agreed to does not count', async () => {
    const newer = publish();
    const old = structuredClone(newer.manifest);
    newer.release({version: '2'});
    newer.manifest.releases.shift();
    const element = boxFor(newer);
    await until(() => isReady(element));
    await tick(element);
    element.commit();
    const later = publish();
    later.status = 0;
    carry(old, later.url);
    const again = boxFor(later);
    expect(again.release!.version).to.equal('2');
    await until(() => contextOf(again).fault);
    await tick(again);
    expect(again.record!.policy).to.include({source: 'cached', version: '2'});
    expect(again.status).to.equal('given');
  });

  it('of a page from a cache gives way to the newer release, which alone is asked about', async () => {
    const published = publish();
    const arrive = published.hold();
    carry(structuredClone(published.manifest), published.url);
    published.release({version: '2'});
    const element = boxFor(published);
    expect([isReady(element), element.release!.version]).to.deep.equal([true, '1']);
    await until(() => contextOf(element).digests.size);
    await tick(element);
    expect(element.record!.policy.version).to.equal('1');
    arrive();
    await until(() => element.release!.version === '2');
    await element.updateComplete;
    expect([element.checked, element.form!.checkValidity()]).to.deep.equal([false, false]);
    expect(oneLine(part(element, 'status'))).to.contain('Саясаттың жаңа нұсқасы шықты');
    await tick(element);
    expect(element.record!.policy).to.include({version: '2', source: 'network'});
  });

  it('may leave older releases out: the network’s and its own are put together', async () => {
    const published = publish();
    published.release({version: '2', effectiveFrom: inDays(-2)});
    const [first, second] = published.manifest.releases;
    carry({...published.manifest, releases: [second!]}, published.url);
    published.manifest.releases = [first!];
    const element = boxFor(published);
    await until(() => contextOf(element).manifest?.releases.length === 2);
    expect(element.release!.version).to.equal('2');
    expect(contextOf(element).sourceOf(element.release!)).to.equal('inline');
  });

  it('that differs from the network in a version leaves nothing to agree to', async () => {
    const published = publish();
    const heard = errorsAt();
    const inline = structuredClone(published.manifest);
    Object.assign(inline.releases[0]!.notice['kk']!.details[0]!, {text: 'Басқа сөздер'});
    carry(inline, published.url);
    const element = boxFor(published);
    await until(() => !isReady(element));
    expect(heard.map(({code}) => code)).to.deep.equal(['release-altered']);
    expect(heard[0]!.message).to.contain('version "1"').and.contain('Nothing is shown instead');
    await element.updateComplete;
    expectNothingToAgreeTo(element);
  });

  it('that is damaged is told, and the network serves', async () => {
    const published = publish();
    const heard = errorsAt();
    carry({...published.manifest, releases: []}, published.url);
    const element = boxFor(published);
    await turn();
    expect(heard.map(({code}) => code)).to.deep.equal(['manifest-malformed']);
    expect(heard[0]!.message).to.match(/^The manifest that the page carries cannot be read: /);
    await until(() => isReady(element));
    await tick(element);
    expect(element.record!.policy.source).to.equal('network');
  });
});

describe('a release that differs from the copy on this device', () => {
  it('is not agreed to because the page and the network both carry it', async () => {
    const published = await keptCopy();
    Object.assign(published.manifest.releases[0]!.terms.storage, {retention: 'P9Y'});
    const heard = errorsAt();
    carry(published.manifest, published.url);
    const element = boxFor(published);
    await until(() => heard.length === 2);
    await element.updateComplete;
    expect(heard.map(({code}) => code)).to.deep.equal(['release-altered', 'release-altered']);
    expect(heard[1]!.message).to.contain(`The manifest ${published.url} `);
    expectNothingToAgreeTo(element);
  });
});

describe('an address that is none', () => {
  for (const address of ['https://', '//', 'http://[']) {
    it(`leaves nothing to agree to, and the page is told: policy="${address}"`, async () => {
      const heard = errorsAt();
      const element = box(`policy="${address}"`);
      await until(() => heard.length);
      await element.updateComplete;
      expect(heard.map(({code}) => code)).to.deep.equal(['manifest-unreachable']);
      expect(heard[0]!.message).to.contain(`The manifest ${address} could not be loaded`);
      expectNothingToAgreeTo(element);
    });
  }
});

describe('a release that was cancelled', () => {
  it('stays so, although the network says no more of it', async () => {
    const published = publish();
    published.release({version: '2', effectiveFrom: inDays(30), cancelled: inDays(-1)}, ['Екінші']);
    const inline = structuredClone(published.manifest);
    Object.assign(published.manifest.releases[1]!, {cancelled: null});
    carry(inline, published.url);
    const element = boxFor(published);
    await until(() => contextOf(element).sourceOf(element.release!) === 'network');
    await element.updateComplete;
    expect(part(element, 'changes')).to.equal(null);
  });
});

describe('settings after the element', () => {
  after(() => configure({policy: undefined, policyId: undefined}));

  it('an app imports it before it can set anything: what is mended in the same task is no fault', async () => {
    const heard = errorsAt();
    const published = publish();
    configure({policyId: 'unset'});
    const element = box('');
    configure({policy: published.url, policyId: undefined});
    await until(() => isReady(element));
    expect(heard.map(({code}) => code)).to.deep.equal([]);
  });
});

describe('without policy="…"', () => {
  it('the policy of the package serves at once', async () => {
    const element = box('');
    await tick(element);
    expect(element.record!.policy).to.include({
      source: 'bundled',
      manifest: null,
      version: 'text-39a8650a-1',
      url: 'https://ipsm.kz/',
    });
  });

  it('another policy-id than its own leaves nothing to agree to, and the page is told', async () => {
    const heard = errorsAt();
    const element = box('policy-id="other"');
    expectNothingToAgreeTo(element);
    await turn();
    expect(heard.map(({code}) => code)).to.deep.equal(['no-policy']);
    await speak('ru', element);
    expect(reason(element)).to.match(/^Текст политики не загрузился, поэтому дать согласие сейчас нельзя\. /);
  });
});
