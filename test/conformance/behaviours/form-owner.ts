import type {Kit} from '../kit.js';
import {entries} from '../observe.js';
import {row, type Group} from '../row.js';

const TWO = '<form id="one"><box id="c" name="c"></form><form id="two"></form>';

/** Whose control it is, by every way a form knows its controls. */
const owners = (kit: Kit, control: HTMLElement) =>
  [...kit.root.querySelectorAll('form')]
    .filter((form) => [...form.elements].includes(control))
    .map(({id}) => id);

export const formOwner: Group = {
  title: 'form owner and form.elements',
  rows: [
    row('belongs to the form around it', 'one', (kit) => kit.mount(TWO).control.form!.id),
    row('belongs to no form outside of one', null, (kit) => kit.mount('<box name="c">').control.form),
    row('belongs to the form that its attribute form names', ['two', [['c', 'on']]], (kit) => {
      const {control} = kit.mount('<form id="one"><box name="c" form="two"></form><form id="two"></form>');
      control.click();
      return [control.form!.id, entries(kit.find('#two'))];
    }),
    row('belongs to no form with an empty attribute form', [null, []], (kit) => {
      const {control, form} = kit.inForm('name="c" form=""');
      control.click();
      return [control.form, entries(form)];
    }),
    row('belongs to no form when the attribute form names another element', null, (kit) => {
      return kit.mount('<form><p id="p"></p><box form="p"></form>').control.form;
    }),
    row('follows a change of the attribute form, in the same task', ['two', ['two'], [], 1], (kit) => {
      const {control, form} = kit.mount(TWO);
      control.click();
      control.setAttribute('form', 'two');
      const two = kit.find<HTMLFormElement>('#two');
      return [control.form!.id, owners(kit, control), entries(form), entries(two).length];
    }),
    row('goes back to the form around it without the attribute', 'one', (kit) => {
      const {control} = kit.mount(TWO);
      control.setAttribute('form', 'two');
      control.removeAttribute('form');
      return control.form!.id;
    }),
    row('finds its form when that gets the id later', ['late', 1], (kit) => {
      const {control, form} = kit.mount('<form></form><box name="c" form="late">');
      control.click();
      form.id = 'late';
      return [control.form?.id ?? null, entries(form).length];
    }),
    row('loses its form when another takes the id', null, (kit) => {
      const {control, form} = kit.mount('<form id="f"></form><box name="c" form="f">');
      form.id = 'other';
      return control.form;
    }),
    row('finds its form when that is inserted later', 'late', (kit) => {
      const {control, root} = kit.mount('<box name="c" form="late">');
      root.insertAdjacentHTML('beforeend', '<form id="late"></form>');
      return control.form?.id ?? null;
    }),
    row('changes its form with a move, in the same task', ['two', ['two'], 0, 1, true, false], (kit) => {
      const {control, form} = kit.mount(TWO);
      control.click();
      const two = kit.find<HTMLFormElement>('#two');
      two.append(control);
      const before = [control.form!.id, owners(kit, control), entries(form).length, entries(two).length];
      control.click();
      return [...before, form.checkValidity(), two.checkValidity()];
    }),
    row('leaves the form that it is moved out of', [null, [], true], (kit) => {
      const {control, form, root} = kit.mount(TWO);
      root.append(control);
      return [control.form, owners(kit, control), form.checkValidity()];
    }),
    row('leaves the form when removed', [null, 0, true], (kit) => {
      const {control, form} = kit.mount(TWO);
      control.click();
      control.remove();
      return [control.form, entries(form).length, form.checkValidity()];
    }),
    row('stays in a form that is removed with it', ['one', 1], (kit) => {
      const {control, form} = kit.mount(TWO);
      control.click();
      form.remove();
      return [control.form!.id, entries(form).length];
    }),
    row('belongs to a form in the same shadow root', ['inner', 1], (kit) => {
      const {root} = kit.mount('<div></div>');
      const shadow = root.firstElementChild!.attachShadow({mode: 'open'});
      shadow.innerHTML = kit.html('<form id="inner"><box name="c"></form>');
      const control = kit.controlsIn(shadow)[0]!;
      control.click();
      return [control.form?.id, entries(shadow.querySelector('form')!).length];
    }),
    row('belongs to no form across a shadow root', [null, 0], (kit) => {
      const {form} = kit.mount('<form><div></div></form>');
      const shadow = form.firstElementChild!.attachShadow({mode: 'open'});
      shadow.innerHTML = kit.html('<box name="c">');
      const control = kit.controlsIn(shadow)[0]!;
      control.click();
      return [control.form, entries(form).length];
    }),
    row('is among form.elements in tree order', [3, 1], (kit) => {
      const {control, form} = kit.mount('<form><input><box name="c"><button></button></form>');
      return [form.length, [...form.elements].indexOf(control)];
    }),
    row('is reached through form.elements by name, by id and by index', [true, true, true], (kit) => {
      const {control, form} = kit.inForm('name="c" id="i"');
      const {elements} = form;
      return [elements.namedItem('c') === control, elements.namedItem('i') === control, form[0] === control];
    }),
    row('is reached through the form by name and id', [true, true], (kit) => {
      const {control, form} = kit.inForm('name="c" id="i"');
      return [Reflect.get(form, 'c') === control, Reflect.get(form, 'i') === control];
    }),
    row('is reached by a new name, and still by the old one', [true, true, null], (kit) => {
      const {control, form} = kit.inForm('name="before"');
      void Reflect.get(form, 'before');
      control.name = 'after';
      const [now, past] = ['after', 'before'].map((name) => Reflect.get(form, name) === control);
      return [now, past, form.elements.namedItem('before')];
    }),
    row('shares a name with others as a RadioNodeList', ['RadioNodeList', [0, 2]], (kit) => {
      const {form, controls} = kit.mount('<form><box name="c"><input><box name="c"></form>');
      const list = form.elements.namedItem('c') as RadioNodeList;
      return [list.constructor.name, controls.map((each) => [...form.elements].indexOf(each))];
    }),
    row('is the only element under its name and id', [1, true, 1], (kit) => {
      const {control, form} = kit.inForm('name="c" id="c"');
      return [form.length, form.elements.namedItem('c') === control, document.querySelectorAll('#c').length];
    }),
    row('is among the elements of its fieldset', [true, true], (kit) => {
      const {control} = kit.mount('<fieldset><box name="c"></fieldset>');
      const {elements} = kit.find<HTMLFieldSetElement>('fieldset');
      return [[...elements].includes(control), elements.namedItem('c') === control];
    }),
    row('lets the form keep nothing of its own that enumerates', ['0'], (kit) => {
      return Object.keys(kit.inForm('').form);
    }),
    row('leaves the methods of its form alone', [false, false, false], (kit) => {
      const {form} = kit.inForm();
      return ['checkValidity', 'reportValidity', 'requestSubmit'].map((name) => Object.hasOwn(form, name));
    }),
  ],
};
