import {accessibilityTree, type AccessibleNode} from '../../helpers/commands.js';
import type {Control, Kit, Mounted} from '../kit.js';
import {turn} from '../kit.js';
import {differing, only, row, type Group} from '../row.js';

/** The one checkbox that assistive technology is told of. */
async function told(kit: Kit): Promise<AccessibleNode> {
  await turn();
  const boxes = ((await accessibilityTree()) || []).filter(({role}) => role === 'checkbox');
  if (boxes.length !== 1) throw new Error(`${boxes.length} checkboxes in the tree of ${kit.kind}.`);
  return boxes[0]!;
}

/** What an element says beside the box; in the bubble of the browser it says something else. A native one says nothing there. */
const errorBeside = ({shadowRoot, validationMessage}: Control) =>
  shadowRoot?.querySelector('[part=error]')?.textContent ?? validationMessage;

/** What one property of the tree is after an act. */
const property =
  (name: string, act: (control: Control, mounted: Mounted) => unknown = () => undefined, markup = 'id="c"') =>
  async (kit: Kit) => {
    const mounted = kit.inForm(markup);
    await act(mounted.control, mounted);
    return (await told(kit)).properties[name] ?? null;
  };

/** The name, with the words of the control's own label replaced by one that both kinds share. */
async function named(kit: Kit, markup: string, act?: (kit: Kit) => void): Promise<string> {
  const {control} = kit.mount(markup);
  const own = kit.kind === 'native' && !kit.root.querySelector('[data-own]') ? null : words(kit, control);
  act?.(kit);
  const {name} = await told(kit);
  return own ? name.replace(/\s+/g, ' ').replace(own, 'OWN') : name;
}
const words = (kit: Kit, control: Control) => kit.ownLabel(control).textContent.trim().replace(/\s+/g, ' ');
const described = async (kit: Kit, markup: string, act?: (kit: Kit) => void): Promise<string> => {
  kit.mount(markup);
  act?.(kit);
  return (await told(kit)).description;
};

export const accessibility: Group = {
  title: 'accessibility tree',
  rows: only(
    ['Chromium'],
    row('is one checkbox', 'checkbox', async (kit) => {
      kit.inForm();
      return (await told(kit)).role;
    }),
    row('is named by its own label', 'OWN', (kit) => named(kit, '<box labelled id="c">')),
    row('is named by an outer label and its own, in tree order', 'Outer OWN', (kit) =>
      named(kit, '<label for="c">Outer</label><box labelled id="c">'),
    ),
    row('is named by an outer label that comes after it', 'OWN Outer', (kit) =>
      named(kit, '<box labelled id="c"><label for="c">Outer</label>'),
    ),
    row('is named by two outer labels', 'One Two OWN', (kit) =>
      named(kit, '<label for="c">One</label><label for="c">Two</label><box labelled id="c">'),
    ),
    row('hears the words of a label around it', true, async (kit) =>
      (await named(kit, '<label>Outer <box id="c"></label>')).includes('Outer'),
    ),
    row('is named by no more than the words of a label around it and its own', true, async (kit) =>
      ['Outer', 'Outer OWN'].includes(await named(kit, '<label>Outer <box id="c"></label>')),
    ),
    row('is named by an outer label that comes later', 'Late OWN', (kit) =>
      named(kit, '<p></p><box labelled id="c">', () =>
        kit.find('p').insertAdjacentHTML('afterend', '<label for="c">Late</label>'),
      ),
    ),
    row('follows the words of an outer label', 'New OWN', (kit) =>
      named(kit, '<label for="c" data-outer>Old</label><box labelled id="c">', () => {
        kit.find('[data-outer]').textContent = 'New';
      }),
    ),
    row('is named by aria-label before its labels', 'Spoken', (kit) =>
      named(kit, '<box labelled id="c" aria-label="Spoken">'),
    ),
    row('is named by an aria-label that comes later', 'Spoken', (kit) =>
      named(kit, '<box labelled id="c">', () => kit.find('#c').setAttribute('aria-label', 'Spoken')),
    ),
    row('is named by its label again when aria-label goes', 'OWN', (kit) =>
      named(kit, '<box labelled id="c" aria-label="Spoken">', () =>
        kit.find('#c').removeAttribute('aria-label'),
      ),
    ),
    row('is named by aria-labelledby before aria-label', 'Heading words', (kit) =>
      named(
        kit,
        '<h2 id="h">Heading words</h2><box labelled id="c" aria-labelledby="h" aria-label="Spoken">',
      ),
    ),
    row('is named by several elements of aria-labelledby', 'One Two', (kit) =>
      named(kit, '<i id="a">One</i><i id="b">Two</i><box labelled id="c" aria-labelledby="a b">'),
    ),
    row('is named by aria-labelledby that comes later', 'Heading words', (kit) =>
      named(kit, '<h2 id="h">Heading words</h2><box labelled id="c">', () =>
        kit.find('#c').setAttribute('aria-labelledby', 'h'),
      ),
    ),
    row('is named by its label where aria-labelledby names nothing', 'OWN', (kit) =>
      named(kit, '<box labelled id="c" aria-labelledby="nothing">'),
    ),
    row('is described by aria-describedby', 'A hint', (kit) =>
      described(kit, '<p id="h">A hint</p><box id="c" aria-describedby="h">'),
    ),
    row('is described by several elements', 'One Two', (kit) =>
      described(kit, '<i id="a">One</i><i id="b">Two</i><box id="c" aria-describedby="a b">'),
    ),
    row('is described by aria-describedby that comes later', 'A hint', (kit) =>
      described(kit, '<p id="h">A hint</p><box id="c">', () =>
        kit.find('#c').setAttribute('aria-describedby', 'h'),
      ),
    ),
    row('is described by it no more when aria-describedby goes', false, async (kit) => {
      const now = await described(kit, '<p id="h">A hint</p><box id="c" aria-describedby="h">', () =>
        kit.find('#c').removeAttribute('aria-describedby'),
      );
      return now.includes('A hint');
    }),
    row('is described by aria-description', 'A hint', (kit) =>
      described(kit, '<box id="c" aria-description="A hint">'),
    ),
    row('is unticked, ticked, unticked', ['false', 'true', 'false'], async (kit) => {
      const {control} = kit.inForm();
      const seen = [(await told(kit)).properties.checked];
      for (let round = 0; round < 2; round++) {
        control.click();
        seen.push((await told(kit)).properties.checked);
      }
      return seen;
    }),
    row('is focusable', true, property('focusable')),
    row(
      'is focused',
      true,
      property('focused', (control) => control.focus()),
    ),
    row(
      'is not focusable while disabled',
      null,
      property('focusable', () => undefined, 'disabled'),
    ),
    row(
      'is disabled by itself',
      true,
      property('disabled', () => undefined, 'disabled'),
    ),
    row('is disabled by its fieldset', true, async (kit) => {
      kit.mount('<fieldset disabled><box></fieldset>');
      return (await told(kit)).properties.disabled ?? null;
    }),
    row('is not disabled', null, property('disabled')),
    row(
      'is not invalid once ticked',
      'false',
      property('invalid', (control) => control.click()),
    ),
    row(
      'is invalid once the form could not be sent',
      'true',
      property('invalid', (_, {form}) => form.requestSubmit()),
    ),
    row('is valid again once ticked', 'false', async (kit) => {
      const {form, control} = kit.inForm();
      form.requestSubmit();
      await turn();
      control.click();
      return (await told(kit)).properties.invalid;
    }),
    row(
      'is invalid by aria-invalid',
      'true',
      property('invalid', (c) => c.click(), 'aria-invalid="true"'),
    ),
    row('is not in the tree with aria-hidden', 0, async (kit) => {
      kit.inForm('aria-hidden="true"');
      return ((await accessibilityTree()) || []).filter(({role}) => role === 'checkbox').length;
    }),
    row('is not in the tree while hidden', 0, async (kit) => {
      kit.inForm('hidden');
      return ((await accessibilityTree()) || []).filter(({role}) => role === 'checkbox').length;
    }),
    row('is described by its title where a label names it', 'A tip', (kit) =>
      described(kit, '<box labelled id="c" title="A tip">'),
    ),
    row('has the error message of aria-errormessage', true, async (kit) => {
      const {form} = kit.mount(
        '<form><p id="e">Tick it</p><box id="c" aria-errormessage="e" aria-invalid="true"></form>',
      );
      form.requestSubmit();
      return 'errormessage' in (await told(kit)).properties;
    }),
    differing(
      'is described by its error once the form could not be sent',
      {native: false, ours: true, why: 'the error stays on the page, the bubble of the browser goes'},
      async (kit) => {
        const {form, control} = kit.inForm();
        form.requestSubmit();
        return (await told(kit)).description.includes(errorBeside(control));
      },
    ),
    differing(
      'is described by aria-describedby and its error together',
      {
        native: 'A hint',
        ours: 'A hint ERROR',
        why: 'the error stays on the page, the bubble of the browser goes',
      },
      async (kit) => {
        const {form, control} = kit.mount(
          '<form><p id="h">A hint</p><box id="c" aria-describedby="h"></form>',
        );
        form.requestSubmit();
        return (await told(kit)).description.replace(errorBeside(control), 'ERROR');
      },
    ),
  ),
};
