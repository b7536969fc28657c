import {expect} from 'chai';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {clickAt, clickOn, memory, press} from '../helpers/commands.js';
import {answersOf, boxOf, next, part, textOf, tick} from '../helpers/page.js';
import {until} from '../helpers/publish.js';
import {roomIn} from '../helpers/room.js';
import {checkboxIn, entriesSent, find, openPage, type View} from './frames.js';

const BANNER = '<ipsm-consent-banner></ipsm-consent-banner>';
const FORM = `<form action="/test/any-page/pages/sent.html"><input name="email" value="a@b.kz">
  <ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox><button>Send</button></form>`;
/** Beside a box that its form needs no banner asks; beside this one it does. */
const OPTIONAL_FORM = FORM.replace('name="consent"', '$& optional');
const SENT = ['email', 'consent', 'consent-record'];
const TALL = '<div class="tall" style="height: 900px"></div>';

/** A page that has the bundle, with markup put in by script. */
async function openWith(markup: string): Promise<View> {
  const view = await openPage('bundle');
  view.document.body.innerHTML = markup;
  return view;
}

const drawn = (view: Window) =>
  new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));

/** A person ticks the box, the record says so, and the form takes both along. */
async function expectWorking(view: View, element: ConsentCheckboxElement = checkboxIn(view)) {
  await tick(element);
  expect(element.record!.event.method).to.equal('form-checkbox');
  const entries = await entriesSent(view, () => clickOn(element.form!.querySelector('button')!));
  expect(Object.keys(entries)).to.deep.equal(SENT);
}

describe('a page that swaps its parts', function () {
  this.timeout(30_000);

  it('removes the element and brings it back, with the tick', async () => {
    const view = await openWith(FORM);
    const element = checkboxIn(view);
    const {form} = element;
    await tick(element);
    element.remove();
    await drawn(view);
    form!.prepend(element);
    expect(boxOf(element).checked).to.equal(true);
    const entries = await entriesSent(view, () => clickOn(find(view, 'button')));
    expect(Object.keys(entries)).to.deep.equal(['consent', 'consent-record', 'email']);
  });

  it('moves the element to another form, which alone sends it and commits it', async () => {
    const view = await openWith(
      `${FORM}<form id="other" action="/test/any-page/pages/sent.html"><button>Send</button></form>`,
    );
    const element = checkboxIn(view);
    const [first, other] = [...view.document.forms];
    await tick(element);
    other!.prepend(element);
    expect([...new view.FormData(first).keys()]).to.deep.equal(['email']);
    expect(element.form === other).to.equal(true);
    first!.addEventListener('submit', (event) => event.preventDefault());
    await clickOn(first!.querySelector('button')!);
    expect(element.status).to.equal('unasked');
    const entries = await entriesSent(view, () => clickOn(other!.querySelector('button')!));
    expect(Object.keys(entries)).to.deep.equal(['consent', 'consent-record']);
    expect(Object.keys(localStorage).filter((key) => key.includes('ipsm-privacy'))).to.have.length(1);
  });

  const SWAPS: Record<string, (view: View) => unknown> = {
    'innerHTML of the body': ({document: {body}}) => (body.innerHTML = BANNER + FORM),
    'outerHTML of the form': (view) => (find(view, 'form').outerHTML = FORM),
    'outerHTML of the element': (view) =>
      (checkboxIn(view).outerHTML = '<ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox>'),
    'a fragment that was parsed elsewhere': (view) => {
      const parsed = new view.DOMParser().parseFromString(`<template>${FORM}</template>`, 'text/html');
      find(view, 'form').replaceWith(view.document.adoptNode(parsed.querySelector('template')!.content));
    },
    'a template’s content': (view) => {
      const template = view.document.createElement('template');
      template.innerHTML = FORM;
      expect(template.content.querySelector('ipsm-consent-checkbox')!.shadowRoot).to.equal(null);
      find(view, 'form').replaceWith(view.document.importNode(template.content, true));
    },
    'a copy of the form': (view) => find(view, 'form').replaceWith(find(view, 'form').cloneNode(true)),
  };
  for (const [what, swap] of Object.entries(SWAPS)) {
    it(`works after a swap of ${what} that was ticked, and asks anew`, async () => {
      const view = await openWith(BANNER + FORM);
      await tick(checkboxIn(view));
      swap(view);
      const element = checkboxIn(view);
      expect([element.checked, element.record, boxOf(element).checked]).to.deep.equal([false, null, false]);
      await expectWorking(view);
    });
  }

  it('keeps its room for the banner to the banner’s own time, visit after visit and back', async () => {
    const view = await openWith(BANNER + TALL + OPTIONAL_FORM);
    const roomFor = () => parseFloat(view.getComputedStyle(view.document.body).paddingBottom);
    const {document} = view;
    await until(() => roomFor() > 0, 'room for the banner');
    const room = roomFor();
    for (let visit = 0; visit < 4; visit++) {
      // As Turbo does: a copy of the body is kept for the way back, and another body takes its place.
      const snapshot = document.body.cloneNode(true) as HTMLBodyElement;
      const parsed = new view.DOMParser().parseFromString(
        `<body>${BANNER}${TALL}${OPTIONAL_FORM}</body>`,
        'text/html',
      );
      document.body.replaceWith(document.adoptNode(parsed.body));
      await drawn(view);
      await drawn(view);
      expect(roomFor()).to.equal(room);
      document.body.replaceWith(snapshot);
      await drawn(view);
      await drawn(view);
      expect(roomFor()).to.equal(room);
    }
    find<ConsentBannerElement>(view, 'ipsm-consent-banner').remove();
    view.scrollTo(0, 0);
    await drawn(view);
    await drawn(view);
    expect(roomFor()).to.equal(0);
    expect(roomIn(document)).to.equal(0);
  });

  it('runs the scripts of a new body again, as Turbo does: one banner, one record for a tick', async () => {
    const view = await openWith(BANNER + OPTIONAL_FORM);
    const {document} = view;
    const parsed = new view.DOMParser().parseFromString(
      `<body>${BANNER}${OPTIONAL_FORM}<script src="/dist/cdn/ipsm-consent.min.js"></script></body>`,
      'text/html',
    );
    document.body.replaceWith(document.adoptNode(parsed.body));
    const inert = document.querySelector('body > script')!;
    const live = document.createElement('script');
    live.src = inert.getAttribute('src')!;
    inert.replaceWith(live);
    await next(live, 'load');
    expect(document.querySelectorAll('ipsm-consent-banner:state(open)')).to.have.length(1);
    await clickOn(part(find(view, 'ipsm-consent-banner'), 'later-button'));
    await expectWorking(view);
  });

  it('works through a view transition', async function () {
    const view = await openWith(FORM);
    if (!('startViewTransition' in view.document)) return this.skip();
    await tick(checkboxIn(view));
    const transition = view.document.startViewTransition(() => {
      view.document.body.innerHTML = FORM;
    });
    await transition.finished;
    await expectWorking(view);
  });

  it('writes a new document over itself with document.open()', async () => {
    const view = await openWith(FORM);
    view.document.open();
    view.document.write(`<!doctype html><html lang="ru"><title>New</title><body>${FORM}`);
    view.document.close();
    await drawn(view);
    expect(textOf(checkboxIn(view))).to.contain('Даю IPSM согласие на сбор и обработку');
    await clickOn(find(view, 'button'));
    await until(() => part(checkboxIn(view), 'error').textContent);
    await expectWorking(view);
  });

  it('adopts the element into another document, where it works and looks the same', async () => {
    const view = await openWith(FORM);
    const other = await openWith('');
    const element = checkboxIn(view);
    await tick(element);
    const looks = () => {
      const {borderTopWidth, paddingLeft} = element.ownerDocument.defaultView!.getComputedStyle(
        part(element, 'base'),
      );
      return [borderTopWidth, paddingLeft];
    };
    const before = looks();
    other.document.body.append(other.document.adoptNode(element.form!));
    expect(looks()).to.deep.equal(before);
    expect([...new other.FormData(element.form!).keys()]).to.deep.equal(SENT);
    await tick(element);
    expect(element.record).to.equal(null);
    await expectWorking(other, element);
  });

  for (const mode of ['open', 'closed'] as const) {
    it(`has it in a form in its own ${mode} shadow root`, async () => {
      const view = await openWith('<div></div>');
      const root = find(view, 'div').attachShadow({mode});
      root.innerHTML = BANNER + FORM;
      const banner = root.querySelector('ipsm-consent-banner')!;
      banner.show();
      await banner.updateComplete;
      await clickOn(part(banner, 'later-button'));
      const element = root.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
      await clickOn(root.querySelector('button')!);
      await until(() => part(element, 'error').textContent);
      await expectWorking(view, element);
    });

    it(`has it in its own ${mode} shadow root inside a form, which then is not its form, as with a native box`, async () => {
      const view = await openWith('<form><div></div></form>');
      const root = find(view, 'div').attachShadow({mode});
      root.innerHTML =
        '<ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox><input type="checkbox">';
      const element = root.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
      expect([element.form, root.querySelector('input')!.form]).to.deep.equal([null, null]);
      const heard: unknown[] = [];
      find(view, 'form').addEventListener('ipsm-consent-change', (event) => heard.push(event.record));
      await tick(element);
      expect(element.record!.event.method).to.equal('form-checkbox');
      expect(heard).to.deep.equal([element.record]);
    });
  }

  it('has it in a dialog that opens later, above the banner', async () => {
    const view = await openWith(`${BANNER}<dialog style="margin-top: 0; max-height: 30vh">${FORM}</dialog>`);
    const dialog = find<HTMLDialogElement>(view, 'dialog');
    const banner = find<ConsentBannerElement>(view, 'ipsm-consent-banner');
    banner.show();
    await banner.updateComplete;
    const {accept} = answersOf(banner);
    dialog.showModal();
    const {left, top, width, height} = accept.getBoundingClientRect();
    // What is pressed is the banner's answer behind the dialog, not what the dialog holds.
    expect(view.document.elementFromPoint(left + width / 2, top + height / 2) === dialog).to.equal(true);
    const frame = view.frameElement!.getBoundingClientRect();
    view.frameElement!.scrollIntoView();
    await clickAt(
      frame.left + left + width / 2,
      view.frameElement!.getBoundingClientRect().top + top + height / 2,
    );
    expect(banner.status).to.equal('unasked');
    await clickOn(find(view, 'button'));
    await until(() => part(checkboxIn(view), 'error').textContent);
    await press('Escape');
    expect(dialog.open).to.equal(false);
    dialog.showModal();
    await expectWorking(view);
  });

  it('shows later what it had hidden, form and banner alike', async () => {
    const view = await openWith(`<main hidden>${BANNER}${OPTIONAL_FORM}</main>`);
    await drawn(view);
    expect(roomIn(view.document)).to.equal(0);
    find(view, 'main').hidden = false;
    await until(() => roomIn(view.document) > 0, 'room for the banner');
    find(view, 'main').hidden = true;
    await until(() => roomIn(view.document) === 0, 'no room for a banner that is hidden again');
    find(view, 'main').hidden = false;
    await until(() => roomIn(view.document) > 0, 'room for the banner once more');
    await clickOn(part(find(view, 'ipsm-consent-banner'), 'later-button'));
    await expectWorking(view);
  });

  it('keeps nothing of elements that came and went, a thousand times', async function () {
    this.timeout(150_000);
    const place = document.createElement('div');
    place.className = 'place';
    document.body.append(place);
    await import('../../src/define/all.js');
    const round = () => {
      place.innerHTML = `<label for="c">Label</label>${BANNER}<form>${FORM.replaceAll(/<\/?form[^>]*>/g, '')}</form><ipsm-policy-summary></ipsm-policy-summary>`;
      const element = place.querySelector('ipsm-consent-checkbox')!;
      const parent = element.parentNode!;
      element.remove();
      parent.append(element);
      place.replaceChildren();
    };
    const settled = async () => {
      for (let turn = 0; turn < 3; turn++) await drawn(window);
      return memory();
    };
    for (let i = 0; i < 50; i++) round();
    const before = await settled();
    if (!before) return this.skip();
    for (let i = 0; i < 1000; i++) {
      round();
      if (i % 100 === 0) await drawn(window);
    }
    const after = await settled();
    if (!after) return this.skip();
    const {JSEventListeners, JSHeapUsedSize, Nodes} = after;
    console.log(
      `after 1,000 rounds: ${JSEventListeners - before.JSEventListeners} listeners, ${Nodes - before.Nodes} nodes, ${JSHeapUsedSize - before.JSHeapUsedSize} bytes`,
    );
    expect(JSEventListeners - before.JSEventListeners).to.be.below(20);
    expect(Nodes - before.Nodes).to.be.below(500);
    expect(JSHeapUsedSize - before.JSHeapUsedSize).to.be.below(500_000);
  });
});
