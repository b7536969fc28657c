import {expect} from 'chai';
import {stateNames, type StateName} from '../../demo/client/gallery/states.js';
import {expectNoAxeViolations} from '../helpers/axe.js';
import {addRules, openState} from './gallery-frames.js';
import {LANGS} from './people.js';

/** Pages as the gallery's address has them. */
const THEMES = {
  light: 'theme=light',
  dark: 'theme=dark',
  'dark, which it does not say': 'host=black',
};

/** What axe finds hangs on the elements, hardly on the engine: one looks at all languages, the others at one for each state. */
const isChromium = navigator.userAgent.includes('Chrome');

/** States in which a line stands half above the edge of what scrolls, where no contrast can be measured. */
const CUT_BY_SCROLLING = new Set<StateName>(['banner-open']);

async function check(name: StateName, lang: string, query: string): Promise<void> {
  const page = await openState(name, `lang=${lang}&${query}`);
  try {
    const unmeasured = await expectNoAxeViolations(page.document);
    expect(
      unmeasured.filter((each) => !(CUT_BY_SCROLLING.has(name) && each.includes('obscured'))),
    ).to.deep.equal([]);
  } catch (error) {
    throw new Error(`${lang}: ${(error as Error).message}`, {cause: error});
  }
  page.close();
}

describe('axe in the gallery', function () {
  this.timeout(60_000);

  for (const [theme, query] of Object.entries(THEMES))
    for (const [i, name] of stateNames.entries()) {
      const langs = isChromium ? LANGS : [LANGS[i % LANGS.length]!];
      it(`finds nothing in ${name}, ${theme}, in ${langs.join(', ')}`, async () => {
        for (const lang of langs) await check(name, lang, query);
      });
    }

  for (const theme of ['light', 'dark'])
    it(`sees through the shadow roots: a pale part, ${theme}`, async () => {
      const page = await openState('box', `lang=kk&theme=${theme}`);
      const pale = theme === 'light' ? '#ddd' : '#333';
      addRules(page, `[part=value] { color: ${pale} !important }`);
      const found = await expectNoAxeViolations(page.document).then(
        () => 'nothing',
        (error: Error) => error.message,
      );
      expect(found).to.match(/^- color-contrast /m);
      expect(found).to.match(/^ {2}at ipsm-consent-checkbox >>> .*(dd|value)/m);
    });
});
