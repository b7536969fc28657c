import {press} from '../../helpers/commands.js';
import {turn, type Kit} from '../kit.js';
import {entries, focused, hear, typeOf, validityOf} from '../observe.js';
import {differing, oneOf, row, type Group} from '../row.js';

/** Disabled by every way to find out. */
function state(kit: Kit) {
  const control = kit.controlsIn(kit.root)[0]!;
  return [control.matches(':disabled'), control.matches(':enabled'), control.disabled, control.willValidate];
}
const DISABLED_ABOVE = [true, false, false, false];
const ENABLED = [false, true, false, true];

export const disabled: Group = {
  title: 'disabled, fieldset and legend',
  rows: [
    row('is disabled by its attribute', [true, false, true, false], (kit) => {
      kit.inForm('name="c" disabled');
      return state(kit);
    }),
    row('is enabled again without it, in the same task', ENABLED, (kit) => {
      kit.inForm('name="c" disabled').control.removeAttribute('disabled');
      return state(kit);
    }),
    row('is disabled by its property, in the same task', [true, false, true, false], (kit) => {
      kit.inForm().control.disabled = true;
      return state(kit);
    }),
    row('submits nothing while disabled, though ticked', [[], true, 1], (kit) => {
      const {form, control} = kit.inForm();
      control.click();
      control.disabled = true;
      const without = entries(form);
      const {checked} = control;
      control.disabled = false;
      return [without, checked, entries(form).length];
    }),
    row('does not stop its form while disabled', [true, true], (kit) => {
      const {form, control} = kit.inForm('name="c" disabled');
      return [form.checkValidity(), control.checkValidity()];
    }),
    row('says nothing while disabled', ['', 0], (kit) => {
      const {form, control} = kit.inForm('name="c" disabled');
      const invalid = hear(control, 'invalid', typeOf);
      form.reportValidity();
      return [control.validationMessage, invalid.length];
    }),
    differing(
      'matches neither :valid nor :invalid while disabled',
      {
        native: [false, false],
        ours: [true, false],
        within: ['Chromium'],
        why: 'Chromium lets every custom element that is barred from validation match :valid',
      },
      (kit) => {
        const {control} = kit.inForm('name="c" disabled');
        return [control.matches(':valid'), control.matches(':invalid')];
      },
    ),
    row('is not ticked by a real click while disabled', [false, 0], async (kit) => {
      const {control} = kit.inForm('name="c" disabled');
      const heard = hear(control, 'click input change', typeOf);
      await kit.tick(control);
      await turn();
      return [control.checked, heard.length];
    }),
    row('is not ticked through its label while disabled', [false, 0], async (kit) => {
      const {control} = kit.mount('<label for="c">Outer words</label><box id="c" disabled>');
      const heard = hear(control, 'click input change', typeOf);
      await kit.click(kit.find('label'));
      await turn();
      return [control.checked, heard.length];
    }),
    row('is not ticked through a wrapping label while disabled', false, async (kit) => {
      const {control} = kit.mount('<label><span>Outer words</span><box disabled></label>');
      await kit.click(kit.find('span'));
      await turn();
      return control.checked;
    }),
    row('is not ticked by click() while disabled', [false, 0], (kit) => {
      const {control} = kit.inForm('name="c" disabled');
      const heard = hear(control, 'click input change', typeOf);
      control.click();
      return [control.checked, heard.length];
    }),
    row(
      'answers a click that script dispatches while disabled as engines do',
      oneOf([false, ['click']], [true, ['click']], [true, ['click', 'input', 'change']], [false, []]),
      (kit) => {
        const {control} = kit.inForm('name="c" disabled');
        const heard = hear(control, 'click input change', typeOf);
        control.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
        return [control.checked, heard];
      },
    ),
    row('takes no focus while disabled', 'body', (kit) => {
      kit.inForm('name="c" disabled').control.focus();
      return focused();
    }),
    row('loses a tick to reset while disabled', false, (kit) => {
      const {form, control} = kit.inForm();
      control.click();
      control.disabled = true;
      form.reset();
      return control.checked;
    }),
    row(
      'is still among form.elements while disabled',
      1,
      (kit) => kit.inForm('name="c" disabled').form.length,
    ),
    row('is disabled by a fieldset, and its own property stays false', DISABLED_ABOVE, (kit) => {
      kit.mount('<fieldset disabled><box name="c"></fieldset>');
      return state(kit);
    }),
    row('is disabled by a fieldset that changes later, in the same task', DISABLED_ABOVE, (kit) => {
      kit.mount('<fieldset><box name="c"></fieldset>');
      kit.find<HTMLFieldSetElement>('fieldset').disabled = true;
      return state(kit);
    }),
    row('is enabled with its fieldset, again and again', [ENABLED, false], (kit) => {
      const {control} = kit.mount('<fieldset><box name="c"></fieldset>');
      const fieldset = kit.find<HTMLFieldSetElement>('fieldset');
      for (const on of [true, false, true, false]) fieldset.disabled = on;
      return [state(kit), control.hasAttribute('disabled')];
    }),
    row('stays disabled by itself when its fieldset is enabled', [true, false, true, false], (kit) => {
      kit.mount('<fieldset disabled><box name="c" disabled></fieldset>');
      kit.find<HTMLFieldSetElement>('fieldset').disabled = false;
      return state(kit);
    }),
    row('stays disabled by its fieldset when enabled by itself', DISABLED_ABOVE, (kit) => {
      kit.mount('<fieldset disabled><box name="c" disabled></fieldset>').control.disabled = false;
      return state(kit);
    }),
    row('stays enabled in the first legend of a disabled fieldset', ENABLED, (kit) => {
      kit.mount('<fieldset disabled><legend><box name="c"></legend></fieldset>');
      return state(kit);
    }),
    row('is disabled in the second legend', DISABLED_ABOVE, (kit) => {
      kit.mount('<fieldset disabled><legend></legend><legend><box name="c"></legend></fieldset>');
      return state(kit);
    }),
    row('is disabled when another legend comes before its own', [ENABLED, DISABLED_ABOVE], (kit) => {
      kit.mount('<fieldset disabled><legend><box name="c"></legend></fieldset>');
      const before = state(kit);
      kit.find('fieldset').prepend(document.createElement('legend'));
      return [before, state(kit)];
    }),
    row('is disabled by the outer of two fieldsets', DISABLED_ABOVE, (kit) => {
      kit.mount('<fieldset disabled><fieldset><box name="c"></fieldset></fieldset>');
      return state(kit);
    }),
    row(
      'is disabled in the legend of an inner fieldset, by the outer one, as engines have it',
      oneOf(DISABLED_ABOVE, ENABLED),
      (kit) => {
        kit.mount('<fieldset disabled><fieldset disabled><legend><box></legend></fieldset></fieldset>');
        return state(kit);
      },
    ),
    row('is disabled by a move into a disabled fieldset, in the same task', DISABLED_ABOVE, (kit) => {
      const {control} = kit.mount('<box name="c"><fieldset disabled></fieldset>');
      kit.find('fieldset').append(control);
      return state(kit);
    }),
    row('is enabled by a move out of it, in the same task', [ENABLED, true], async (kit) => {
      const {control, root} = kit.mount('<fieldset disabled><box name="c"></fieldset>');
      root.append(control);
      const now = state(kit);
      await turn();
      await kit.tick(control);
      return [now, control.checked];
    }),
    row('submits nothing in a disabled fieldset, and does not stop the form', [[], true], (kit) => {
      const {form, control} = kit.mount('<form><fieldset><box name="c"></fieldset></form>');
      control.click();
      kit.find<HTMLFieldSetElement>('fieldset').disabled = true;
      return [entries(form), form.checkValidity()];
    }),
    row('is not ticked in a disabled fieldset: click, label, click()', [false, false, false], async (kit) => {
      const {control} = kit.mount(
        '<fieldset disabled><box name="c" id="c"></fieldset><label for="c">Outer words</label>',
      );
      const after: boolean[] = [];
      await kit.tick(control);
      after.push(control.checked);
      await kit.click(kit.find('label'));
      after.push(control.checked);
      control.click();
      return [...after, control.checked];
    }),
    row('is not ticked by click() right after its fieldset was disabled', false, (kit) => {
      const {control} = kit.mount('<fieldset><box name="c"></fieldset>');
      kit.find<HTMLFieldSetElement>('fieldset').disabled = true;
      control.click();
      return control.checked;
    }),
    row('is ticked by click() right after it was enabled', true, (kit) => {
      const {control} = kit.inForm('name="c" disabled');
      control.disabled = false;
      control.click();
      return control.checked;
    }),
    row('is left out when a person tabs through the page', false, async (kit) => {
      const {control} = kit.mount('<button id="a"></button><box name="c" disabled><button id="z"></button>');
      kit.find('#a').focus();
      const stops: (string | null)[] = [];
      for (let step = 0; step < 40 && focused() !== 'z'; step++) {
        await press('Tab');
        const box = kit.kind === 'native' ? document.activeElement : control.shadowRoot!.activeElement;
        stops.push(box === kit.box(control) ? 'box' : focused());
      }
      return stops.includes('box') || !stops.includes('z');
    }),
    row(
      'is barred from validation by disabled alone, not by anything about it',
      {
        valid: [false, true],
        willValidate: [false, true],
      },
      (kit) => {
        const {control} = kit.inForm('name="c" disabled');
        const before = validityOf(control);
        control.disabled = false;
        control.click();
        const after = validityOf(control);
        return {valid: [before.valid, after.valid], willValidate: [before.willValidate, after.willValidate]};
      },
    ),
  ],
};
