import {turn, type Kit} from '../kit.js';
import {countSubmits, focused, hear, typeOf} from '../observe.js';
import {differing, oneOf, row, type Difference, type Group, type Row} from '../row.js';

/** Enter in the ticked box of a form: which button sent it, `null` for none of them. */
const enter = async (kit: Kit, markup: string, prepare?: (kit: Kit) => void) => {
  const {form, control} = kit.mount(markup);
  control.click();
  const submits = countSubmits(form);
  prepare?.(kit);
  await kit.key(control, 'Enter');
  return submits;
};
const entered = (name: string, expected: unknown, markup: string, prepare?: (kit: Kit) => void): Row =>
  row(name, expected, (kit) => enter(kit, markup, prepare));
const cancel = (selector: string, type: string) => (kit: Kit) =>
  kit.find(selector).addEventListener(type, (event) => event.preventDefault());
const NEXT_BUTTON: Difference & {native: unknown} = {
  native: oneOf([], ['b']),
  ours: [],
  within: ['Chromium'],
  why: 'Chromium presses the next button; ours does nothing, as HTML has it ("Implicit submission")',
};
const at = (kit: Kit) => kit.controlsIn(kit.root)[0]!;

export const implicitSubmission: Group = {
  title: 'Enter sends the form',
  rows: [
    entered('presses the button that sends the form', ['go'], '<form><box><button id="go"></button></form>'),
    entered(
      'presses the first of several, in tree order',
      ['a'],
      '<form><button id="a"></button><box><button id="b"></button></form>',
    ),
    entered(
      'passes over buttons that send nothing',
      ['go'],
      '<form><button type="button"></button><button type="reset"></button><box><button id="go"></button></form>',
    ),
    entered('presses an input of type submit', ['go'], '<form><box><input type="submit" id="go"></form>'),
    entered('presses an image button', ['go'], '<form><box><input type="image" id="go" alt="Go"></form>'),
    entered(
      'presses a button that belongs to the form from outside',
      ['out'],
      '<button id="out" form="f"></button><form id="f"><box><button id="in"></button></form>',
    ),
    entered(
      'passes over a button in the form that belongs to another, and then does nothing',
      [],
      '<form><box><button form="other"></button></form><form id="other"></form>',
    ),
    differing('does nothing where the first button is disabled', NEXT_BUTTON, (kit) =>
      enter(kit, '<form><box><button disabled></button><button id="b"></button></form>'),
    ),
    differing('does nothing where a fieldset disables the first button', NEXT_BUTTON, (kit) =>
      enter(kit, '<form><box><fieldset disabled><button></button></fieldset><button id="b"></button></form>'),
    ),
    entered('presses a hidden button too', ['go'], '<form><box><button id="go" hidden></button></form>'),
    row('sends the form in the task of the key, before its timers', ['sent', 'later'], async (kit) => {
      const {form, control} = kit.mount('<form><box><button></button></form>');
      control.click();
      const log: string[] = [];
      control.addEventListener('keypress', () => setTimeout(() => log.push('later')));
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        log.push('sent');
      });
      await kit.key(control, 'Enter');
      return log;
    }),
    entered(
      'sends it where a listener keeps the key from others',
      ['go'],
      '<form><box><button id="go"></button></form>',
      (kit) => kit.find('form').addEventListener('keypress', (event) => event.stopPropagation()),
    ),
    row('does not send it where the last listener of the page cancels the key', [], async (kit) => {
      const cancelled = new AbortController();
      const submits = await enter(kit, '<form><box><button id="go"></button></form>', () =>
        addEventListener('keypress', (event) => event.preventDefault(), {signal: cancelled.signal}),
      );
      cancelled.abort();
      return submits;
    }),
    entered('sends no form without a button', [], '<form><box></form>'),
    differing(
      'sends no form without a button, though it has one text field',
      {
        native: oneOf([], [null]),
        ours: [],
        within: ['Firefox'],
        why: 'only Firefox does, for a box as for a field: ours presses buttons',
      },
      (kit) => enter(kit, '<form><input><box></form>'),
    ),
    entered('sends no form without a button, with two text fields', [], '<form><input><input><box></form>'),
    entered(
      'sends no form without a button, with fields of other kinds',
      [],
      '<form><input type="radio"><textarea></textarea><select></select><input type="range"><box></form>',
    ),
    entered(
      'sends nothing where a listener cancels keydown',
      [],
      '<form><box><button id="go"></button></form>',
      (kit) => at(kit).addEventListener('keydown', (event) => event.preventDefault()),
    ),
    entered(
      'sends nothing where the form cancels keypress',
      [],
      '<form><box><button id="go"></button></form>',
      cancel('form', 'keypress'),
    ),
    entered(
      'sends where keyup is cancelled',
      ['go'],
      '<form><box><button id="go"></button></form>',
      cancel('form', 'keyup'),
    ),
    entered(
      'sends nothing where the click on the button is cancelled',
      [],
      '<form><box><button id="go"></button></form>',
      cancel('#go', 'click'),
    ),
    row('clicks the button, once', ['go'], async (kit) => {
      const {form, control} = kit.mount('<form><box><button id="go"></button></form>');
      control.click();
      countSubmits(form);
      const heard = hear(form, 'click', ({target}) => (target as Element).id);
      await kit.key(control, 'Enter');
      return heard;
    }),
    row('does nothing outside of a form', [false, []], async (kit) => {
      const {control, root} = kit.mount('<box><form><button></button></form>');
      const submits = countSubmits(root.querySelector('form')!);
      await kit.key(control, 'Enter');
      return [control.checked, submits];
    }),
    row('sends the form that its attribute form names', ['go'], async (kit) => {
      const {form, control} = kit.mount('<form id="f"><button id="go"></button></form><box form="f">');
      control.click();
      const submits = countSubmits(form);
      await kit.key(control, 'Enter');
      return submits;
    }),
    row('stops the form while unticked, with one invalid event', [[], ['invalid'], 'c'], async (kit) => {
      const {form, control} = kit.mount('<form><box id="c"><button id="go"></button></form>');
      const submits = countSubmits(form);
      const heard = hear(control, 'invalid', typeOf);
      await kit.key(control, 'Enter');
      return [submits, heard, focused()];
    }),
    row('leaves a form without a button alone while unticked', [[], []], async (kit) => {
      const {form, control} = kit.mount('<form><box></form>');
      const submits = countSubmits(form);
      const heard = hear(control, 'invalid', typeOf);
      await kit.key(control, 'Enter');
      return [submits, heard];
    }),
    row('sends while unticked through a button with formnovalidate', ['save'], async (kit) => {
      const {form, control} = kit.mount('<form><box><button id="save" formnovalidate></button></form>');
      const submits = countSubmits(form);
      await kit.key(control, 'Enter');
      return submits;
    }),
    row('leaves it ticked or not as it was', [true, []], async (kit) => {
      const {form, control} = kit.mount('<form><box><button></button></form>');
      control.click();
      countSubmits(form);
      const heard = hear(control, 'click input change', typeOf);
      await kit.key(control, 'Enter');
      return [control.checked, heard];
    }),
    row('stops a form whose other field is wrong, and focuses that', [[], 'a'], async (kit) => {
      const {form, control} = kit.mount('<form><input id="a" required><box id="c"><button></button></form>');
      control.click();
      const submits = countSubmits(form);
      await kit.key(control, 'Enter');
      return [submits, focused()];
    }),
    row('answers Shift and Enter as engines do', oneOf(['go'], []), async (kit) => {
      const {form, control} = kit.mount('<form><box><button id="go"></button></form>');
      control.click();
      const submits = countSubmits(form);
      await kit.key(control, 'Enter', 'Shift');
      return submits;
    }),
    row('answers Control and Enter as engines do', oneOf(['go'], []), async (kit) => {
      const {form, control} = kit.mount('<form><box><button id="go"></button></form>');
      control.click();
      const submits = countSubmits(form);
      await kit.key(control, 'Enter', 'Control');
      return submits;
    }),
    row('sends nothing for an Enter that script dispatches', [], async (kit) => {
      const {form, control} = kit.mount('<form><box><button></button></form>');
      control.click();
      const submits = countSubmits(form);
      for (const type of ['keydown', 'keypress', 'keyup'])
        control.dispatchEvent(new KeyboardEvent(type, {key: 'Enter', bubbles: true, composed: true}));
      await turn();
      return submits;
    }),
    row('sends a form in a shadow root', ['go'], async (kit) => {
      const {root} = kit.mount('<div></div>');
      const shadow = root.firstElementChild!.attachShadow({mode: 'open'});
      shadow.innerHTML = kit.html('<form><box><button id="go"></button></form>');
      const control = kit.controlsIn(shadow)[0]!;
      control.click();
      const submits = countSubmits(shadow.querySelector('form')!);
      await kit.key(control, 'Enter');
      return submits;
    }),
  ],
};
