import {stateNames, stateOf} from '../../demo/client/gallery/states.js';
import {expectNoAxeViolations} from '../helpers/axe.js';
import {DemoPage} from './demo-page.js';
import {LANGS} from './people.js';
import {until} from './until.js';

/** Pages as the gallery's address has them. */
const THEMES = {
  light: 'theme=light',
  dark: 'theme=dark',
  'dark, which it does not say': 'host=black',
};

/** What axe finds hangs on the elements, hardly on the engine: one looks at all languages, the others at one for each state. */
const isChromium = navigator.userAgent.includes('Chrome');

describe('axe in the gallery', function () {
  this.timeout(60_000);

  for (const [theme, query] of Object.entries(THEMES))
    for (const [i, name] of stateNames.entries()) {
      const langs = isChromium ? LANGS : [LANGS[i % LANGS.length]!];
      it(`finds nothing in ${name}, ${theme}, in ${langs.join(', ')}`, async () => {
        const {press} = stateOf(name);
        for (const lang of langs) {
          const page = await DemoPage.open(`gallery-frame.html?state=${name}&lang=${lang}&${query}`);
          await until('the state', () => page.document.documentElement.dataset['shown'] === name);
          if (press) await page.answerBanner(press);
          try {
            await expectNoAxeViolations(page.document);
          } catch (error) {
            throw new Error(`${lang}: ${(error as Error).message}`, {cause: error});
          }
          page.close();
        }
      });
    }
});
