import {expect} from 'chai';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {warnOfRiskyName} from '../../src/development/risky-name.js';
import {clickOn} from '../helpers/commands.js';
import {decide} from '../helpers/decide.js';
import {fetchJson} from '../helpers/json.js';
import {answersOf, listenTo, show, speak} from '../helpers/page.js';
import {publish, until, type Publication} from '../helpers/publish.js';
import {stub} from '../helpers/stub.js';

interface Patterns {
  elements: string[];
  ids: string[];
  classes: string[];
  attributes: string[];
  buttons: string[];
}

const PAGE = `<ipsm-consent-banner></ipsm-consent-banner><ipsm-policy-summary></ipsm-policy-summary>
  <ipsm-consent-status></ipsm-consent-status><form><ipsm-consent-checkbox name="c"></ipsm-consent-checkbox><button>ok</button></form>`;

interface Page {
  checkbox: ConsentCheckboxElement;
  banner: ConsentBannerElement;
  published: Publication;
}

/** What happened before the lists look. */
const STATES: Record<string, (page: Page) => unknown> = {
  'nobody has answered': () => {},
  'the form was sent without the tick': ({checkbox}) => checkbox.form!.requestSubmit(),
  'the form was sent and the box cannot be seen': async ({checkbox}) => {
    checkbox.style.visibility = 'hidden';
    checkbox.form!.requestSubmit();
    await until(() => checkbox.form!.querySelector('[role=alert]'));
  },
  'the box is ticked': ({checkbox}) => checkbox.click(),
  'the banner was agreed to': ({banner}) => clickOn(answersOf(banner).accept),
  'the banner was declined': ({banner}) => clickOn(answersOf(banner).decline),
  'the server refused': ({checkbox}) => checkbox.reask('Try again.', {code: 'not-current', id: ''}),
  'there is a newer release': async ({published, banner, checkbox}) => {
    decide(banner);
    published.release({version: '2'}, ['A change.']);
    checkbox.reask('There is a newer one.');
    await until(() => checkbox.release?.version === '2');
  },
  'the policy is missing': ({checkbox, banner}) => (checkbox.policyId = banner.policyId = 'missing'),
  'the box is disabled': ({checkbox}) => (checkbox.disabled = true),
};

/** An element and everything that it draws. */
const drawnBy = (host: Element): Element[] => [host, ...host.shadowRoot!.querySelectorAll('*')];

describe('lists that hide cookie notices', () => {
  let patterns: Patterns;
  before(async () => {
    patterns = (await fetchJson('/test/fixtures/hide-lists.json')) as Patterns;
  });

  for (const [state, reach] of Object.entries(STATES)) {
    it(`match nothing of ours when ${state}, in three languages`, async () => {
      const published = publish();
      const checkbox = show(PAGE.replaceAll(/<ipsm-[\w-]+/g, `$& policy="${published.url}"`));
      const place = checkbox.closest('.place')!;
      const banner = place.querySelector('ipsm-consent-banner')!;
      banner.show();
      await until(() => checkbox.matches(':state(ready)') && banner.matches(':state(open)'));
      await reach({checkbox, banner, published});
      const {elements, ids, classes, attributes} = patterns;
      const hiding = [
        ...elements,
        ...ids.map((id) => `#${id}`),
        ...classes.map((name) => `.${name}`),
        ...attributes,
      ].join(', ');
      const names = new Set([...elements, ...ids, ...classes].map((name) => name.toLowerCase()));
      for (const lang of ['ru', 'en', 'kk']) {
        await speak(lang, checkbox);
        const alerts = [...place.querySelectorAll('[role=alert]')];
        const drawn = [...[...place.querySelectorAll('[policy]')].flatMap(drawnBy), ...alerts];
        expect(drawn.length).to.be.greaterThan(40);
        for (const element of drawn) {
          expect(element.matches(hiding), element.outerHTML).to.equal(false);
          for (const {name, value} of element.attributes) {
            for (const word of value.toLowerCase().split(/\s+/)) {
              expect(names.has(word), `${name}="${value}"`).to.equal(false);
            }
          }
        }
      }
    });
  }

  it('would match what they are made for', () => {
    const place = show<HTMLElement>('<div class="consent-container"></div>', 'div');
    expect(patterns.classes.some((name) => place.matches(`.${name}`))).to.equal(true);
  });
});

describe('a name that the page gives an element', () => {
  /** What the console warns of where an element has such an id, and where it has such a class. */
  function warningsAbout(names: string[]): string[] {
    const warned: string[] = [];
    stub(console, 'warn', {value: (text: string) => warned.push(text), writable: true});
    for (const name of names) {
      const element = document.createElement('ipsm-policy-summary');
      element.id = name;
      warnOfRiskyName(element);
      element.removeAttribute('id');
      element.className = `x ${name}`;
      warnOfRiskyName(element);
    }
    return warned.filter((text) => text.includes('[risky-name]'));
  }

  it('is warned of, once, if lists hide it', async () => {
    const {ids, classes} = (await fetchJson('/test/fixtures/hide-lists.json')) as Patterns;
    const names = [...new Set([...ids, ...classes])];
    const warned = warningsAbout(names);
    expect(names.filter((name) => !warned.some((text) => text.includes(`"${name}"`)))).to.deep.equal([]);
    expect(warned.length).to.equal(names.length);
  });

  it('is nothing to warn of otherwise', () => {
    expect(
      warningsAbout(['agreement', 'my-consent', 'registration', 'page', 'top', 'form-row', 'kelisim']),
    ).to.deep.equal([]);
  });
});

describe('extensions that answer for the person', () => {
  it('find no button of ours where they look for words such as Decline: in light DOM', async () => {
    const {buttons} = (await fetchJson('/test/fixtures/hide-lists.json')) as Patterns;
    const banner = show<ConsentBannerElement>(PAGE, 'ipsm-consent-banner');
    banner.show();
    for (const lang of ['kk', 'ru', 'en']) {
      await speak(lang, banner);
      const found = [...document.querySelectorAll('button, a, [role=button], input')];
      expect(found.map(({textContent}) => textContent)).to.deep.equal(['ok']);
      for (const word of buttons) expect(document.querySelector('.place')!.textContent).not.to.contain(word);
    }
  });

  const ACTS: Record<string, (target: HTMLElement) => void> = {
    'call click()': (target) => target.click(),
    'make up every event of a press': (target) => {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        target.dispatchEvent(
          new MouseEvent(type, {bubbles: true, cancelable: true, composed: true, detail: 1}),
        );
    },
  };
  for (const [how, act] of Object.entries(ACTS)) {
    it(`that get at the answers all the same and ${how} leave no record, and the question stays`, async () => {
      const banner = show<ConsentBannerElement>(PAGE, 'ipsm-consent-banner');
      banner.show();
      await banner.updateComplete;
      const heard = listenTo(document);
      for (const button of ['accept', 'decline'] as const) act(answersOf(banner)[button]);
      await banner.updateComplete;
      expect([heard.length, localStorage.length, banner.status]).to.deep.equal([0, 0, 'unasked']);
      expect(banner.matches(':state(open)')).to.equal(true);
    });
  }
});
