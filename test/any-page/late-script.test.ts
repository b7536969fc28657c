import {expect} from 'chai';
import {clickOn, typeText} from '../helpers/commands.js';
import {openFrame} from '../helpers/frame.js';
import {boxOf, part, tick} from '../helpers/page.js';
import {turn} from '../helpers/turn.js';
import {checkboxIn, entriesSent, find, loadBundle, openPage, type View} from './frames.js';

const nativeBox = (view: View) => find<HTMLInputElement>(view, 'ipsm-consent-checkbox input');

describe('a page whose script does not come', function () {
  this.timeout(30_000);

  it('asks for the native tick, and sends no record', async () => {
    const view = await openPage('plain');
    expect(nativeBox(view).checkVisibility()).to.equal(true);
    await clickOn(find(view, 'button'));
    expect(view.document.activeElement === nativeBox(view)).to.equal(true);
    await clickOn(nativeBox(view));
    const entries = await entriesSent(view, () => clickOn(find(view, 'button')));
    expect(entries).to.deep.equal({email: '', consent: 'on'});
  });
});

describe('a page whose script is in its head', () => {
  it('shifts nothing while it loads, with box and banner', async function () {
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return this.skip();
    const view = (await openFrame('/test/bundles/pages/head.html')) as View;
    const shifts = shiftsIn(view);
    await drawn(view);
    expect(shifts).to.deep.equal([]);
  });
});

describe('a page whose script comes late', function () {
  this.timeout(30_000);

  it('counts no tick of before, says why, and keeps what was typed', async () => {
    const view = await openPage('plain');
    const element = checkboxIn(view);
    await clickOn(find(view, '[name=email]'));
    await typeText('a@b.kz');
    await clickOn(nativeBox(view));
    await loadBundle(view);
    expect([element.checked, element.record, boxOf(element).checked]).to.deep.equal([false, null, false]);
    expect([...new view.FormData(element.form!).keys()]).to.deep.equal(['email']);
    expect(element.form!.checkValidity()).to.equal(false);
    expect(part(element, 'status').textContent).to.equal(
      'You ticked the box before the page had fully loaded, so the tick was removed. If you agree, tick it again.',
    );
    expect(find<HTMLInputElement>(view, '[name=email]').value).to.equal('a@b.kz');
    await tick(element);
    expect(part(element, 'status').textContent).to.equal('');
    const {
      email,
      consent,
      'consent-record': record,
    } = await entriesSent(view, () => clickOn(find(view, 'button')));
    expect([email, consent]).to.deep.equal(['a@b.kz', 'on']);
    expect(JSON.parse(record!)).to.have.nested.property('event.method', 'form-checkbox');
  });

  it('says nothing of a tick where there was none', async () => {
    const view = await openPage('plain');
    await loadBundle(view);
    expect(part(checkboxIn(view), 'status').textContent).to.equal('');
  });

  it('leaves the focus with the person: from the native box to the one in its place', async () => {
    const view = await openPage('plain');
    nativeBox(view).focus();
    await loadBundle(view);
    expect(view.document.activeElement === checkboxIn(view)).to.equal(true);
    expect(checkboxIn(view).shadowRoot!.activeElement === boxOf(checkboxIn(view))).to.equal(true);
  });

  it('leaves the focus where it is elsewhere', async () => {
    const view = await openPage('plain');
    find(view, '[name=email]').focus();
    await loadBundle(view);
    expect(view.document.activeElement === find(view, '[name=email]')).to.equal(true);
  });

  for (const [place, size] of Object.entries({
    wide: {width: 780, height: 560},
    narrow: {width: 340, height: 560},
  })) {
    it(`shifts nothing on a ${place} screen, with the room that the docs reserve`, async function () {
      if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return this.skip();
      const view = await openPage('plain', '', size);
      const shifts = shiftsIn(view);
      find(view, '#below').scrollIntoView({block: 'end'});
      await drawn(view);
      await loadBundle(view);
      await drawn(view);
      const sum = shifts.reduce((total, shift) => total + shift, 0);
      console.log(`layout shift at ${size.width}px: ${sum}`);
      expect(sum).to.equal(0);
      // Without the room it would have been noticed.
      find(view, 'link').remove();
      await drawn(view);
      expect(shifts.length).to.be.greaterThan(0);
    });
  }

  it('takes the native controls out of the form, whatever a framework does with its nodes', async () => {
    const view = await openPage('plain');
    const element = checkboxIn(view);
    const form = find<HTMLFormElement>(view, 'form');
    const [label, link] = [...element.children] as HTMLElement[];
    await loadBundle(view);
    const own = () => [...form.elements].map((each) => each.getAttribute('name') ?? each.localName);
    expect(own()).to.deep.equal(['email', 'consent', 'button']);
    expect(form.elements.namedItem('consent') === element).to.equal(true);
    // A framework draws again: texts, attributes, keyed moves, new nodes, all new nodes.
    label!.lastChild!.nodeValue = ' Agreed';
    nativeBox(view).removeAttribute('form');
    await turn();
    expect(own()).to.deep.equal(['email', 'consent', 'button']);
    element.insertBefore(link!, label!);
    const added = view.document.createElement('div');
    added.innerHTML =
      '<fieldset><input name="consent" type="checkbox" required checked><select name="more"></select></fieldset>';
    element.append(added);
    await turn();
    expect(own()).to.deep.equal(['email', 'consent', 'button']);
    expect([...element.children].map(({localName}) => localName)).to.deep.equal(['a', 'label', 'div']);
    element.replaceChildren(...[label, added].map((node) => node!.cloneNode(true)));
    await turn();
    expect(own()).to.deep.equal(['email', 'consent', 'button']);
    expect(nativeBox(view).checkVisibility()).to.equal(false);
    await tick(element);
    element.replaceChildren();
    await turn();
    expect(element.checked).to.equal(true);
    const entries = await entriesSent(view, () => clickOn(find(view, 'button')));
    expect(Object.keys(entries)).to.deep.equal(['email', 'consent', 'consent-record']);
  });
});

/** The layout shifts of a page, those from before included, and those to come. */
function shiftsIn(view: View): number[] {
  const shifts: number[] = [];
  new view.PerformanceObserver((list) =>
    list.getEntries().forEach((entry) => shifts.push((entry as unknown as {value: number}).value)),
  ).observe({type: 'layout-shift', buffered: true});
  return shifts;
}

/** Two frames have been drawn. */
const drawn = (view: View) =>
  new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
