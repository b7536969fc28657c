import {stateNames} from '../../demo/client/gallery/states.js';
import {expectNoAxeViolations} from '../helpers/axe.js';
import {openState} from './gallery-frames.js';
import {LANGS} from './people.js';

/** Sites of the docs whose colours the elements take over. */
const HOSTS = ['steppe', 'paper', 'night'];
const SCHEMES = ['light', 'dark'];

/** One engine looks at every state in every theme, light and dark in turn; the others at each state in one theme. */
const isChromium = navigator.userAgent.includes('Chrome');

describe('axe in the example themes', function () {
  this.timeout(60_000);

  for (const [i, name] of stateNames.entries())
    for (const [at, host] of HOSTS.entries()) {
      if (!isChromium && i % HOSTS.length !== at) continue;
      const schemes = name.startsWith('box-purposes') ? SCHEMES : [SCHEMES[(i + at) % SCHEMES.length]!];
      const lang = LANGS[i % LANGS.length]!;
      for (const scheme of schemes)
        it(`finds nothing in ${name}, ${host}, ${scheme}, in ${lang}`, async () => {
          const page = await openState(name, `lang=${lang}&host=${host}&theme=${scheme}`);
          await expectNoAxeViolations(page.document);
        });
    }
});
