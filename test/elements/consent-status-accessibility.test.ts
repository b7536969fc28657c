import type {ConsentStatusElement} from '../../src/elements/status/consent-status-element.js';
import type {EventState, PurposeDecision} from '../../src/core/record.js';
import {expectNoAxeViolations} from '../helpers/axe.js';
import {emulate} from '../helpers/commands.js';
import {part, show, speak} from '../helpers/page.js';
import {publish, until, type Publication} from '../helpers/publish.js';

const TAG = 'ipsm-consent-status';

function decide(
  {context}: ConsentStatusElement,
  state: EventState = 'given',
  ads: PurposeDecision = 'given',
) {
  const method = 'form-checkbox';
  context.commit(context.decide({state, method, lang: 'kk', purposes: {ads}}, false), 'commit');
}

/** What happened before axe looks. */
const STATES: Record<
  string,
  (element: ConsentStatusElement, published: Publication) => void | Promise<void>
> = {
  'nothing is on record': () => {},
  'there is a consent': (element) => decide(element),
  'there is a refusal': (element) => decide(element, 'declined', 'declined'),
  'one purpose is withdrawn': (element) => {
    decide(element);
    element.withdraw('ads');
  },
  'everything is withdrawn': (element) => {
    decide(element);
    element.withdraw();
  },
  'a program pressed the button': (element) => {
    decide(element);
    (element as unknown as {performUpdate(): void}).performUpdate();
    part(element, 'withdraw-button').click();
  },
  'there is a newer version': async (element, published) => {
    decide(element);
    published.release({version: '2'}, ['Жаңа ереже']);
    await element.context.load();
  },
  'the question is shown': (element) => part(element, 'ask-button').click(),
  'the policy is missing': (element) => {
    decide(element);
    element.policyId = 'missing';
  },
};

describe('axe', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const [state, reach] of Object.entries(STATES)) {
      it(`finds nothing when ${state}, ${theme}, in three languages`, async function () {
        if (theme === 'dark' && !(await emulate({colorScheme: 'dark'}))) return this.skip();
        document.documentElement.style.colorScheme = theme;
        const published = publish();
        const main = show(
          `<main><h1>Registration</h1><${TAG} policy="${published.url}"></${TAG}></main>`,
          'main',
        );
        const element = main.querySelector<ConsentStatusElement>(TAG)!;
        await until(() => element.release);
        await element.updateComplete;
        await reach(element, published);
        for (const lang of ['ru', 'en', 'kk']) {
          await speak(lang, element);
          await expectNoAxeViolations(main);
        }
      });
    }
  }

  afterEach(() => (document.documentElement.style.colorScheme = ''));
});
