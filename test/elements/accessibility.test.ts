import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import type {ConsentStatusElement} from '../../src/elements/status/consent-status-element.js';
import {contextOf} from '../../src/elements/shared/policy-element.js';
import {expectNoAxeViolations} from '../helpers/axe.js';
import {clickOn, emulate} from '../helpers/commands.js';
import {decide} from '../helpers/decide.js';
import {answersOf, buttonsOf, part, show, speak} from '../helpers/page.js';
import {publish, until, type Publication} from '../helpers/publish.js';

interface World {
  checkbox: ConsentCheckboxElement;
  banner: ConsentBannerElement;
  status: ConsentStatusElement;
  published: Publication;
}

const page = (url: string) => `<main><h1>Registration</h1>
  <ipsm-consent-banner policy="${url}" placement="inline"></ipsm-consent-banner>
  <form><ipsm-consent-checkbox policy="${url}" name="consent"></ipsm-consent-checkbox>
    <ipsm-consent-checkbox policy="${url}" name="ads" purpose="ads"></ipsm-consent-checkbox><button>ok</button></form>
  <ipsm-consent-status policy="${url}"></ipsm-consent-status></main>`;

const ADS = {purposes: {ads: 'given'}} as const;

/** What happened before axe looks. */
const STATES: Record<string, (world: World) => unknown> = {
  'nobody has answered': () => {},
  'everything is unfolded': ({checkbox, banner}) => {
    for (const {shadowRoot} of [checkbox, banner])
      shadowRoot!.querySelectorAll('details').forEach((details) => (details.open = true));
  },
  'the form was sent without the tick': ({checkbox}) => checkbox.form!.requestSubmit(),
  'the box is ticked': ({checkbox}) => checkbox.click(),
  'the box is disabled': ({checkbox}) => (checkbox.disabled = true),
  'the server refused': ({checkbox}) => checkbox.reask('Try again.'),
  'a representative cannot agree': ({checkbox, published}) => {
    Object.values(published.manifest.releases[0]!.notice).forEach((notice) => delete notice.agreeFor);
    checkbox.by = 'representative';
  },
  'the banner was agreed to': ({banner}) => clickOn(answersOf(banner).accept),
  'the policy is missing': ({checkbox, banner, status}) => {
    for (const element of [checkbox, banner, status]) element.policyId = 'missing';
  },
  'there is a consent': ({status}) => decide(status, ADS),
  'there is a refusal': ({status}) => decide(status, {state: 'declined'}),
  'one purpose is withdrawn': ({status}) => {
    decide(status, ADS);
    status.withdraw('ads');
  },
  'everything is withdrawn': ({status}) => {
    decide(status);
    status.withdraw();
  },
  'a program pressed the button': async ({status}) => {
    decide(status);
    await status.updateComplete;
    buttonsOf(status, 'Келісімді қайтарып алу')[0]!.click();
  },
  'there is a newer version': async ({status, published}) => {
    decide(status);
    published.release({version: '2'}, ['Жаңа ереже']);
    await contextOf(status).load();
  },
  'the question is shown in the status': ({status, banner}) => {
    banner.remove();
    buttonsOf(status, 'Келісім сұрағына оралу')[0]!.click();
  },
};

/** Pages as axe has to see them: it knows no canvas. */
const PAGES = {
  light: 'color-scheme: light; background: #fff; color: #1a2330',
  dark: 'color-scheme: dark; background: #10151c; color: #e6eaf0',
  'dark, which it does not say': 'background: #111; color: #ddd',
} as const;

describe('axe', () => {
  for (const theme of Object.keys(PAGES) as (keyof typeof PAGES)[]) {
    for (const [state, reach] of Object.entries(STATES)) {
      it(`finds nothing when ${state}, ${theme}, in three languages`, async function () {
        if (theme === 'dark' && !(await emulate({colorScheme: 'dark'}))) return this.skip();
        document.documentElement.style.cssText = PAGES[theme];
        const published = publish();
        const main = show<HTMLElement>(page(published.url), 'main');
        const [checkbox, banner, status] = [
          main.querySelector('ipsm-consent-checkbox')!,
          main.querySelector('ipsm-consent-banner')!,
          main.querySelector('ipsm-consent-status')!,
        ];
        banner.show();
        await until(() => checkbox.release && part(banner, 'actions'));
        await reach({checkbox, banner, status, published});
        await checkbox.updateComplete;
        for (const lang of ['ru', 'en', 'kk']) {
          await speak(lang, checkbox);
          await expectNoAxeViolations(main);
        }
      });
    }
  }

  afterEach(() => document.documentElement.removeAttribute('style'));
});
