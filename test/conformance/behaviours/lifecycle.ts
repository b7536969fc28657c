import {ConsentCheckboxElement} from '../../../src/elements/checkbox/consent-checkbox-element.js';
import {turn, type Control, type Kit} from '../kit.js';
import {entries, hear, typeOf, userState, validityOf} from '../observe.js';
import {differing, row, type Group} from '../row.js';

let lateTags = 0;

/** A control that nobody has defined yet, and the call that defines it. A native one has always been defined. */
function late(kit: Kit, attributes = ''): {form: HTMLFormElement; control: Control; define(): void} {
  const tag = `late-checkbox-${++lateTags}`;
  const markup =
    kit.kind === 'native'
      ? kit.html(`<box ${attributes}>`)
      : `<${tag} storage="memory" ${attributes}></${tag}>`;
  kit.root.innerHTML = `<form>${markup}</form>`;
  const form = kit.find<HTMLFormElement>('form');
  const define = () => {
    if (kit.kind === 'ours') customElements.define(tag, class extends ConsentCheckboxElement {});
  };
  return {form, control: form.firstElementChild as Control, define};
}

const FALLBACK = '<label><input type="checkbox" name="c" required> I agree</label>';

export const lifecycle: Group = {
  title: 'creation, moves and copies',
  rows: [
    row('works when made by createElement', [false, true, [['c', 'on']]], (kit) => {
      const control = kit.create({name: 'c'});
      const {form} = kit.mount('<form></form>');
      form.append(control);
      const valid = form.checkValidity();
      control.click();
      return [valid, control.checked, entries(form)];
    }),
    row('works when made by innerHTML, in the same task', [false, [['c', 'on']], true], (kit) => {
      const {form, control} = kit.inForm();
      const valid = form.checkValidity();
      control.click();
      return [valid, entries(form), form.checkValidity()];
    }),
    row('works when made by insertAdjacentHTML in a form, in the same task', [false, 1], (kit) => {
      const {form} = kit.mount('<form></form>');
      form.insertAdjacentHTML('beforeend', kit.html('<box name="c">'));
      const valid = form.checkValidity();
      kit.controlsIn(form)[0]!.click();
      return [valid, entries(form).length];
    }),
    row('works when cloned from a template, in the same task', [false, 1], (kit) => {
      const {form} = kit.mount('<form></form>');
      const template = document.createElement('template');
      template.innerHTML = kit.html('<box name="c">');
      form.append(template.content.cloneNode(true));
      const valid = form.checkValidity();
      kit.controlsIn(form)[0]!.click();
      return [valid, entries(form).length];
    }),
    row('works when imported from another document', [false, 1], (kit) => {
      const {form} = kit.mount('<form></form>');
      const other = document.implementation.createHTMLDocument();
      other.body.innerHTML = kit.html('<box name="c">');
      form.append(document.importNode(other.body.firstElementChild!, true));
      const valid = form.checkValidity();
      kit.controlsIn(form)[0]!.click();
      return [valid, entries(form).length];
    }),
    row('works inside a table, where the parser opens the form', ['f', 1], (kit) => {
      const {control, form} = kit.mount(
        '<table><tr><td><form id="f"><box name="c"></form></td></tr></table>',
      );
      control.click();
      return [control.form?.id, entries(form).length];
    }),
    row('keeps its tick through a move', [true, true, [['c', 'on']]], async (kit) => {
      const {form, control} = kit.mount('<form><div></div><box name="c"></form>');
      await kit.tick(control);
      kit.find('div').append(control);
      return [control.checked, kit.box(control).checked, entries(form)];
    }),
    row('keeps its tick out of the page and back', [true, [], true, [['c', 'on']]], async (kit) => {
      const {form, control} = kit.inForm();
      await kit.tick(control);
      control.remove();
      const away = [control.checked, entries(form)];
      await turn();
      form.append(control);
      return [...away, control.checked, entries(form)];
    }),
    row('keeps its tick when its form moves', [true, 1], async (kit) => {
      const {form, control, root} = kit.mount('<div><form><box name="c"></form></div>');
      await kit.tick(control);
      root.append(form);
      return [control.checked, entries(form).length];
    }),
    row('keeps what the person was told through a move', ['user-invalid', 'user-invalid'], (kit) => {
      const {form, control, root} = kit.inForm();
      form.requestSubmit();
      const before = userState(kit, control);
      root.append(control);
      form.append(control);
      return [before, userState(kit, control)];
    }),
    row('is not required again by a move, once it is not', [false, true], (kit) => {
      const {form, control, root} = kit.inForm();
      control.required = false;
      root.append(control);
      form.append(control);
      return [control.required, control.checkValidity()];
    }),
    row('fires nothing for a move', [], (kit) => {
      const {control, root} = kit.inForm();
      control.click();
      const heard = hear(control, 'click input change invalid', typeOf);
      root.append(control);
      return heard;
    }),
    row('is ticked by a real click after a move', [true, ['click', 'input', 'change']], async (kit) => {
      const {form, control, root} = kit.inForm();
      root.append(control);
      form.append(control);
      const heard = hear(control, 'click input change', typeOf);
      await kit.tick(control);
      return [control.checked, heard];
    }),
    row('reads validity and labels out of the page', [false, true, 0], (kit) => {
      const {control} = kit.mount('<label for="c"></label><box id="c">');
      control.remove();
      return [control.checkValidity(), control.willValidate, control.labels.length];
    }),
    row('loses its focus when removed, and takes no harm', ['body', true], async (kit) => {
      const {form, control} = kit.inForm('id="c"');
      control.focus();
      control.remove();
      const {activeElement} = document;
      form.append(control);
      await turn();
      control.focus();
      return [activeElement?.localName, document.activeElement === control];
    }),
    row('gives a copy its attributes', ['c', 'x', true, true], (kit) => {
      const {control} = kit.inForm('name="c" value="x" disabled');
      const copy = control.cloneNode(true) as Control;
      return [copy.name, copy.value, copy.required, copy.disabled];
    }),
    row('gives a copy no custom error and nothing that was told', [false, 'none'], (kit) => {
      const {form, control} = kit.inForm();
      control.setCustomValidity('No.');
      form.requestSubmit();
      const copy = control.cloneNode(true) as Control;
      form.append(copy);
      return [copy.validity.customError, userState(kit, copy)];
    }),
    row('leaves a copy that is optional so', [false, true], (kit) => {
      const {form, control} = kit.inForm('name="c" optional');
      const copy = control.cloneNode(true) as Control;
      form.replaceChildren(copy);
      return [copy.required, form.checkValidity()];
    }),
    differing(
      'leaves a copy so that a script made not required',
      {
        native: [false, true],
        ours: [true, false],
        why: 'required is a state of the element and no attribute that it writes, so a copy begins with the default',
      },
      (kit) => {
        const {form, control} = kit.inForm();
        control.required = false;
        const copy = control.cloneNode(true) as Control;
        form.replaceChildren(copy);
        return [copy.required, form.checkValidity()];
      },
    ),
    row('shares nothing with its copy', [false, true, [['c', 'on']]], (kit) => {
      const {form, control} = kit.inForm();
      const copy = control.cloneNode(true) as Control;
      form.append(copy);
      copy.click();
      return [control.checked, copy.checked, entries(form)];
    }),
    differing(
      'gives a copy its tick',
      {native: [true, 2], ours: [false, 1], why: 'a copy of a box is no second act of agreeing'},
      (kit) => {
        const {form, control} = kit.inForm();
        control.click();
        const copy = control.cloneNode(true) as Control;
        form.append(copy);
        return [copy.checked, entries(form).length];
      },
    ),
    differing(
      'gives its tick to the copy of its form',
      {native: 1, ours: 0, why: 'a copy of a box is no second act of agreeing'},
      (kit) => {
        const {form, control, root} = kit.inForm();
        control.click();
        const copy = form.cloneNode(true) as HTMLFormElement;
        root.append(copy);
        return entries(copy).length;
      },
    ),
    row('takes properties that were set before it was defined', ['late', 'x', false, true, []], (kit) => {
      const {form, control, define} = late(kit);
      Object.assign(control, {name: 'late', value: 'x', required: false, disabled: true});
      define();
      const {name, value, required, disabled} = control;
      return [name, value, required, disabled, entries(form)];
    }),
    row('works by properties that were set before it was defined', [[['late', 'x']], true], (kit) => {
      const {form, control, define} = late(kit);
      Object.assign(control, {name: 'late', value: 'x'});
      define();
      control.click();
      return [entries(form), form.checkValidity()];
    }),
    row('is ticked by checked = true that was set before it was defined, where it may', [true, 1], (kit) => {
      const {form, control, define} = late(kit, 'name="c" allow-script');
      control.checked = true;
      define();
      return [control.checked, entries(form).length];
    }),
    row('leaves no property of before on itself', [], (kit) => {
      const {control, define} = late(kit);
      Object.assign(control, {name: 'late', value: 'x', required: true, disabled: false, checked: false});
      define();
      return Object.keys(control).filter((name) => /^(name|value|required|disabled|checked)$/.test(name));
    }),
    row('stops its form in the task that defines it', [false, {valueMissing: true, said: true}], (kit) => {
      const {form, control, define} = late(kit, 'name="c"');
      define();
      const {valueMissing, said} = validityOf(control);
      return [form.checkValidity(), {valueMissing, said}];
    }),
    row(
      'hears listeners that were added before it was defined',
      ['click', 'input', 'change'],
      async (kit) => {
        const {control, define} = late(kit);
        const heard = hear(control, 'click input change', typeOf);
        define();
        await kit.tick(control);
        return heard;
      },
    ),
    row(
      'shows the new state to listeners that were added before it was defined',
      [true, true, true, true],
      async (kit) => {
        const {control, define} = late(kit);
        const down = hear(control, 'click', () => control.checked, {capture: true});
        const heard = hear(control, 'click input change', () => control.checked);
        define();
        await kit.tick(control);
        return [...down, ...heard];
      },
    ),
    row('is inside its fieldset when defined late', [true, false], (kit) => {
      const {control, define, form} = late(kit);
      form.innerHTML = `<fieldset disabled>${form.innerHTML}</fieldset>`;
      const inside = form.querySelector<Control>('fieldset')!.firstElementChild as Control;
      define();
      return [inside.matches(':disabled'), control.isConnected];
    }),
    row(
      'is alone in the form, whatever stands inside it for pages without script',
      [1, true, [['c', 'on']]],
      (kit) => {
        const {form} = kit.mount('<form></form>');
        const control = kit.create({name: 'c'});
        if (kit.kind === 'ours') control.innerHTML = FALLBACK;
        form.append(control);
        const alone = form.elements.namedItem('c') === control;
        control.click();
        return [form.length, alone, entries(form)];
      },
    ),
    row('works a hundred times in one form', [100, false, 100, true], (kit) => {
      const {form, controls} = kit.mount(`<form>${'<box name="c">'.repeat(100)}</form>`);
      const before = [form.length, form.checkValidity()];
      controls.forEach((each) => each.click());
      return [...before, entries(form).length, form.checkValidity()];
    }),
  ],
};
