import {clickOn} from '../../helpers/commands.js';
import {turn, type Kit} from '../kit.js';
import {focused, hear, typeOf} from '../observe.js';
import {differing, oneOf, row, type Group} from '../row.js';

const TYPES = 'click input change';
/** Firefox and WebKit forget to look again when the control's id changes. */
const LISTS = [[], ['a']].map((without) => [true, ['a'], without, ['a']]);
const SUMMARY = 'WebKit gives a press on what a summary holds to what is around it';
const FOR = '<label for="c">Outer words</label> <box name="c" id="c">';
const AROUND = '<label><span>Outer words</span> <box name="c" id="c"></label>';

const ALL = {
  kind: true,
  shift: true,
  place: true,
  screen: true,
  pointer: true,
  detail: true,
  view: true,
  composed: true,
};
/** In Firefox a label with a key held does nothing. */
const TOLD = [null, ALL, {...ALL, pointer: false, detail: false}];

/** A real click on something, and what came of it. */
async function press(kit: Kit, markup: string, selector: string) {
  const {control} = kit.mount(markup);
  const heard = hear(control, TYPES, typeOf);
  await kit.click(kit.find(selector));
  await turn();
  return [control.checked, heard];
}

export const labels: Group = {
  title: 'labels',
  rows: [
    row('is ticked once by its own label', [true, ['click', 'input', 'change']], async (kit) => {
      const {control} = kit.mount('<box labelled name="c" id="c">');
      const heard = hear(control, TYPES, typeOf);
      await kit.click(kit.ownLabel(control));
      await turn();
      return [control.checked, kit.kind === 'native' ? heard : withoutLabelClick(heard)];
    }),
    differing(
      'hears the click on its own label too',
      {native: 1, ours: 2, why: 'its own label is inside it, as a label inside a wrapper is'},
      async (kit) => {
        const {control} = kit.mount('<box labelled name="c" id="c">');
        const heard = hear(control, 'click', typeOf);
        await kit.click(kit.ownLabel(control));
        await turn();
        return heard.length;
      },
    ),
    row('is ticked once by a label with its id', [true, ['click', 'input', 'change']], (kit) =>
      press(kit, FOR, 'label'),
    ),
    row('is ticked once by a label around it', [true, ['click', 'input', 'change']], (kit) =>
      press(kit, AROUND, 'span'),
    ),
    row(
      'is ticked once by a label around it that also names it',
      [true, ['click', 'input', 'change']],
      (kit) => press(kit, '<label for="c"><span>Outer words</span> <box id="c"></label>', 'span'),
    ),
    row('is ticked once by its square inside a label', [true, ['click', 'input', 'change']], async (kit) => {
      const {control} = kit.mount(AROUND);
      const heard = hear(control, TYPES, typeOf);
      await kit.tick(control);
      await turn();
      return [control.checked, heard];
    }),
    row('is unticked by its label again', [true, false], async (kit) => {
      const {control} = kit.mount(FOR);
      const states: boolean[] = [];
      for (let round = 0; round < 2; round++) {
        await kit.click(kit.find('label'));
        await turn();
        states.push(control.checked);
      }
      return states;
    }),
    row('is ticked by label.click(), at once', [true, ['click', 'input', 'change']], (kit) => {
      const {control} = kit.mount(FOR);
      const heard = hear(control, TYPES, typeOf);
      kit.find('label').click();
      return [control.checked, heard];
    }),
    row('is ticked by click() of a label around it, at once', true, (kit) => {
      const {control} = kit.mount(AROUND);
      kit.find('label').click();
      return control.checked;
    }),
    row('is ticked by a click that script dispatches at its label', true, (kit) => {
      const {control} = kit.mount(FOR);
      kit.find('label').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
      return control.checked;
    }),
    row('is ticked through the first of two labels and unticked through the second', [true, false], (kit) => {
      const {control} = kit.mount('<label for="c">One</label><label for="c">Two</label><box id="c">');
      return [...kit.root.querySelectorAll('label')].map((label) => {
        label.click();
        return control.checked;
      });
    }),
    row('is ticked by a label whose for and whose control came later', true, (kit) => {
      const {root} = kit.mount('<label>Words</label>');
      const label = kit.find<HTMLLabelElement>('label');
      label.htmlFor = 'late';
      root.insertAdjacentHTML('beforeend', kit.html('<box id="late">'));
      label.click();
      return kit.controlsIn(root)[0]!.checked;
    }),
    row('is not ticked through a label that a listener cancels', [false, []], async (kit) => {
      const {control} = kit.mount(FOR);
      const heard = hear(control, TYPES, typeOf);
      kit.find('label').addEventListener('click', (event) => event.preventDefault());
      await kit.click(kit.find('label'));
      await turn();
      return [control.checked, heard];
    }),
    row(
      'is not left ticked through a label where its own click is cancelled',
      [[true], false],
      async (kit) => {
        const {control} = kit.mount(FOR);
        const seen = hear(control, 'click', (event) => {
          event.preventDefault();
          return control.checked;
        });
        await kit.click(kit.find('label'));
        await turn();
        return [seen, control.checked];
      },
    ),
    row('lets a link in its label be followed, and stays as it is', ['#followed', false], async (kit) => {
      const {control} = kit.mount(
        '<label for="c">Words and <a href="#followed">a link</a></label><box id="c">',
      );
      await kit.click(kit.find('a'));
      await turn();
      const {hash} = location;
      history.replaceState(null, '', location.pathname + location.search);
      return [hash, control.checked];
    }),
    row(
      'lets a link in a label around it be followed, and stays as it is',
      ['#followed', false],
      async (kit) => {
        const {control} = kit.mount('<label>Words and <a href="#followed">a link</a> <box id="c"></label>');
        await kit.click(kit.find('a'));
        await turn();
        const {hash} = location;
        history.replaceState(null, '', location.pathname + location.search);
        return [hash, control.checked];
      },
    ),
    row('stays as it is when a button in its label is pressed', [false, []], (kit) =>
      press(kit, '<label for="c">Words <button type="button">Help</button></label><box id="c">', 'button'),
    ),
    row('gives the label around it both clicks', ['span', 'c'], async (kit) => {
      kit.mount(AROUND);
      const heard = hear(kit.find('label'), 'click', ({target}) => {
        const {id, localName} = target as Element;
        return id || localName;
      });
      await kit.click(kit.find('span'));
      await turn();
      return heard;
    }),
    row('gives the label around it one click from its square', ['c'], async (kit) => {
      const {control} = kit.mount(AROUND);
      const heard = hear(kit.find('label'), 'click', ({target}) => (target as Element).id);
      await kit.tick(control);
      await turn();
      return heard;
    }),
    row('takes the focus from its label as engines do', oneOf('c', 'body'), async (kit) => {
      kit.mount(FOR);
      await kit.click(kit.find('label'));
      await turn();
      return focused();
    }),
    row('takes no focus from label.click() unless engines do', oneOf('c', 'body'), (kit) => {
      kit.mount(FOR);
      kit.find('label').click();
      return focused();
    }),
    row('is named by label.control', [true, true], (kit) => {
      const {control, root} = kit.mount(FOR);
      const first = kit.find<HTMLLabelElement>('label').control === control;
      root.innerHTML = kit.html(AROUND);
      return [first, kit.find<HTMLLabelElement>('label').control === kit.controlsIn(root)[0]];
    }),
    row('lists its labels in tree order', ['NodeList', ['a', 'b', 'c']], (kit) => {
      const {control} = kit.mount(
        '<label id="a" for="x"></label><label id="b"><box id="x"></label><label id="c" for="x"></label>',
      );
      return [control.labels.constructor.name, [...control.labels].map(({id}) => id)];
    }),
    row('lists no label where there is none', 0, (kit) => kit.inForm().control.labels.length),
    row('lists a label that came later', [0, 1, 0], (kit) => {
      const {control, root} = kit.mount('<box id="x">');
      const before = control.labels.length;
      root.insertAdjacentHTML('beforeend', '<label for="x"></label>');
      const with1 = control.labels.length;
      kit.find('label').remove();
      return [before, with1, control.labels.length];
    }),
    row('has labels that belong to its form', true, (kit) => {
      const {form} = kit.mount('<form><label for="c"></label><box id="c"></form>');
      return kit.find<HTMLLabelElement>('label').form === form;
    }),
    row('matches :hover with its label', oneOf(true, false), async (kit) => {
      const {control} = kit.mount(FOR);
      // the pointer stays where the click was
      await kit.click(kit.find('label'));
      return control.matches(':hover');
    }),
    row('is not ticked through a label that names another element', false, (kit) => {
      const {control} = kit.mount('<label for="other">Words <box id="c"></label><input id="other">');
      kit.find('label').click();
      return control.checked;
    }),
    differing(
      'is ticked by its label where it is in the summary of details, which stay closed',
      {native: [true, false], ours: [false, false], within: ['WebKit'], why: SUMMARY},
      async (kit) => {
        const {control} = kit.mount(
          '<details><summary><box id="c"></summary><p>Words</p></details><label for="c">Outer words</label>',
        );
        await kit.click(kit.find('label'));
        await turn();
        return [control.checked, kit.find<HTMLDetailsElement>('details').open];
      },
    ),
    differing(
      'is ticked in the summary of details, which stay closed',
      {native: [true, false], ours: [false, true], within: ['WebKit'], why: SUMMARY},
      async (kit) => {
        const {control} = kit.mount('<details><summary><box id="c"></summary><p>Words</p></details>');
        await kit.tick(control);
        await turn();
        return [control.checked, kit.find<HTMLDetailsElement>('details').open];
      },
    ),
    row('is ticked in a link, which is not followed', [true, ''], async (kit) => {
      const {control} = kit.mount('<a href="#followed"><box id="c"></a>');
      await kit.tick(control);
      await turn();
      const {hash} = location;
      history.replaceState(null, '', location.pathname + location.search);
      return [control.checked, hash];
    }),
    row(
      'hears of its label’s click what engines tell: kind, keys, place, pointer',
      oneOf(...TOLD),
      async (kit) => {
        // Shift selects words, and a label whose words are selected does nothing
        const {control} = kit.mount(FOR.replace('for', 'style="user-select: none" for'));
        const label = kit.find('label');
        let outer!: MouseEvent;
        label.addEventListener('click', (event) => (outer = event));
        const told = hear(control, 'click', (event) => {
          const inner = event as PointerEvent;
          const same = (name: keyof PointerEvent) => inner[name] === outer[name as keyof MouseEvent];
          return {
            kind: inner.constructor === outer.constructor,
            shift: inner.shiftKey,
            place: same('clientX') && same('clientY'),
            screen: same('screenX') && same('screenY'),
            pointer: same('pointerId') && same('pointerType'),
            detail: same('detail'),
            view: inner.view === window,
            composed: inner.composed,
          };
        });
        await clickOn(label, 'Shift');
        await turn();
        return told[0] ?? null;
      },
    ),
    row('keeps one list of labels, which follows the page', oneOf(...LISTS), (kit) => {
      const {control} = kit.mount('<label id="a" for="c"></label><box id="c">');
      const {labels} = control;
      const ids = () => [...labels].map(({id}) => id);
      const first = ids();
      control.id = 'other';
      const without = ids();
      control.id = 'c';
      return [labels === control.labels, first, without, ids()];
    }),
    row('is not ticked by what else a label holds', [false, false, false], (kit) => {
      const inside = ['<button type="button"></button>', '<input type="text">', '<select></select>'];
      return inside.map((each) => {
        const {control} = kit.mount(`<label for="c">${each}</label><box id="c">`);
        kit.find('label > *').click();
        return control.checked;
      });
    }),
    differing(
      'hears a trusted click through its label',
      {
        native: true,
        ours: false,
        why: 'a script can only dispatch untrusted clicks; the record keeps the trust',
      },
      async (kit) => {
        const {control} = kit.mount(FOR);
        const heard = hear(control, 'click', ({isTrusted}) => isTrusted);
        await kit.click(kit.find('label'));
        await turn();
        return heard[0];
      },
    ),
    differing(
      'records a click on its label as an act of a person',
      {native: null, ours: ['form-checkbox', 'script'], why: 'only a consent has a record'},
      async (kit) => {
        const {control} = kit.mount(FOR);
        if (kit.kind === 'native') return null;
        const methods: unknown[] = [];
        const record = () => (control as unknown as {record: {event: {method: string}}}).record;
        await kit.click(kit.find('label'));
        await turn();
        methods.push(record().event.method);
        control.checked = false;
        kit.find('label').click();
        return [...methods, record().event.method];
      },
    ),
  ],
};

/** The click on the words inside ours, which come before the click on the square. */
const withoutLabelClick = ([, ...rest]: string[]) => rest;
