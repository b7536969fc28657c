import {turn, type Control, type Kit} from '../kit.js';
import {changesPixels} from '../bubble.js';
import {arrived, countSubmits, entries, focused, hear, typeOf} from '../observe.js';
import {only, row, type Group} from '../row.js';

const FORM = '<form><box name="c" id="c"><button id="go">Go</button></form>';

/** A person presses the button that sends the form. */
async function send(kit: Kit, selector = '#go'): Promise<void> {
  await kit.click(kit.find(selector));
  await turn();
}

/** Whether any of it is within the window. */
function inView(kit: Kit, control: Control): boolean {
  const {top, bottom} = kit.box(control).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

export const submission: Group = {
  title: 'sending the form',
  rows: [
    row('stops the form that a person sends, and takes the focus', [[], ['invalid'], 'c'], async (kit) => {
      const {form, control} = kit.mount(FORM);
      const submits = countSubmits(form);
      const heard = hear(control, 'invalid', typeOf);
      await send(kit);
      return [submits, heard, focused()];
    }),
    row('lets the form go once ticked', [['go'], []], async (kit) => {
      const {form, control} = kit.mount(FORM);
      const submits = countSubmits(form);
      const heard = hear(control, 'invalid', typeOf);
      await kit.tick(control);
      await send(kit);
      return [submits, heard];
    }),
    row('stops requestSubmit(), in the same task', [[], 'c', [null]], (kit) => {
      const {form, control} = kit.mount(FORM);
      const submits = countSubmits(form);
      form.requestSubmit();
      const before = [[...submits], focused()];
      control.click();
      form.requestSubmit();
      return [...before, submits];
    }),
    row('stops a form that it belongs to by its attribute form', [[], 'c'], async (kit) => {
      const {form} = kit.mount(
        '<form id="f"><button id="go">Go</button></form><box name="c" id="c" form="f">',
      );
      const submits = countSubmits(form);
      await send(kit);
      return [submits, focused()];
    }),
    row('does not stop a form that it has left', ['go'], async (kit) => {
      const {form, control, root} = kit.mount(FORM);
      const submits = countSubmits(form);
      root.append(control);
      await send(kit);
      return submits;
    }),
    row('does not stop a form with novalidate, and hears no invalid', [['go'], []], async (kit) => {
      const {form, control} = kit.mount(FORM);
      form.noValidate = true;
      const submits = countSubmits(form);
      const heard = hear(control, 'invalid', typeOf);
      await send(kit);
      return [submits, heard];
    }),
    row('does not stop a button with formnovalidate', [['save'], []], async (kit) => {
      const {form, control} = kit.mount(
        '<form><box name="c"><button>Go</button><button id="save" formnovalidate>Save</button></form>',
      );
      const submits = countSubmits(form);
      const heard = hear(control, 'invalid', typeOf);
      await send(kit, '#save');
      return [submits, heard];
    }),
    row('does not stop requestSubmit() of a button with formnovalidate', ['save'], (kit) => {
      const {form} = kit.mount('<form><box name="c"><button id="save" formnovalidate></button></form>');
      const submits = countSubmits(form);
      form.requestSubmit(kit.find('#save'));
      return submits;
    }),
    row(
      'leaves the focus where a listener cancels invalid, and still stops the form',
      [[], true],
      async (kit) => {
        const {form, control} = kit.mount(FORM);
        const submits = countSubmits(form);
        control.addEventListener('invalid', (event) => event.preventDefault());
        await send(kit);
        return [submits, focused() !== 'c'];
      },
    ),
    row('gives the focus to the first of two that are wrong', ['a', ['a', 'b']], async (kit) => {
      const {form} = kit.mount('<form><box id="a"><box id="b"><button id="go">Go</button></form>');
      const heard = hear(form, 'invalid', ({target}) => (target as Element).id, {capture: true});
      await send(kit);
      return [focused(), heard];
    }),
    row('leaves the focus to a native field that is wrong before it', 'a', async (kit) => {
      kit.mount('<form><input id="a" required><box id="b"><button id="go">Go</button></form>');
      await send(kit);
      return focused();
    }),
    row('takes the focus before a native field that is wrong after it', 'a', async (kit) => {
      kit.mount('<form><box id="a"><input id="b" required><button id="go">Go</button></form>');
      await send(kit);
      return focused();
    }),
    row('is scrolled into view', [false, true], async (kit) => {
      const gap = '<p style="block-size: 3000px"></p>';
      const {control} = kit.mount(`<form><box name="c">${gap}<button id="go">Go</button></form>`);
      kit.find('#go').scrollIntoView({behavior: 'instant'});
      const before = inView(kit, control);
      await send(kit);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return [before, inView(kit, control)];
    }),
    row('stops the form silently while hidden', [[], ['invalid'], false], async (kit) => {
      const {form, control} = kit.mount('<form><box id="c" hidden><button id="go">Go</button></form>');
      const submits = countSubmits(form);
      const heard = hear(control, 'invalid', typeOf);
      await send(kit);
      return [submits, heard, focused() === 'c'];
    }),
    row('stops the form inside a closed details element', [[], ['invalid']], async (kit) => {
      const {form, control} = kit.mount(
        '<form><details><box id="c"></details><button id="go">Go</button></form>',
      );
      const submits = countSubmits(form);
      const heard = hear(control, 'invalid', typeOf);
      await send(kit);
      return [submits, heard];
    }),
    row('does not stop the form while disabled', ['go'], async (kit) => {
      const {form, control} = kit.mount(FORM);
      control.disabled = true;
      const submits = countSubmits(form);
      await send(kit);
      return submits;
    }),
    row('does not stop the form while not required', ['go'], async (kit) => {
      const {form, control} = kit.mount(FORM);
      control.required = false;
      const submits = countSubmits(form);
      await send(kit);
      return submits;
    }),
    row('stops the form by a custom error, though ticked', [], async (kit) => {
      const {form, control} = kit.mount(FORM);
      const submits = countSubmits(form);
      await kit.tick(control);
      control.setCustomValidity('No.');
      await send(kit);
      return submits;
    }),
    row('stops every attempt, with one invalid event each', [[], 3], async (kit) => {
      const {form, control} = kit.mount(FORM);
      const submits = countSubmits(form);
      const heard = hear(control, 'invalid', typeOf);
      for (let attempt = 0; attempt < 3; attempt++) form.requestSubmit();
      return [submits, heard.length];
    }),
    row('keeps its dialog open until ticked', [true, false], async (kit) => {
      const {control} = kit.mount(
        '<dialog><form method="dialog"><box name="c"><button id="go">Go</button></form></dialog>',
      );
      const dialog = kit.find<HTMLDialogElement>('dialog');
      dialog.showModal();
      await send(kit);
      const before = dialog.open;
      await kit.tick(control);
      await send(kit);
      return [before, dialog.open];
    }),
    row('is still ticked after the form went to another frame', [[['c', 'on']], true, 1], async (kit) => {
      const {form, control} = kit.mount(FORM);
      await kit.tick(control);
      const data = await arrived(kit, form, () => kit.click(kit.find('#go')));
      return [data, control.checked, entries(form).length];
    }),
    ...only(
      ['Chromium'],
      row('shows its message in the bubble of the browser', true, (kit) => {
        const {form, control} = kit.mount(`<style>::part(error) { display: none }</style>${FORM}`);
        // so that the bubble is all that is new
        control.focus();
        return changesPixels(2000, () => form.requestSubmit());
      }),
    ),
  ],
};
