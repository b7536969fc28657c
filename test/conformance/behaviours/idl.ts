import type {Control, Kit} from '../kit.js';
import {differing, row, type Group, type Row} from '../row.js';

const BOOLEAN = ['required', 'disabled', 'autofocus'] as const;
const NO_PSEUDO = 'pseudo-classes of this name match native controls only; `:state()` takes their place';

/** A property that is a text attribute. */
const reflectsText = (name: 'name' | 'value'): Row[] => [
  row(`reads the attribute ${name} and writes it`, ['a', 'b', 'b', ''], (kit) => {
    const {control} = kit.mount(`<box ${name}="a">`);
    const read = control[name];
    control[name] = 'b';
    const written = [control[name], control.getAttribute(name)];
    control[name] = '';
    return [read, ...written, control.getAttribute(name)];
  }),
  row(`makes a text of what ${name} is set to`, ['1', 'true', 'undefined'], (kit) => {
    const {control} = kit.mount('<box>');
    return [1, true, undefined].map((wrong) => {
      Reflect.set(control, name, wrong);
      return control[name];
    });
  }),
];

const reflectsBoolean = (name: (typeof BOOLEAN)[number]): Row =>
  row(`reads the attribute ${name} and writes it`, [[true, ''], [false, null], [true, ''], true], (kit) => {
    const {control} = kit.mount('<box optional>');
    const read = (value: unknown) => {
      Reflect.set(control, name, value);
      return [control[name], control.getAttribute(name)];
    };
    const seen = [read(true), read(0), read('no')];
    control.setAttribute(name, 'false');
    return [...seen, control[name]];
  });

const errorOf = (act: () => unknown): string => {
  try {
    act();
    return 'nothing';
  } catch (error) {
    return (error as Error).name;
  }
};
const readOnly = (kit: Kit, name: keyof Control): string => {
  const {control} = kit.inForm();
  return errorOf(() => {
    (control as Record<keyof Control, unknown>)[name] = null;
  });
};

export const idl: Group = {
  title: 'properties and attributes',
  rows: [
    row('is of type checkbox', 'checkbox', (kit) => kit.inForm().control.type),
    ...reflectsText('name'),
    ...reflectsText('value'),
    ...BOOLEAN.map(reflectsBoolean),
    row('has an empty name and the value on by default', ['', 'on', null, null], (kit) => {
      const {control} = kit.mount('<box>');
      return [control.name, control.value, control.getAttribute('name'), control.getAttribute('value')];
    }),
    row('makes a text of null in name', ['null', 'null'], (kit) => {
      const {control} = kit.inForm();
      Reflect.set(control, 'name', null);
      return [control.name, control.getAttribute('name')];
    }),
    row('makes an empty text of null in value', ['', ''], (kit) => {
      const {control} = kit.inForm('value="x"');
      Reflect.set(control, 'value', null);
      return [control.value, control.getAttribute('value')];
    }),
    row('is a boolean in checked, whatever is set', [false, false, false, true, true], (kit) => {
      const {control} = kit.inForm('scripted');
      return [0, '', null, 1, 'no'].map((wrong) => {
        Reflect.set(control, 'checked', wrong);
        return control.checked;
      });
    }),
    row('reads required as false where it is not asked for', [false, null], (kit) => {
      const {control} = kit.mount('<box optional>');
      return [control.required, control.getAttribute('required')];
    }),
    row(
      'tells the square that it is required, and not when not, in the same task',
      [true, false, true],
      (kit) => {
        const {control} = kit.inForm();
        return [true, false, true].map((on) => {
          control.required = on;
          return kit.box(control).required;
        });
      },
    ),
    differing(
      'has a form that cannot be set',
      {
        native: 'TypeError',
        ours: 'nothing',
        why: 'frameworks set what they can: ours takes the id of a form',
      },
      (kit) => readOnly(kit, 'form'),
    ),
    ...(['labels', 'validity', 'validationMessage', 'willValidate'] as const).map((name) =>
      row(`has a ${name} that cannot be set`, 'TypeError', (kit) => readOnly(kit, name)),
    ),
    row('reads defaultChecked as false where nothing says otherwise', false, (kit) =>
      Reflect.get(kit.inForm().control, 'defaultChecked'),
    ),
    row('writes defaultChecked to the attribute checked', ['', null], (kit) => {
      const {control} = kit.inForm();
      return [true, false].map((on) => {
        Reflect.set(control, 'defaultChecked', on);
        return control.getAttribute('checked');
      });
    }),
    row('reads and writes defaultValue as the attribute value', ['', 'x', 'y'], (kit) => {
      const {control} = kit.inForm();
      const before = Reflect.get(control, 'defaultValue') as unknown;
      control.setAttribute('value', 'x');
      const read = Reflect.get(control, 'defaultValue') as unknown;
      Reflect.set(control, 'defaultValue', 'y');
      return [before, read, control.getAttribute('value')];
    }),
    row('has a tabIndex of 0, and writes it', [0, -1, '3'], (kit) => {
      const {control} = kit.inForm();
      const {tabIndex} = control;
      control.setAttribute('tabindex', '-1');
      const read = control.tabIndex;
      control.tabIndex = 3;
      return [tabIndex, read, control.getAttribute('tabindex')];
    }),
    row('has every property on its prototype, none on itself', [], (kit) => {
      const {control} = kit.inForm();
      const names = ['checked', 'disabled', 'form', 'name', 'required', 'type', 'value', 'validity'];
      return names.filter((name) => Object.hasOwn(control, name));
    }),
    row('lists its properties with `in`', true, (kit) => {
      const {control} = kit.inForm();
      const names =
        'checked disabled form labels name required type value validity validationMessage willValidate';
      const methods = 'checkValidity reportValidity setCustomValidity click focus blur';
      return `${names} ${methods}`.split(' ').every((name) => name in control);
    }),
    row('keeps attributes it does not know', ['x', '1', 'k'], (kit) => {
      const {control} = kit.inForm('class="x" data-n="1" accesskey="k"');
      return [control.className, control.dataset.n, control.accessKey];
    }),
    row('adds no class, style, role or aria attribute of its own', [], (kit) => {
      const {control} = kit.inForm();
      control.click();
      return control.getAttributeNames().filter((name) => /^(class|style|role|tabindex|aria-.*)$/.test(name));
    }),
    row(
      'matches :enabled, not :disabled, :read-write, :default or :indeterminate',
      [true, false, false, false, false],
      (kit) => {
        const {control} = kit.inForm();
        const names = ['enabled', 'disabled', 'read-write', 'default', 'indeterminate'];
        return names.map((name) => control.matches(`:${name}`));
      },
    ),
    row('matches :defined and is an HTMLElement', [true, true], (kit) => {
      const {control} = kit.inForm();
      return [control.matches(':defined'), control instanceof HTMLElement];
    }),
    differing(
      'matches :checked when ticked',
      {native: [false, true], ours: [false, false], why: NO_PSEUDO},
      (kit) => ticked(kit, ':checked'),
    ),
    differing(
      'matches :state(checked) when ticked',
      {native: [false, false], ours: [false, true], why: NO_PSEUDO},
      (kit) => ticked(kit, ':state(checked)'),
    ),
    differing(
      'matches :required, :optional when not',
      {native: [true, false, false, true], ours: [false, false, false, false], why: NO_PSEUDO},
      (kit) => {
        const {control} = kit.inForm();
        const now = () => [control.matches(':required'), control.matches(':optional')];
        const before = now();
        control.required = false;
        return [...before, ...now()];
      },
    ),
    differing(
      'can be indeterminate',
      {native: [false, true], ours: [null, null], why: 'a consent is given or not; there is nothing between'},
      (kit) => {
        const {control} = kit.inForm();
        const before = Reflect.get(control, 'indeterminate') as unknown;
        if (kit.kind === 'native') Reflect.set(control, 'indeterminate', true);
        return [before ?? null, (Reflect.get(control, 'indeterminate') as unknown) ?? null];
      },
    ),
    differing(
      'changes its type',
      {native: 'radio', ours: 'checkbox', why: 'a consent is a checkbox and nothing else'},
      (kit) => {
        const {control} = kit.inForm();
        const error = errorOf(() => {
          control.type = 'radio';
        });
        return error === 'nothing' ? control.type : error;
      },
    ),
  ],
};

/** Whether a selector matches before and after a tick, in the same task. */
function ticked(kit: Kit, selector: string): boolean[] {
  const {control} = kit.inForm();
  const before = control.matches(selector);
  control.click();
  return [before, control.matches(selector)];
}
