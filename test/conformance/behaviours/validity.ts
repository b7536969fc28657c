import type {Control} from '../kit.js';
import {focused, hear, typeOf, validityOf} from '../observe.js';
import {differing, oneOf, row, type Group} from '../row.js';

const MISSING = {valid: false, valueMissing: true, customError: false, said: true, willValidate: true};
const FINE = {valid: true, valueMissing: false, customError: false, said: false, willValidate: true};
const OTHER_FLAGS =
  'badInput patternMismatch rangeOverflow rangeUnderflow stepMismatch tooLong tooShort typeMismatch';

/** What CSS selects. */
const pseudo = (element: Element) => [element.matches(':valid'), element.matches(':invalid')];
const flags = ({validity}: Control) =>
  OTHER_FLAGS.split(' ').filter((name) => validity[name as keyof ValidityState]);

export const validity: Group = {
  title: 'validity',
  rows: [
    row('is missing its value from the start, in the same task', MISSING, (kit) =>
      validityOf(kit.inForm().control),
    ),
    row('is valid once ticked, in the same task', FINE, (kit) => {
      const {control} = kit.inForm();
      control.click();
      return validityOf(control);
    }),
    row('is missing its value again once unticked, in the same task', MISSING, (kit) => {
      const {control} = kit.inForm();
      control.click();
      control.click();
      return validityOf(control);
    }),
    row('is missing its value after checked = false, in the same task', MISSING, (kit) => {
      const {control} = kit.inForm();
      control.click();
      control.checked = false;
      return validityOf(control);
    }),
    row('is missing its value without form and name too', MISSING, (kit) =>
      validityOf(kit.mount('<box>').control),
    ),
    row('is missing its value before it is in the page', MISSING, (kit) => {
      return validityOf(kit.create({required: ''}));
    }),
    row('is valid when required goes by property, in the same task', FINE, (kit) => {
      const {control} = kit.inForm();
      control.required = false;
      return validityOf(control);
    }),
    differing(
      'is valid when required goes by attribute, in the same task',
      {
        native: FINE,
        ours: MISSING,
        why: 'a consent is required unless it says `optional`: a page that is morphed into its next one removes what that does not have',
      },
      (kit) => {
        const {control} = kit.inForm('name="c" required');
        control.removeAttribute('required');
        return validityOf(control);
      },
    ),
    row(
      'is valid when required is set to false once its attribute has gone, in the same task',
      FINE,
      (kit) => {
        const {control} = kit.inForm('name="c" required');
        control.removeAttribute('required');
        control.required = false;
        return validityOf(control);
      },
    ),
    row('is missing its value when required comes, in the same task', [FINE, MISSING], (kit) => {
      const {control} = kit.inForm('name="c" optional');
      const before = validityOf(control);
      control.required = true;
      return [before, validityOf(control)];
    }),
    row('raises no other flag', [[], []], (kit) => {
      const {control} = kit.inForm();
      const before = flags(control);
      control.click();
      return [before, flags(control)];
    }),
    row('gives the same ValidityState every time', [true, true, false], (kit) => {
      const {control} = kit.inForm();
      const {validity} = control;
      const same = validity === control.validity;
      control.click();
      return [same, validity instanceof ValidityState, validity.valueMissing];
    }),
    row(
      'matches :invalid, and :valid once ticked',
      [
        [false, true],
        [true, false],
      ],
      (kit) => {
        const {control} = kit.inForm();
        const before = pseudo(control);
        control.click();
        return [before, pseudo(control)];
      },
    ),
    row(
      'makes its form and fieldset match the same',
      [
        [false, true],
        [false, true],
        [true, false],
      ],
      (kit) => {
        const {form, control} = kit.mount('<form><fieldset><box name="c"></fieldset></form>');
        const before = [pseudo(form), pseudo(kit.find('fieldset'))];
        control.click();
        return [...before, pseudo(form)];
      },
    ),
    row('answers checkValidity() with false and one event', [false, ['invalid']], (kit) => {
      const {control} = kit.inForm();
      const heard = hear(control, 'invalid', typeOf);
      return [control.checkValidity(), heard];
    }),
    row('answers checkValidity() with true and no event once ticked', [true, []], (kit) => {
      const {control} = kit.inForm();
      control.click();
      const heard = hear(control, 'invalid', typeOf);
      return [control.checkValidity(), heard];
    }),
    row(
      'fires invalid as browsers do: cancelable, not bubbling, not composed, at itself, trusted',
      {type: 'Event', bubbles: false, cancelable: true, composed: false, isTrusted: true, target: true},
      (kit) => {
        const {control} = kit.inForm();
        const heard = hear(control, 'invalid', (event) => {
          const {bubbles, cancelable, composed, isTrusted, target} = event;
          const type = event.constructor.name;
          return {type, bubbles, cancelable, composed, isTrusted, target: target === control};
        });
        control.checkValidity();
        return heard[0];
      },
    ),
    row('lets the form catch invalid on the way down', [1, 0], (kit) => {
      const {form} = kit.inForm();
      const down = hear(form, 'invalid', typeOf, {capture: true});
      const up = hear(form, 'invalid', typeOf);
      form.checkValidity();
      return [down.length, up.length];
    }),
    row('answers with false though a listener cancels invalid', [false, false, false], (kit) => {
      const {form, control} = kit.inForm();
      control.addEventListener('invalid', (event) => event.preventDefault());
      return [control.checkValidity(), control.reportValidity(), form.checkValidity()];
    }),
    row('takes the focus with reportValidity()', [false, 'c'], (kit) => {
      const {control} = kit.inForm('name="c" id="c"');
      return [control.reportValidity(), focused()];
    }),
    row('leaves the focus alone where a listener cancels invalid', [false, 'body'], (kit) => {
      const {control} = kit.inForm('name="c" id="c"');
      control.addEventListener('invalid', (event) => event.preventDefault());
      return [control.reportValidity(), focused()];
    }),
    row('leaves the focus alone with checkValidity()', ['body', 'body'], (kit) => {
      const {form, control} = kit.inForm('name="c" id="c"');
      control.checkValidity();
      const first = focused();
      form.checkValidity();
      return [first, focused()];
    }),
    row(
      'answers reportValidity() with true once ticked, and leaves the focus alone',
      [true, 'body'],
      (kit) => {
        const {control} = kit.inForm();
        control.click();
        control.blur();
        return [control.reportValidity(), focused()];
      },
    ),
    row('takes part in the checks of its form', [false, false, 2, true], (kit) => {
      const {form, control} = kit.inForm();
      const heard = hear(control, 'invalid', typeOf);
      const before = [form.checkValidity(), form.reportValidity(), heard.length];
      control.click();
      return [...before, form.checkValidity()];
    }),
    row('lets reportValidity() of the form focus the first that is wrong', 'b', (kit) => {
      const {form, controls} = kit.mount('<form><box id="a"><box id="b"><box id="c"></form>');
      controls[0]!.click();
      form.reportValidity();
      return focused();
    }),
    row('fires invalid at every box that is wrong, in tree order', ['a', 'b'], (kit) => {
      const {form} = kit.mount('<form><box id="a"><box id="b"></form>');
      const heard = hear(form, 'invalid', ({target}) => (target as Element).id, {capture: true});
      form.checkValidity();
      return heard;
    }),
    row(
      'shows a custom error beside the missing value',
      {...MISSING, customError: true, text: 'No.'},
      (kit) => {
        const {control} = kit.inForm();
        control.setCustomValidity('No.');
        return {...validityOf(control), text: control.validationMessage};
      },
    ),
    row(
      'goes back to the message of the missing value when the custom error goes',
      [MISSING, true],
      (kit) => {
        const {control} = kit.inForm();
        const text = control.validationMessage;
        control.setCustomValidity('No.');
        control.setCustomValidity('');
        return [validityOf(control), control.validationMessage === text];
      },
    ),
    row(
      'keeps the custom error when ticked and unticked',
      [
        ['No.', false],
        ['No.', true],
      ],
      (kit) => {
        const {control} = kit.inForm();
        control.setCustomValidity('No.');
        return [1, 2].map(() => {
          control.click();
          return [control.validationMessage, control.validity.valueMissing];
        });
      },
    ),
    row('keeps the custom error when required changes', [true, 'No.', false], (kit) => {
      const {control} = kit.inForm();
      control.setCustomValidity('No.');
      control.required = false;
      return [control.validity.customError, control.validationMessage, control.checkValidity()];
    }),
    row('keeps the custom error while disabled, and says it again afterwards', ['', 'No.'], (kit) => {
      const {control} = kit.inForm();
      control.setCustomValidity('No.');
      control.disabled = true;
      const meanwhile = control.validationMessage;
      control.disabled = false;
      return [meanwhile, control.validationMessage];
    }),
    row('keeps the custom error through a move', 'No.', (kit) => {
      const {control, root} = kit.inForm();
      control.setCustomValidity('No.');
      root.append(control);
      return control.validationMessage;
    }),
    row('makes a text of what setCustomValidity gets', ['null', 'undefined', '0'], (kit) => {
      const {control} = kit.inForm();
      return [null, undefined, 0].map((wrong) => {
        control.setCustomValidity(wrong as unknown as string);
        return control.validationMessage;
      });
    }),
    row('throws where setCustomValidity gets nothing', 'TypeError', (kit) => {
      const {control} = kit.inForm();
      try {
        (control.setCustomValidity as () => void)();
      } catch (error) {
        return (error as Error).name;
      }
      return 'nothing';
    }),
    row('is validated inside a hidden part of the page too', [false, false], (kit) => {
      const {form, control} = kit.mount('<form><div hidden><box name="c"></div></form>');
      return [control.checkValidity(), form.checkValidity()];
    }),
    row('is barred from validation inside a datalist', [false, true], (kit) => {
      const {form, control} = kit.mount('<form><datalist><box name="c"></datalist></form>');
      return [control.willValidate, form.checkValidity()];
    }),
    row('is barred from validation by readonly, as browsers have it', [false, true], (kit) => {
      const {form, control} = kit.inForm('name="c" readonly');
      return [control.willValidate, form.checkValidity()];
    }),
    row('is valid or not for the listener of its own invalid event', [false, 'c'], (kit) => {
      const {control} = kit.inForm('name="c" id="c"');
      const seen = hear(control, 'invalid', () => control.validity.valid);
      control.reportValidity();
      return [seen[0], focused()];
    }),
    row('is valid when a listener of invalid ticks it, and the check still fails', [false, true], (kit) => {
      const {form, control} = kit.inForm();
      control.addEventListener('invalid', () => control.click());
      return [form.checkValidity(), control.validity.valid];
    }),
    differing(
      'asks for nothing unless its markup says required',
      {native: [false, true], ours: [true, false], why: 'a consent is required unless it says `optional`'},
      (kit) => {
        const {root} = kit.mount('');
        const control = document.createElement(kit.tag) as unknown as Control;
        if (kit.kind === 'native') control.setAttribute('type', 'checkbox');
        root.append(control);
        return [control.required, control.checkValidity()];
      },
    ),
    differing(
      'has line breaks of one kind in its custom error',
      {
        native: oneOf('a\nb\nc\n', 'a\rb\r\nc\n'),
        ours: 'a\nb\nc\n',
        within: ['WebKit'],
        why: 'WebKit leaves them as they are (2.50); HTML has them normalized (4.10.21.3, setCustomValidity).',
      },
      (kit) => {
        const {control} = kit.inForm();
        control.setCustomValidity('a\rb\r\nc\n');
        return control.validationMessage;
      },
    ),
  ],
};
