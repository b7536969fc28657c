import type {Control} from '../kit.js';
import {entries, validityOf} from '../observe.js';
import {differing, row, type Group} from '../row.js';

const NO_MARKUP = 'a box ticked in advance is no consent: the attribute `checked` ticks nothing';
const NO_SCRIPT = 'only a person agrees: `checked = true` is ignored without a record or `allow-script`';

export const checkedness: Group = {
  title: 'checked and its default',
  rows: [
    row('is unticked from the start', [false, false], (kit) => {
      const {control} = kit.inForm();
      return [control.checked, kit.box(control).checked];
    }),
    row('writes no attribute when a person ticks it', [null, true], async (kit) => {
      const {control} = kit.inForm();
      await kit.tick(control);
      return [control.getAttribute('checked'), control.checked];
    }),
    row('writes no attribute when a script ticks it', [null, null], (kit) => {
      const {control} = kit.inForm('scripted');
      control.checked = true;
      const on = control.getAttribute('checked');
      control.checked = false;
      return [on, control.getAttribute('checked')];
    }),
    row('keeps the attribute when a person unticks it', '', async (kit) => {
      const {control} = kit.inForm();
      await kit.tick(control);
      control.setAttribute('checked', '');
      await kit.tick(control);
      return control.getAttribute('checked');
    }),
    row('stays ticked when the attribute goes, once a person has acted', [true, 1], async (kit) => {
      const {form, control} = kit.inForm();
      await kit.tick(control);
      control.setAttribute('checked', '');
      control.removeAttribute('checked');
      return [control.checked, entries(form).length];
    }),
    row('stays unticked when the attribute comes, once a person has acted', [false, 0], async (kit) => {
      const {form, control} = kit.inForm();
      await kit.tick(control);
      await kit.tick(control);
      control.setAttribute('checked', '');
      return [control.checked, entries(form).length];
    }),
    row('stays unticked when the attribute comes, once a script has set it', false, (kit) => {
      const {control} = kit.inForm('scripted');
      control.checked = false;
      control.setAttribute('checked', '');
      return control.checked;
    }),
    row('stays ticked when the attribute goes, once a script has set it', true, (kit) => {
      const {control} = kit.inForm('scripted');
      control.checked = true;
      control.setAttribute('checked', '');
      control.removeAttribute('checked');
      return control.checked;
    }),
    row('takes checked = true where it may, in the same task', [true, true, [['c', 'on']], true], (kit) => {
      const {form, control} = kit.inForm('name="c" scripted');
      control.checked = true;
      return [control.checked, kit.box(control).checked, entries(form), validityOf(control).valid];
    }),
    row('takes checked = false after a tick, in the same task', [false, false, [], false], async (kit) => {
      const {form, control} = kit.inForm();
      await kit.tick(control);
      control.checked = false;
      return [control.checked, kit.box(control).checked, entries(form), validityOf(control).valid];
    }),
    row('takes checked = true of a ticked box without a change', [true, 1], async (kit) => {
      const {form, control} = kit.inForm();
      await kit.tick(control);
      control.checked = true;
      return [control.checked, entries(form).length];
    }),
    row('is ticked by a person after a script unticked it', [true, true], async (kit) => {
      const {control} = kit.inForm();
      await kit.tick(control);
      control.checked = false;
      await kit.tick(control);
      return [control.checked, kit.box(control).checked];
    }),
    row('is unticked by a person after a script ticked it', [false, false], async (kit) => {
      const {control} = kit.inForm('scripted');
      control.checked = true;
      await kit.tick(control);
      return [control.checked, kit.box(control).checked];
    }),
    row('stays ticked when name, value, required and disabled change', true, (kit) => {
      const {control} = kit.inForm();
      control.click();
      Object.assign(control, {name: 'd', value: 'x', required: false, disabled: true});
      return control.checked;
    }),
    row('unticks no other box of its name', [true, true], (kit) => {
      const {controls} = kit.mount('<form><box name="c"><box name="c"></form>');
      controls.forEach((each) => each.click());
      return controls.map((each) => each.checked);
    }),
    differing(
      'is ticked by its attribute checked',
      {native: [true, [['c', 'on']], true], ours: [false, [], false], why: NO_MARKUP},
      (kit) => {
        const {form, control} = kit.inForm('name="c" checked');
        return [control.checked, entries(form), control.checkValidity()];
      },
    ),
    differing(
      'follows its attribute checked until somebody acts',
      {native: [true, false], ours: [false, false], why: NO_MARKUP},
      (kit) => {
        const {control} = kit.inForm();
        control.setAttribute('checked', '');
        const on = control.checked;
        control.removeAttribute('checked');
        return [on, control.checked];
      },
    ),
    differing('is ticked by defaultChecked = true', {native: true, ours: false, why: NO_MARKUP}, (kit) => {
      const {control} = kit.inForm();
      Reflect.set(control, 'defaultChecked', true);
      return control.checked;
    }),
    differing(
      'is ticked by a script without leave',
      {native: [true, 1, true], ours: [false, 0, false], why: NO_SCRIPT},
      (kit) => {
        const {form, control} = kit.inForm();
        control.checked = true;
        return [control.checked, entries(form).length, control.checkValidity()];
      },
    ),
    differing(
      'is ticked again by a script after it was unticked',
      {native: true, ours: false, why: NO_SCRIPT},
      async (kit) => {
        const {control} = kit.inForm();
        await kit.tick(control);
        control.checked = false;
        control.checked = true;
        return control.checked;
      },
    ),
    differing(
      'holds a record while ticked',
      {native: [null, null, null], ours: [null, 'given', null], why: 'the record is what is submitted'},
      (kit) => {
        const {control} = kit.inForm();
        const state = () => (Reflect.get(control, 'record') as Recorded)?.event.state ?? null;
        const seen = [state()];
        control.click();
        seen.push(state());
        control.click();
        return [...seen, state()];
      },
    ),
    row('gives every control a tick of its own', [true, false], (kit) => {
      const {controls} = kit.mount('<box name="c"><box name="c">');
      const [first] = controls as [Control];
      first.click();
      return controls.map((each) => each.checked);
    }),
  ],
};

type Recorded = {event: {state: string}} | null | undefined;
