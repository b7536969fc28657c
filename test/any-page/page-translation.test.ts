import {expect} from 'chai';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {clickOn} from '../helpers/commands.js';
import {answersOf, oneLine, part, parts, show, speak, tick} from '../helpers/page.js';
import {comeBack, publish, until, type Publication} from '../helpers/publish.js';

/** Wraps each text in a font, as translators of pages do: all of them, or where `translate` allows it. */
function translate(element: Element, isPolite: boolean): void {
  const texts = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) found.push(texts.currentNode as Text);
  for (const text of found) {
    if (!text.data.trim() || (isPolite && text.parentElement!.closest('[translate=no]'))) continue;
    const font = document.createElement('font');
    text.replaceWith(font);
    font.append(`${text.data} (translated)`);
  }
}

const TRANSLATORS = {'of all words': false, 'of the words that may be translated': true};

/** What can put other words in the place of those that a translator has touched. */
const CHANGES: Record<string, (published: Publication, element: ConsentCheckboxElement) => Promise<void>> = {
  'the page changes its language': (_, element) => speak('ru', element),
  'a release comes': async (published, element) => {
    const notice = structuredClone(published.manifest.releases[0]!.notice);
    for (const each of Object.values(notice)) Object.assign(each.points[0]!, {text: 'Other data'});
    published.release({version: '2', notice});
    comeBack(6);
    await until(() => element.release!.version === '2');
    await element.updateComplete;
  },
};

/** Every row that is on screen, and the sentence. */
const onScreen = (element: Element) => [
  ...['title', 'label', 'value'].flatMap((name) => parts(element, name).map((each) => withoutClauses(each))),
  oneLine(part(element, 'sentence')),
];
function withoutClauses(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  copy.querySelectorAll('[part~=clause], small').forEach((each) => each.remove());
  return oneLine(copy);
}

describe('a page that a translator has gone through', function () {
  this.timeout(20_000);

  for (const [whose, isPolite] of Object.entries(TRANSLATORS))
    for (const [what, happens] of Object.entries(CHANGES))
      it(`has no record of words that are not on screen, where ${what} after a translation ${whose}`, async () => {
        const published = publish();
        const place = (attributes: string) =>
          show(
            `<form><ipsm-consent-checkbox name="consent" policy="${published.url}" ${attributes}></ipsm-consent-checkbox></form>`,
          );
        const element = place('');
        await until(() => element.matches(':state(ready)'));
        await element.updateComplete;
        translate(element, isPolite);
        await happens(published, element);
        for (let presses = 0; presses < 2 && !element.checked; presses++) {
          await tick(element);
          await element.updateComplete;
        }
        const {record} = element;
        expect([record?.policy.version, record?.notice.lang]).to.deep.equal([
          element.release!.version,
          element.shown!.lang,
        ]);
        const untouched = place('storage="memory"');
        await until(() => untouched.matches(':state(ready)'));
        await untouched.updateComplete;
        expect(onScreen(element)).to.deep.equal(onScreen(untouched));
      });

  it('has no answer to a question that is not on screen', async () => {
    const published = publish();
    const banner = show<ConsentBannerElement>(
      `<ipsm-consent-banner policy="${published.url}"></ipsm-consent-banner>`,
      'ipsm-consent-banner',
    );
    await until(() => banner.matches(':state(open)'));
    await banner.updateComplete;
    translate(banner, false);
    await speak('ru', banner);
    const {question} = banner.release!.notice['ru']!;
    for (let presses = 0; presses < 2 && banner.status === 'unasked'; presses++) {
      const read = oneLine(part(banner, 'title'));
      await clickOn(answersOf(banner).accept);
      await banner.updateComplete;
      expect(banner.status).to.equal(read === question ? 'given' : 'unasked');
    }
    expect(banner.status).to.equal('given');
  });
});
