import {turn, type Kit} from '../kit.js';
import {hear, userState} from '../observe.js';
import {differing, oneOf, row, type Group} from '../row.js';

const FORM = '<form><box name="c" id="c" scripted><button id="go">Go</button></form>';
const ANY = oneOf('none', 'user-invalid', 'user-valid');

type Act = (mounted: ReturnType<Kit['mount']>, kit: Kit) => unknown;

/** The state after an act upon a fresh form. */
const after =
  (act: Act, markup = FORM) =>
  async (kit: Kit) => {
    const mounted = kit.mount(markup);
    mounted.form?.addEventListener('submit', (event) => event.preventDefault());
    await act(mounted, kit);
    await turn();
    return userState(kit, mounted.control);
  };
const shows = (name: string, expected: unknown, act: Act, markup?: string) =>
  row(name, expected, after(act, markup));
/** What a listener sees that hears a person's tick. */
async function heardBy(kit: Kit, type: string) {
  const {control} = kit.mount(FORM);
  const seen = hear(control, type, () => userState(kit, control));
  await kit.tick(control);
  return seen[0];
}
const BETWEEN = 'engines do it before input, between input and change, or after both: ours does it between';
const BY_SCRIPT =
  'in Chromium a click of script is no act of a person, in Firefox and WebKit it is: ours follows these';
const send = (kit: Kit) => kit.click(kit.find('#go'));

export const userValidity: Group = {
  title: ':user-invalid and :user-valid, as pseudo-classes of the native control and states of ours',
  rows: [
    shows('shows neither at first', 'none', () => undefined),
    shows('shows neither after checkValidity()', 'none', ({control}) => control.checkValidity()),
    shows('shows neither after checkValidity() of the form', 'none', ({form}) => form.checkValidity()),
    shows('shows neither after checkValidity() of the form, called past the form', 'none', ({form}) =>
      HTMLFormElement.prototype.checkValidity.call(form),
    ),
    shows('shows after reportValidity() what engines show', ANY, ({control}) => control.reportValidity()),
    shows(
      'shows after reportValidity() of the form what engines show',
      oneOf('none', 'user-invalid'),
      ({form}) => form.reportValidity(),
    ),
    shows('shows user-invalid when a person could not send', 'user-invalid', (_, kit) => send(kit)),
    shows('shows user-invalid when a script could not send', 'user-invalid', ({form}) =>
      form.requestSubmit(),
    ),
    shows('shows user-invalid where a listener cancelled invalid', 'user-invalid', ({form, control}) => {
      control.addEventListener('invalid', (event) => event.preventDefault());
      form.requestSubmit();
    }),
    shows('shows user-invalid where a listener stopped invalid on the way down', 'user-invalid', ({form}) => {
      form.addEventListener('invalid', (event) => event.stopImmediatePropagation(), {capture: true});
      form.requestSubmit();
    }),
    row(
      'shows user-valid when something else in the form could not be sent',
      ['user-valid', 'user-valid', 'user-valid'],
      (kit) => {
        const other = '<input required>';
        const forms = [`<form><box optional>${other}</form>`, `<form>${other}<box optional></form>`];
        const outside = `<form id="f"></form><box optional form="f"><input required form="f">`;
        return [...forms, outside].map((markup) => {
          const {form, control} = kit.mount(markup);
          form.requestSubmit();
          return userState(kit, control);
        });
      },
    ),
    row('shows user-valid there also in a shadow root', 'user-valid', (kit) => {
      kit.mount('<div></div>');
      const root = kit.find('div').attachShadow({mode: 'open'});
      root.innerHTML = kit.html('<form><box optional><input required></form>');
      root.querySelector('form')!.requestSubmit();
      return userState(kit, kit.controlsIn(root)[0]!);
    }),
    shows(
      'shows neither when something else is only checked',
      'none',
      ({form}) => form.checkValidity(),
      '<form><box optional><input required></form>',
    ),
    shows('shows user-valid when a person ticks it', 'user-valid', ({control}, kit) => kit.tick(control)),
    shows('shows user-invalid when a person unticks it', 'user-invalid', async ({control}, kit) => {
      await kit.tick(control);
      await kit.tick(control);
    }),
    shows('shows user-valid when Space ticks it', 'user-valid', ({control}, kit) => kit.key(control, ' ')),
    shows(
      'shows user-valid when a label ticks it',
      'user-valid',
      (_, kit) => kit.click(kit.find('label')),
      '<form><label for="c">Words</label><box id="c"></form>',
    ),
    differing(
      'shows after click() what engines show',
      {native: ANY, ours: 'user-valid', within: ['Chromium'], why: BY_SCRIPT},
      after(({control}) => control.click()),
    ),
    differing(
      'shows after click() twice what engines show',
      {native: ANY, ours: 'user-invalid', within: ['Chromium'], why: BY_SCRIPT},
      after(({control}) => {
        control.click();
        control.click();
      }),
    ),
    shows('shows neither when a script sets checked', 'none', ({control}) => (control.checked = true)),
    shows('shows neither when a script changes required', 'none', ({control}) => {
      control.required = false;
      control.required = true;
    }),
    shows('shows neither when a script sets a custom error', 'none', ({control}) =>
      control.setCustomValidity('No.'),
    ),
    shows('shows after a cancelled click what engines show', ANY, async ({control}, kit) => {
      control.addEventListener('click', (event) => event.preventDefault());
      await kit.tick(control);
    }),
    shows('shows neither when it is entered and left by keyboard', 'none', async ({control}, kit) => {
      control.focus();
      await kit.key(control, 'Shift');
      control.blur();
    }),
    shows('shows user-valid after a failed attempt, when required goes', 'user-valid', ({form, control}) => {
      form.requestSubmit();
      control.required = false;
    }),
    shows(
      'shows user-invalid after a tick, when a custom error comes',
      'user-invalid',
      async ({control}, kit) => {
        await kit.tick(control);
        control.setCustomValidity('No.');
      },
    ),
    shows(
      'shows user-valid after a failed attempt, when a script ticks it',
      'user-valid',
      ({form, control}) => {
        form.requestSubmit();
        control.checked = true;
      },
    ),
    shows(
      'shows user-invalid after a tick, when a script unticks it',
      'user-invalid',
      async ({control}, kit) => {
        await kit.tick(control);
        control.checked = false;
      },
    ),
    shows('shows neither while disabled, though told', 'none', ({form, control}) => {
      form.requestSubmit();
      control.disabled = true;
    }),
    shows(
      'shows neither in a disabled fieldset, though told',
      'none',
      ({form}, kit) => {
        form.requestSubmit();
        kit.find<HTMLFieldSetElement>('fieldset').disabled = true;
      },
      '<form><fieldset><box name="c"></fieldset></form>',
    ),
    shows('shows it again once enabled', 'user-invalid', ({form, control}) => {
      form.requestSubmit();
      control.disabled = true;
      control.disabled = false;
    }),
    shows('shows after a send without validation what engines show', ANY, ({form}) => {
      form.noValidate = true;
      form.requestSubmit();
    }),
    shows(
      'shows user-valid after an attempt that went through',
      oneOf('user-valid', 'none'),
      ({form, control}) => {
        control.checked = true;
        form.requestSubmit();
      },
    ),
    shows('shows it through a move', 'user-invalid', ({form, control, root}) => {
      form.requestSubmit();
      root.append(control);
    }),
    row(
      'shows it at once, in the task that changed it',
      ['user-invalid', 'user-valid', 'user-invalid'],
      (kit) => {
        const {form, control} = kit.mount(FORM);
        form.requestSubmit();
        const told = userState(kit, control);
        control.click();
        const ticked = userState(kit, control);
        control.checked = false;
        return [told, ticked, userState(kit, control)];
      },
    ),
    row('shows to listeners of click what engines show', ANY, (kit) => heardBy(kit, 'click')),
    differing(
      'shows to listeners of input what engines show',
      {native: ANY, ours: 'none', within: ['Firefox'], why: BETWEEN},
      (kit) => heardBy(kit, 'input'),
    ),
    differing(
      'shows to listeners of change what engines show',
      {native: ANY, ours: 'user-valid', within: ['WebKit'], why: BETWEEN},
      (kit) => heardBy(kit, 'change'),
    ),
    row('shows to listeners of invalid what engines show', oneOf('none', 'user-invalid'), (kit) => {
      const {form, control} = kit.mount(FORM);
      const seen = hear(control, 'invalid', () => userState(kit, control));
      form.requestSubmit();
      return seen[0];
    }),
    row(
      'shows to listeners of invalid on the way down what engines show',
      oneOf('none', 'user-invalid'),
      (kit) => {
        const {form, control} = kit.mount(FORM);
        const seen = hear(form, 'invalid', () => userState(kit, control), {capture: true});
        form.requestSubmit();
        return seen[0];
      },
    ),
  ],
};
