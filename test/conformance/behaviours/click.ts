import {sendMouse} from '@web/test-runner-commands';
import {clickAt, middleOf} from '../../helpers/commands.js';
import {turn, type Control, type Kit} from '../kit.js';
import {entries, hear, typeOf} from '../observe.js';
import {oneOf, only, row, type Group} from '../row.js';

const TYPES = 'click input change';
const dispatched = (target: EventTarget, init: MouseEventInit = {}) =>
  target.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, composed: true, ...init}));

/** The middle of the square, in view. */
async function middle(kit: Kit, control: Control): Promise<[number, number]> {
  const {x, y} = await middleOf(kit.box(control));
  return [Math.round(x), Math.round(y)];
}

/** What a script sees inside a click listener and after it, where the listener does something. */
function during(kit: Kit, act: (event: Event, control: Control) => void) {
  const {control} = kit.inForm();
  const seen: boolean[] = [];
  control.addEventListener('click', (event) => {
    seen.push(control.checked);
    act(event, control);
  });
  const heard = hear(control, 'input change', typeOf);
  control.click();
  return [...seen, control.checked, kit.box(control).checked, heard];
}

export const click: Group = {
  title: 'clicks',
  rows: [
    row('is ticked by a real click, unticked by the next', [false, true, false], async (kit) => {
      const {control} = kit.inForm();
      const states = [control.checked];
      for (let round = 0; round < 2; round++) {
        await kit.tick(control);
        states.push(control.checked);
      }
      return states;
    }),
    row('shows what it says: the square follows', [true, false], async (kit) => {
      const {control} = kit.inForm();
      await kit.tick(control);
      const ticked = kit.box(control).checked;
      control.checked = false;
      await turn();
      return [ticked, kit.box(control).checked];
    }),
    row('is not ticked by a click right beside it', [false, false], async (kit) => {
      const {control} = kit.mount('<div style="padding: 40px"><box name="c"></div>');
      const [, y] = await middle(kit, control);
      const {left} = control.getBoundingClientRect();
      await clickAt(left - 4, y);
      const beside = control.checked;
      await clickAt(left - 30, y);
      return [beside, control.checked];
    }),
    row('is not ticked by a click between the square and its words', false, async (kit) => {
      const {control} = kit.mount('<box labelled id="c" style="margin-inline-end: 12px">');
      const [, y] = await middle(kit, control);
      const from = kit.box(control).getBoundingClientRect().right;
      const to = kit.ownLabel(control).getClientRects()[0]!.left;
      await clickAt((from + to) / 2, y);
      return control.checked;
    }),
    ...only(
      ['Chromium', 'Firefox'],
      row('is not ticked when the button is let go elsewhere', false, async (kit) => {
        const {control} = kit.mount('<div style="padding: 40px"><box name="c"></div>');
        const [x, y] = await middle(kit, control);
        await sendMouse({type: 'move', position: [x, y]});
        await sendMouse({type: 'down'});
        await sendMouse({type: 'move', position: [x, 1]});
        await sendMouse({type: 'up'});
        return control.checked;
      }),
      row('is not ticked by the middle button', false, async (kit) => {
        const {control} = kit.inForm();
        await sendMouse({type: 'click', position: await middle(kit, control), button: 'middle'});
        return control.checked;
      }),
    ),
    row('is ticked by click(), at once, with its events', [true, ['click', 'input', 'change']], (kit) => {
      const {control} = kit.inForm();
      const heard = hear(control, TYPES, typeOf);
      control.click();
      return [control.checked, heard];
    }),
    row(
      'is ticked by click() before it is in the page, without input and change',
      [true, ['click']],
      (kit) => {
        const control = kit.create();
        const heard = hear(control, TYPES, typeOf);
        control.click();
        return [control.checked, heard];
      },
    ),
    row('is ticked by click() after it was removed, without input and change', [true, ['click']], (kit) => {
      const {control} = kit.inForm();
      control.remove();
      const heard = hear(control, TYPES, typeOf);
      control.click();
      return [control.checked, heard];
    }),
    row('brings a tick from outside into the page', [[['c', 'on']], true], (kit) => {
      const {form} = kit.mount('<form></form>');
      const control = kit.create({name: 'c'});
      control.click();
      form.append(control);
      return [entries(form), kit.box(control).checked];
    }),
    row('is ticked by click() while hidden', true, (kit) => {
      const {control} = kit.inForm('hidden');
      control.click();
      return control.checked;
    }),
    row('is ticked by a click that script dispatches', [true, true, ['click', 'input', 'change']], (kit) => {
      const {control} = kit.inForm();
      const heard = hear(control, TYPES, typeOf);
      return [dispatched(control), control.checked, heard];
    }),
    row('is ticked by a dispatched click that neither bubbles nor crosses shadow roots', true, (kit) => {
      const {control} = kit.inForm();
      dispatched(control, {bubbles: false, composed: false});
      return control.checked;
    }),
    row('is ticked by a dispatched PointerEvent', true, (kit) => {
      const {control} = kit.inForm();
      control.dispatchEvent(new PointerEvent('click', {bubbles: true, cancelable: true}));
      return control.checked;
    }),
    row('is not ticked by a mere Event of that name', [false, ['click']], (kit) => {
      const {control} = kit.inForm();
      const heard = hear(control, TYPES, typeOf);
      control.dispatchEvent(new Event('click', {bubbles: true, cancelable: true}));
      return [control.checked, heard];
    }),
    row('is not ticked by mousedown, mouseup, pointerup or dblclick', false, (kit) => {
      const {control} = kit.inForm();
      for (const type of ['mousedown', 'mouseup', 'pointerup', 'dblclick'])
        control.dispatchEvent(new MouseEvent(type, {bubbles: true, cancelable: true}));
      return control.checked;
    }),
    row('is ticked by a dispatched click before it is in the page', [true, ['click']], (kit) => {
      const control = kit.create();
      const heard = hear(control, TYPES, typeOf);
      dispatched(control);
      return [control.checked, heard];
    }),
    row('keeps its dispatched event and says whether it was cancelled', [false, false, true], (kit) => {
      const {control} = kit.inForm();
      control.addEventListener('click', (event) => event.preventDefault());
      const event = new MouseEvent('click', {bubbles: true, cancelable: true});
      return [control.dispatchEvent(event), control.checked, event.defaultPrevented];
    }),
    row('shows a click listener the new state', [true, true, true, ['input', 'change']], (kit) =>
      during(kit, () => undefined),
    ),
    row('takes the state back where a listener cancels the click', [true, false, false, []], (kit) =>
      during(kit, (event) => event.preventDefault()),
    ),
    row('takes back an untick too', [true, true], (kit) => {
      const {form, control} = kit.inForm();
      control.click();
      control.addEventListener('click', (event) => event.preventDefault());
      control.click();
      return [control.checked, entries(form).length === 1];
    }),
    row('keeps the state that a click listener sets', [true, false, false, ['input', 'change']], (kit) =>
      during(kit, (_, control) => (control.checked = false)),
    ),
    row('takes a state back over the one that the cancelling listener set', [true, false, false, []], (kit) =>
      during(kit, (event, control) => {
        control.checked = false;
        event.preventDefault();
      }),
    ),
    row(
      'takes the state back after a real click that was cancelled',
      [[true], false, false, [], 0],
      async (kit) => {
        const {form, control} = kit.inForm();
        const seen = hear(control, 'click', (event) => {
          event.preventDefault();
          return control.checked;
        });
        const heard = hear(control, 'input change', typeOf);
        await kit.tick(control);
        await turn();
        return [seen, control.checked, kit.box(control).checked, heard, entries(form).length];
      },
    ),
    row('takes the state back where the document cancels the click', [false, false, []], async (kit) => {
      const {control} = kit.inForm();
      document.addEventListener('click', (event) => event.preventDefault(), {once: true});
      const heard = hear(control, 'input change', typeOf);
      await kit.tick(control);
      await turn();
      return [control.checked, kit.box(control).checked, heard];
    }),
    row('takes the state back where the window cancels the click on the way down', false, async (kit) => {
      const {control} = kit.inForm();
      addEventListener('click', (event) => event.preventDefault(), {once: true, capture: true});
      await kit.tick(control);
      await turn();
      return control.checked;
    }),
    row('takes the state back where onclick returns false', false, async (kit) => {
      const {control} = kit.inForm('name="c" onclick="return false"');
      await kit.tick(control);
      await turn();
      return control.checked;
    }),
    row('is ticked though a listener stops the click', [true, ['input', 'change']], async (kit) => {
      const {control} = kit.inForm();
      const heard = hear(control, 'input change', typeOf);
      control.addEventListener('click', (event) => event.stopImmediatePropagation());
      await kit.tick(control);
      return [control.checked, heard];
    }),
    row('is ticked though the window stops the click on the way down', [true, true], async (kit) => {
      const {control} = kit.inForm();
      const stop = (event: Event) => event.stopImmediatePropagation();
      addEventListener('click', stop, {once: true, capture: true});
      await kit.tick(control);
      const real = control.checked;
      addEventListener('click', stop, {once: true, capture: true});
      dispatched(control);
      return [real, !control.checked];
    }),
    row(
      'shows the new state to every listener on the way: window, document, form, itself',
      Array(7).fill(true),
      (kit) => {
        const {form, control} = kit.inForm();
        const seen: boolean[] = [];
        const abort = new AbortController();
        for (const target of [window, document, form, control])
          for (const capture of [true, false])
            target.addEventListener('click', () => seen.push(control.checked), {
              capture,
              signal: abort.signal,
            });
        control.click();
        abort.abort();
        // the window's own listener on the way down has a row of its own, in a page of its own
        return seen.slice(1);
      },
    ),
    row('shows a click listener new entries and validity', [[['c', 'on']], true, true], (kit) => {
      const {form, control} = kit.inForm();
      const seen = hear(control, 'click', () => [
        entries(form),
        control.validity.valid,
        form.checkValidity(),
      ]);
      control.click();
      return seen[0];
    }),
    row('shows old entries and validity again after a cancelled click', [[], false], (kit) => {
      const {form, control} = kit.inForm();
      control.addEventListener('click', (event) => event.preventDefault());
      control.click();
      return [entries(form), form.checkValidity()];
    }),
    row('fires no input and change when a click listener removes it', [true, []], (kit) => {
      const {control} = kit.inForm();
      const heard = hear(control, 'input change', typeOf);
      control.addEventListener('click', () => control.remove());
      control.click();
      return [control.checked, heard];
    }),
    row(
      'is ticked once by a click within a click',
      oneOf([false, 1], [true, 1], [true, 2], [false, 2]),
      (kit) => {
        const {control} = kit.inForm();
        let inner = 0;
        control.addEventListener('click', () => inner++ || control.click());
        control.click();
        return [control.checked, inner];
      },
    ),
    row('sends from its change listener, in the same task', [[['c', 'on']]], (kit) => {
      const {form, control} = kit.inForm();
      const sent: unknown[] = [];
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        sent.push(entries(form));
      });
      control.addEventListener('change', () => form.requestSubmit());
      control.click();
      return sent;
    }),
    row('is not ticked by a real click while inert', false, async (kit) => {
      const {control} = kit.mount('<div inert><box name="c"></div>');
      await kit.tick(control);
      return control.checked;
    }),
    row('is not ticked by a real click with pointer-events: none', false, async (kit) => {
      const {control} = kit.inForm('style="pointer-events: none"');
      await kit.tick(control);
      return control.checked;
    }),
    row(
      'is ticked by the first of many quick clicks and unticked by the last',
      [true, false, 4],
      async (kit) => {
        const {control} = kit.inForm();
        const [x, y] = await middle(kit, control);
        const seen = hear(control, 'change', () => control.checked);
        for (let round = 0; round < 4; round++) await clickAt(x, y);
        return [seen[0], control.checked, seen.length];
      },
    ),
  ],
};
