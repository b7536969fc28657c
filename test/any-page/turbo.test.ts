import {expect} from 'chai';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import {clickOn} from '../helpers/commands.js';
import {boxOf, listenTo, next, part, tick} from '../helpers/page.js';
import {until} from '../helpers/publish.js';
import {checkboxIn, find, openPage, type View} from './frames.js';

const roomIn = (view: View) => parseFloat(view.getComputedStyle(view.document.body).paddingBottom);
const bannersIn = (view: View) => view.document.querySelectorAll('ipsm-consent-banner:state(open)').length;

/** Turbo has put the page in place, and has drawn it for good. */
const isAt = (view: View, id: string) =>
  until(
    () =>
      view.document.getElementById(id) && !view.document.documentElement.hasAttribute('data-turbo-preview'),
    id,
  );

describe('a site with Turbo', function () {
  this.timeout(30_000);

  it('keeps one working box and one banner through visits and the way back, and room for no more', async () => {
    const view = await openPage('turbo-one');
    const {document} = view;
    await until(() => roomIn(view) > 0, 'room for the banner');
    const room = roomIn(view);
    for (const next of ['two', 'one', 'two']) {
      await clickOn(find(view, 'p a'));
      await isAt(view, next);
      await until(() => bannersIn(view) === 1, 'the banner');
      await until(() => roomIn(view) === room, `room for one banner on page ${next}`);
      expect(checkboxIn(view).form!.elements.namedItem('consent') === checkboxIn(view)).to.equal(true);
    }
    await tick(checkboxIn(view));
    await clickOn(find(view, 'p a'));
    await isAt(view, 'one');
    view.history.back();
    await isAt(view, 'two');
    await until(() => roomIn(view) === room, 'room after the way back');
    // The page from Turbo's memory is a copy: a copied tick would be nobody's act.
    expect([checkboxIn(view).checked, boxOf(checkboxIn(view)).checked]).to.deep.equal([false, false]);
    await clickOn(part(find<ConsentBannerElement>(view, 'ipsm-consent-banner'), 'later-button'));
    await until(() => bannersIn(view) === 0, 'the banner to close');
    expect(view.document === document).to.equal(true);
  });

  it('sends the record, which counts on this device once the page has called commit()', async () => {
    const view = await openPage('turbo-one');
    await clickOn(part(find<ConsentBannerElement>(view, 'ipsm-consent-banner'), 'later-button'));
    const element = checkboxIn(view);
    await tick(element);
    const heard = listenTo(element);
    view.addEventListener('turbo:submit-end', () => element.commit());
    await clickOn(find(view, 'button'));
    await until(() => view.location.pathname.endsWith('sent.html'), 'the answer');
    const entries = new URLSearchParams(view.location.search);
    expect([...entries.keys()]).to.deep.equal(['consent', 'consent-record']);
    expect(heard.map(({cause}) => cause)).to.deep.equal(['commit']);
    expect(Object.keys(localStorage).filter((key) => key.includes('/ipsm-privacy/'))).to.have.length(1);
  });

  const MORPHS: [name: string, before: string, after: string, required: boolean][] = [
    ['stays required, by a morph into the same', '', '', true],
    ['stays required where the next page does not say it', 'required', '', true],
    ['is required from then on where the next page says it', 'optional', 'required', true],
    ['is not required where neither page wants it', 'optional', 'optional', false],
  ];
  /** What morphs a part of the page: Turbo, which has Idiomorph inside, and Idiomorph by itself. */
  const MORPHERS: Record<string, (view: View, from: Element, to: string) => Promise<void>> = {
    'by Turbo': async (view, from, to) => {
      (view as View & {Turbo: {morphElements(from: Element, to: string): void}}).Turbo.morphElements(
        from,
        to,
      );
    },
    'by Idiomorph': async (view, from, to) => {
      const script = view.document.createElement('script');
      script.src = '/node_modules/idiomorph/dist/idiomorph.js';
      view.document.head.append(script);
      await next(script, 'load');
      (view as View & {Idiomorph: {morph(from: Element, to: string): void}}).Idiomorph.morph(from, to);
    },
  };
  for (const [by, morph] of Object.entries(MORPHERS))
    for (const [name, before, after, required] of MORPHS) {
      it(`has a box that ${name}, ${by}`, async () => {
        const view = await openPage('turbo-one');
        const form = (attributes: string) =>
          `<form id="morphed"><ipsm-consent-checkbox name="consent" ${attributes}>
            <label><input type="checkbox" name="consent" required /> I agree</label>
          </ipsm-consent-checkbox></form>`;
        find(view, 'form').outerHTML = form(before);
        const element = checkboxIn(view);
        await morph(view, element.form!, form(after));
        expect(checkboxIn(view) === element).to.equal(true);
        await until(() => element.form!.elements.length === 1, 'the fallback to be out of the form again');
        expect([element.required, element.form!.checkValidity()]).to.deep.equal([required, !required]);
        await tick(element);
        await morph(view, element.form!, form(after));
        await until(() => element.form!.elements.length === 1, 'the fallback to be out of the form again');
        expect([element.checked, element.form!.checkValidity()]).to.deep.equal([true, true]);
      });
    }
});
