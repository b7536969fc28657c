import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {expectNoAxeViolations} from '../helpers/axe.js';
import {emulate} from '../helpers/commands.js';
import {part, show, speak} from '../helpers/page.js';

const PAGE = `<main><h1>Registration</h1><ipsm-consent-banner placement="inline"></ipsm-consent-banner>
  <form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox><button>ok</button></form></main>`;

type Updating = HTMLElement & {updateComplete: Promise<boolean>};

/** What a person did before axe looks. */
const STATES: Record<string, (checkbox: ConsentCheckboxElement, banner: Updating) => void> = {
  'nobody has answered': () => {},
  'the form was sent without the tick': (checkbox) => checkbox.form!.requestSubmit(),
  'the box is ticked': (checkbox) => checkbox.click(),
  'the banner was agreed to': (_, banner) => part(banner, 'accept-button').click(),
  'the server refused': (checkbox) => checkbox.reask('Try again.'),
  'the policy is missing': (checkbox) => (checkbox.policyId = 'missing'),
  'the box is disabled': (checkbox) => (checkbox.disabled = true),
};

describe('axe', () => {
  for (const [state, reach] of Object.entries(STATES)) {
    it(`finds nothing when ${state}, in three languages`, async () => {
      const checkbox = show(PAGE);
      const banner = checkbox.closest('main')!.querySelector<Updating>('ipsm-consent-banner')!;
      reach(checkbox, banner);
      for (const lang of ['ru', 'en', 'kk']) {
        await speak(lang, checkbox);
        await expectNoAxeViolations(checkbox.closest('main')!);
      }
    });

    it(`finds nothing in the dark when ${state}`, async function () {
      if (!(await emulate({colorScheme: 'dark'}))) return this.skip();
      document.documentElement.style.colorScheme = 'dark';
      const checkbox = show(PAGE);
      const banner = checkbox.closest('main')!.querySelector<Updating>('ipsm-consent-banner')!;
      reach(checkbox, banner);
      await checkbox.updateComplete;
      await expectNoAxeViolations(checkbox.closest('main')!);
      document.documentElement.style.colorScheme = '';
    });
  }
});
