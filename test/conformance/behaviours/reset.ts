import {turn} from '../kit.js';
import {entries, hear, typeOf, userState, validityOf} from '../observe.js';
import {differing, row, type Group} from '../row.js';

const MISSING = {valid: false, valueMissing: true, customError: false, said: true, willValidate: true};
const NEVER_TICKED = 'reset goes to unticked: no box is ticked by markup';

export const reset: Group = {
  title: 'reset',
  rows: [
    row('is unticked by reset(), in the same task', [false, [], MISSING], async (kit) => {
      const {form, control} = kit.inForm();
      await kit.tick(control);
      form.reset();
      return [control.checked, entries(form), validityOf(control)];
    }),
    row('is unticked by a real click on a reset button', [false, false], async (kit) => {
      const {control} = kit.mount('<form><box name="c"><button type="reset">Clear</button></form>');
      await kit.tick(control);
      await kit.click(kit.find('button'));
      await turn();
      return [control.checked, kit.box(control).checked];
    }),
    row('keeps its tick where a listener cancels the reset', true, (kit) => {
      const {form, control} = kit.inForm();
      control.click();
      form.addEventListener('reset', (event) => event.preventDefault());
      form.reset();
      return control.checked;
    }),
    row('is still ticked while listeners of reset run', true, (kit) => {
      const {form, control} = kit.inForm();
      control.click();
      const seen = hear(form, 'reset', () => control.checked);
      form.reset();
      return seen[0];
    }),
    row('fires neither input nor change for it', [], (kit) => {
      const {form, control} = kit.inForm();
      control.click();
      const heard = hear(form, 'click input change invalid', typeOf, {capture: true});
      form.reset();
      return heard;
    }),
    row('forgets that the person has acted', ['user-valid', 'none'], async (kit) => {
      const {form, control} = kit.inForm();
      await kit.tick(control);
      const before = userState(kit, control);
      form.reset();
      return [before, userState(kit, control)];
    }),
    row('forgets that the person was told of an error', ['user-invalid', 'none'], (kit) => {
      const {form, control} = kit.inForm();
      form.requestSubmit();
      const before = userState(kit, control);
      form.reset();
      return [before, userState(kit, control)];
    }),
    row('keeps a custom error', [true, 'No.'], (kit) => {
      const {form, control} = kit.inForm();
      control.setCustomValidity('No.');
      form.reset();
      return [control.validity.customError, control.validationMessage];
    }),
    row('keeps name, value, required and disabled as they were set', ['d', 'x', false, true], (kit) => {
      const {form, control} = kit.inForm();
      Object.assign(control, {name: 'd', value: 'x', required: false, disabled: true});
      form.reset();
      return [control.name, control.value, control.required, control.disabled];
    }),
    row('is ticked and sent again afterwards', [true, [['c', 'on']]], async (kit) => {
      const {form, control} = kit.inForm();
      await kit.tick(control);
      form.reset();
      await kit.tick(control);
      return [control.checked, entries(form)];
    }),
    row('is reset through the attribute form as well', false, (kit) => {
      const {form, control} = kit.mount('<form id="f"></form><box name="c" form="f">');
      control.click();
      form.reset();
      return control.checked;
    }),
    row('is left alone by the reset of a form it has left', true, (kit) => {
      const {form, control, root} = kit.inForm();
      control.click();
      root.append(control);
      form.reset();
      return control.checked;
    }),
    row('is unticked within the click that another listener handles', [true, false], (kit) => {
      const {form, control} = kit.inForm();
      const seen = hear(control, 'change', () => {
        const before = control.checked;
        form.reset();
        return [before, control.checked];
      });
      control.click();
      return seen[0];
    }),
    differing(
      'goes back to its attribute checked',
      {native: [true, [['c', 'on']]], ours: [false, []], why: NEVER_TICKED},
      (kit) => {
        const {form, control} = kit.inForm('name="c" checked');
        form.reset();
        return [control.checked, entries(form)];
      },
    ),
    differing(
      'follows its attribute checked again after a reset',
      {native: [false, true], ours: [false, false], why: NEVER_TICKED},
      async (kit) => {
        const {form, control} = kit.inForm();
        await kit.tick(control);
        form.reset();
        const {checked} = control;
        control.setAttribute('checked', '');
        return [checked, control.checked];
      },
    ),
  ],
};
