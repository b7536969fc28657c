import {press, tab} from '../../helpers/commands.js';
import {frames, turn, type Control, type Kit} from '../kit.js';
import {focusedInWindow} from '../page.js';
import {focused, hear} from '../observe.js';
import {differing, oneOf, row, type Group} from '../row.js';

const BETWEEN = '<button id="a">A</button><box id="c"><button id="z">Z</button>';

/** Tabs until `end` has the focus, and names what had it on the way: the box, or somebody's id. */
async function stops(kit: Kit, control: Control, {back = false, end = 'z'} = {}): Promise<(string | null)[]> {
  const passed: (string | null)[] = [];
  for (let step = 0; step < 60; step++) {
    await tab({back});
    const inside = kit.kind === 'native' ? document.activeElement : control.shadowRoot!.activeElement;
    const at = inside === kit.box(control) ? 'box' : focused();
    passed.push(at);
    if (at === end) return passed;
  }
  throw new Error(`Never came to ${end}: ${passed.join(' ')}`);
}
const boxes = (passed: (string | null)[]) => passed.filter((at) => at === 'box').length;

const TALL = '<p style="block-size: 3000px"></p>';
const LATE = '<box id="c" autofocus>';

const POPOVER = 'Firefox looks for autofocus in a popover at the control only, not inside its shadow root';

export const focus: Group = {
  title: 'focus',
  rows: [
    row('takes the focus with focus(), and gives it back with blur()', ['c', true, 'body'], (kit) => {
      const {control} = kit.inForm('id="c"');
      control.focus();
      const before = [focused(), kit.box(control).matches(':focus')];
      control.blur();
      return [...before, focused()];
    }),
    row('takes the focus in the task that inserts it', 'c', (kit) => {
      const {control} = kit.inForm('id="c"');
      control.focus();
      return focused();
    }),
    row('matches :focus and :focus-within', [false, true, true, false], (kit) => {
      const {control} = kit.inForm();
      const seen = [control.matches(':focus')];
      control.focus();
      seen.push(control.matches(':focus'), control.matches(':focus-within'));
      control.blur();
      return [...seen, control.matches(':focus')];
    }),
    row('shows a focus ring to those who tab', [true, true], async (kit) => {
      const {control} = kit.mount(BETWEEN);
      kit.find('#a').focus();
      await stops(kit, control, {end: 'box'});
      const box = kit.box(control);
      return [box.matches(':focus-visible'), getComputedStyle(box).outlineStyle !== 'none'];
    }),
    row('shows no focus ring to those who click, unless engines do', oneOf(false, true), async (kit) => {
      const {control} = kit.inForm();
      await kit.tick(control);
      return kit.box(control).matches(':focus-visible');
    }),
    row('takes the focus from a real click as engines do', oneOf('c', 'body'), async (kit) => {
      const {control} = kit.inForm('id="c"');
      await kit.tick(control);
      return focused();
    }),
    row('is one stop for Tab between its neighbours', 1, async (kit) => {
      const {control} = kit.mount(BETWEEN);
      kit.find('#a').focus();
      return boxes(await stops(kit, control));
    }),
    row('is one stop for Shift and Tab', 1, async (kit) => {
      const {control} = kit.mount(BETWEEN);
      kit.find('#z').focus();
      return boxes(await stops(kit, control, {back: true, end: 'a'}));
    }),
    row('is ticked by Space where Tab brought the focus', true, async (kit) => {
      const {control} = kit.mount(BETWEEN);
      kit.find('#a').focus();
      await stops(kit, control, {end: 'box'});
      await press(' ');
      await turn();
      return control.checked;
    }),
    row('is no stop for Tab with tabindex -1, and still takes focus()', [0, 'c'], async (kit) => {
      const {control} = kit.mount(
        '<button id="a"></button><box id="c" tabindex="-1"><button id="z"></button>',
      );
      kit.find('#a').focus();
      const passed = boxes(await stops(kit, control));
      control.focus();
      return [passed, focused()];
    }),
    row('is one stop for Tab with tabindex 0', [1, 0], async (kit) => {
      const {control} = kit.mount(
        '<button id="a"></button><box id="c" tabindex="0"><button id="z"></button>',
      );
      kit.find('#a').focus();
      const passed = await stops(kit, control);
      // the control itself, where its box has not got the focus, would be a second stop that does nothing
      return [boxes(passed), hostStops(kit, control)];
    }),
    row('comes first with a positive tabindex', true, async (kit) => {
      const {control} = kit.mount(
        '<button id="a" tabindex="5"></button><box tabindex="6"><button id="z" tabindex="7">',
      );
      kit.find('#a').focus();
      return (await stops(kit, control)).includes('box');
    }),
    row('takes no focus from a press on the page around it', 'body', async (kit) => {
      kit.mount('<p style="padding: 30px">Page</p><box id="c">');
      await kit.click(kit.find('p'));
      return focused();
    }),
    row('takes no focus while inert', 'body', (kit) => {
      kit.mount('<div inert><box id="c"></div>').control.focus();
      return focused();
    }),
    row('takes no focus while hidden', 'body', (kit) => {
      kit.inForm('id="c" hidden').control.focus();
      return focused();
    }),
    row('loses the focus when it is disabled, as engines do', oneOf('c', 'body'), async (kit) => {
      const {control} = kit.inForm('id="c"');
      control.focus();
      control.disabled = true;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return focused();
    }),
    row('is focused in a modal dialog by its autofocus', 'c', (kit) => {
      kit.mount('<dialog><button></button><box id="c" autofocus></dialog>');
      kit.find<HTMLDialogElement>('dialog').showModal();
      return focused();
    }),
    differing(
      'is focused in a popover by its autofocus',
      {native: 'c', ours: 'body', within: ['Firefox'], why: POPOVER},
      (kit) => {
        kit.mount('<div popover><button></button><box id="c" autofocus></div>');
        kit.find('div').showPopover();
        return focused();
      },
    ),
    row('is focused by its autofocus when the page loads', 'c', (kit) =>
      focusedInWindow(kit, '<input id="a"><box id="c" autofocus>'),
    ),
    row('leaves the focus to an autofocus before its own when the page loads', 'a', (kit) =>
      focusedInWindow(kit, '<input id="a" autofocus><box id="c" autofocus>'),
    ),
    row(
      'leaves the focus, and the page where it is, to the place that the address names',
      ['body', true],
      (kit) => focusedInWindow(kit, `${TALL}<p id="terms">Terms</p>${TALL}`, {hash: '#terms', later: LATE}),
    ),
    row('is focused by its autofocus where the address names no place', ['c', true], (kit) =>
      focusedInWindow(kit, TALL, {hash: '#nothing', later: LATE}),
    ),
    row('is focused in a modal dialog that it is the first control of', 'c', (kit) => {
      kit.mount('<dialog><box id="c"><button></button></dialog>');
      kit.find<HTMLDialogElement>('dialog').showModal();
      return focused();
    }),
    row('is focused in a dialog that is shown beside the page', 'c', (kit) => {
      kit.mount('<dialog><box id="c"><button></button></dialog>');
      kit.find<HTMLDialogElement>('dialog').show();
      return focused();
    }),
    row('takes the focus that its label is given', ['c', 'c'], (kit) => {
      const {root} = kit.mount('<label for="c">Words</label><box id="c">');
      kit.find('label').focus();
      const first = focused();
      (document.activeElement as HTMLElement).blur();
      root.innerHTML = kit.html('<label>Words <box id="c"></label>');
      kit.find('label').focus();
      return [first, focused()];
    }),
    row('leaves the focus to a label that can have it', 'l', (kit) => {
      kit.mount('<label for="c" id="l" tabindex="0">Words</label><box id="c">');
      kit.find('label').focus();
      return focused();
    }),
    row('takes the focus that a wrapper delegates', ['w', 'c'], (kit) => {
      kit.mount('<div id="w"></div>');
      const root = kit.find('#w').attachShadow({mode: 'open', delegatesFocus: true});
      root.innerHTML = `<p>Words</p>${kit.html('<box id="c">')}<button></button>`;
      kit.find('#w').focus();
      return [focused(), root.activeElement?.id];
    }),
    row('takes the focus in the task that enables it', ['c', 'c'], (kit) => {
      const {control, root} = kit.mount('<fieldset disabled><box id="c"></fieldset>');
      kit.find<HTMLFieldSetElement>('fieldset').disabled = false;
      control.focus();
      const first = focused();
      root.innerHTML = kit.html('<box id="c" disabled>');
      const second = kit.controlsIn(root)[0]!;
      second.disabled = false;
      second.focus();
      return [first, focused()];
    }),
    row('is pointed at in the task that enables it', ['c', 'c'], (kit) => {
      const markup = '<form><fieldset disabled><box id="c"></fieldset><input required id="z"></form>';
      return [
        (form: HTMLFormElement) => form.reportValidity(),
        (form: HTMLFormElement) => form.requestSubmit(),
      ].map((act) => {
        const {form} = kit.mount(markup);
        kit.find<HTMLFieldSetElement>('fieldset').disabled = false;
        act(form);
        return focused();
      });
    }),
    row('is pointed at before what comes after it, and after what comes before it', ['a', 'c'], (kit) => {
      const {form} = kit.mount('<form><input required id="a"><box id="c"><input required id="z"></form>');
      form.requestSubmit();
      const first = focused();
      kit.find<HTMLInputElement>('#a').value = 'A';
      form.requestSubmit();
      return [first, focused()];
    }),
    row('loses the focus when it is moved, as engines do', oneOf('c', 'body'), (kit) => {
      const {control, root} = kit.inForm('id="c"');
      control.focus();
      root.append(control);
      return focused();
    }),
    row('takes no focus by its autofocus when it is inserted later', 'body', async (kit) => {
      kit.mount('<button id="b">Focus was here</button>').root.querySelector('button')!.focus();
      kit.mount('<box id="c" autofocus>');
      await frames();
      return focused();
    }),
    row('is not scrolled to where focus() must not', 0, (kit) => {
      const {control} = kit.mount('<p style="block-size: 3000px"></p><box>');
      scrollTo({top: 0, behavior: 'instant'});
      control.focus({preventScroll: true});
      return scrollY;
    }),
    row('is scrolled to by focus()', true, async (kit) => {
      const {control} = kit.mount(
        '<p style="block-size: 3000px"></p><box><p style="block-size: 3000px"></p>',
      );
      scrollTo({top: 0, behavior: 'instant'});
      await frames();
      control.focus();
      await frames();
      const {top, bottom} = kit.box(control).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }),
    row('takes the focus once, however often focus() is called', 1, (kit) => {
      const {control} = kit.inForm();
      const heard = hear(control, 'focus', () => 1);
      control.focus();
      control.focus();
      return heard.length;
    }),
    differing(
      'is the only stop it has',
      {
        native: true,
        ours: false,
        why: 'the summary folds and the policy is a link: both are reached by keyboard',
      },
      async (kit) => {
        const {control} = kit.mount(BETWEEN);
        kit.find('#a').focus();
        return (await stops(kit, control)).length === 2;
      },
    ),
  ],
};

/** Whether the control would hold the focus itself, apart from its box. */
function hostStops(kit: Kit, control: Control): number {
  HTMLElement.prototype.focus.call(control);
  const onBox = kit.kind === 'native' || control.shadowRoot!.activeElement !== null;
  return document.activeElement === control && !onBox ? 1 : 0;
}
