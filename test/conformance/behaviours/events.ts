import {turn, type Kit} from '../kit.js';
import {hear, typeOf} from '../observe.js';
import {differing, oneOf, row, type Group} from '../row.js';

const OPEN_ROOT = 'its shadow root is open: the box, where it happened, heads the path';

/** One real click, and what was noted of one kind of event. */
async function noted<T>(kit: Kit, type: string, note: (event: Event) => T): Promise<T[]> {
  const {control} = kit.inForm();
  const heard = hear(control, type, note);
  await kit.tick(control);
  await turn();
  return heard;
}
const shape = ({bubbles, cancelable, composed}: Event) => ({bubbles, cancelable, composed});

export const events: Group = {
  title: 'events',
  rows: [
    row(
      'fires in this order, once each, for a real click',
      ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'input', 'change'],
      (kit) => noted(kit, 'pointerdown mousedown pointerup mouseup click input change', typeOf),
    ),
    row('lets the form hear each of them once', ['click', 'input', 'change'], async (kit) => {
      const {form, control} = kit.inForm();
      const heard = hear(form, 'click input change', typeOf);
      await kit.tick(control);
      return heard;
    }),
    row('lets the form hear each of them once on the way down', ['click', 'input', 'change'], async (kit) => {
      const {form, control} = kit.inForm();
      const heard = hear(form, 'click input change', typeOf, {capture: true});
      await kit.tick(control);
      return heard;
    }),
    row('fires them for each tick and untick', 2, async (kit) => {
      const {control} = kit.inForm();
      const heard = hear(control, 'change', typeOf);
      await kit.tick(control);
      await kit.tick(control);
      return heard.length;
    }),
    row('is their target, at itself and at the document', Array(6).fill(true), async (kit) => {
      const {control} = kit.inForm();
      const abort = new AbortController();
      const own = hear(control, 'click input change', ({target}) => target === control);
      const above = hear(document, 'click input change', ({target}) => target === control, abort);
      await kit.tick(control);
      abort.abort();
      return [...own, ...above];
    }),
    row('has itself as currentTarget and `this`', [true, true], async (kit) => {
      const {control} = kit.inForm();
      const seen: boolean[] = [];
      control.addEventListener('change', function (this: unknown, {currentTarget}) {
        seen.push(currentTarget === control, this === control);
      });
      await kit.tick(control);
      return seen;
    }),
    row(
      'fires click: bubbling, cancelable, composed',
      [{bubbles: true, cancelable: true, composed: true}],
      (kit) => noted(kit, 'click', shape),
    ),
    row(
      'fires input: bubbling, not cancelable, composed',
      [{bubbles: true, cancelable: false, composed: true}],
      (kit) => noted(kit, 'input', shape),
    ),
    row(
      'fires change: bubbling, not cancelable, not composed',
      [{bubbles: true, cancelable: false, composed: false}],
      (kit) => noted(kit, 'change', shape),
    ),
    row(
      'fires them in the interfaces of the engine',
      oneOf(['MouseEvent', 'Event', 'Event'], ['PointerEvent', 'Event', 'Event']),
      (kit) => noted(kit, 'click input change', (event) => event.constructor.name),
    ),
    row('shows the new state to listeners of all three', [true, true, true], async (kit) => {
      const {control} = kit.inForm();
      const heard = hear(control, 'click input change', () => control.checked);
      await kit.tick(control);
      return heard;
    }),
    row('fires trusted click and input for a person', [true, true], (kit) =>
      noted(kit, 'click input', ({isTrusted}) => isTrusted),
    ),
    row('fires an untrusted click for click()', false, (kit) => {
      const {control} = kit.inForm();
      const heard = hear(control, 'click', ({isTrusted}) => isTrusted);
      control.click();
      return heard[0];
    }),
    row('fires nothing for what script sets', [], (kit) => {
      const {control} = kit.inForm('name="c" scripted');
      const heard = hear(control, 'click input change invalid', typeOf);
      control.checked = true;
      control.checked = false;
      Object.assign(control, {required: false, disabled: true, name: 'd', value: 'x'});
      control.setAttribute('checked', '');
      control.setCustomValidity('No.');
      return heard;
    }),
    row('runs handlers in attributes', ['click', 'input', 'change', 'invalid'], async (kit) => {
      const heard: string[] = [];
      Object.assign(window, {conformanceHeard: (type: string) => heard.push(type)});
      const on = ['click', 'input', 'change', 'invalid'].map(
        (type) => `on${type}="conformanceHeard(event.type)"`,
      );
      const {control} = kit.inForm(on.join(' '));
      await kit.tick(control);
      control.checked = false;
      control.checkValidity();
      return heard;
    }),
    row('runs handlers in properties', ['click', 'input', 'change', 'invalid'], async (kit) => {
      const heard: string[] = [];
      const {control} = kit.inForm();
      control.onclick =
        control.oninput =
        control.onchange =
        control.oninvalid =
          ({type}: Event) => {
            heard.push(type);
          };
      await kit.tick(control);
      control.checked = false;
      control.checkValidity();
      return heard;
    }),
    row('says where a real click happened', [true, true, 1, 0], async (kit) => {
      const {control} = kit.inForm();
      const heard = hear(control, 'click', (event) => {
        const {clientX, clientY, detail, button} = event as MouseEvent;
        const {left, right, top, bottom} = kit.box(control).getBoundingClientRect();
        return [
          left <= clientX && clientX <= right,
          top <= clientY && clientY <= bottom,
          detail > 0 ? 1 : 0,
          button,
        ];
      });
      await kit.tick(control);
      return heard[0];
    }),
    row('keeps change inside a shadow root that holds it', ['click', 'input'], async (kit) => {
      const {root} = kit.mount('<div></div>');
      const shadow = root.firstElementChild!.attachShadow({mode: 'open'});
      shadow.innerHTML = kit.html('<box name="c">');
      const control = kit.controlsIn(shadow)[0]!;
      const heard = hear(root, 'click input change', typeOf);
      await kit.tick(control);
      return heard;
    }),
    row('lets a listener stop input and change separately', ['click', 'change'], async (kit) => {
      const {form, control} = kit.inForm();
      control.addEventListener('input', (event) => event.stopPropagation());
      const heard = hear(form, 'click input change', typeOf);
      await kit.tick(control);
      return heard;
    }),
    row('runs a listener that handles once, once', 1, async (kit) => {
      const {control} = kit.inForm();
      const heard = hear(control, 'change', typeOf, {once: true});
      await kit.tick(control);
      await kit.tick(control);
      return heard.length;
    }),
    row(
      'fires focus, blur and the bubbling pair at itself, once each',
      ['focus', 'focusin', 'blur', 'focusout'],
      (kit) => {
        const {control} = kit.inForm();
        const heard = hear(control, 'focus focusin blur focusout', ({type, target}) =>
          target === control ? type : 'elsewhere',
        );
        control.focus();
        control.blur();
        return heard;
      },
    ),
    row('names the one that had the focus before', 'b', (kit) => {
      const {control} = kit.mount('<button id="b"></button><box>');
      const heard = hear(control, 'focus', (event) => ((event as FocusEvent).relatedTarget as Element).id);
      kit.find('#b').focus();
      control.focus();
      return heard[0];
    }),
    differing(
      'fires a trusted change for a person',
      {native: [true], ours: [false], why: 'change of the inner box is not composed: it is dispatched again'},
      (kit) => noted(kit, 'change', ({isTrusted}) => isTrusted),
    ),
    differing(
      'heads the path of its events',
      {native: [true, true], ours: [false, false], why: OPEN_ROOT},
      async (kit) => {
        const {form, control} = kit.inForm();
        const heard = hear(form, 'click input', (event) => event.composedPath()[0] === control);
        await kit.tick(control);
        return heard;
      },
    ),
    differing(
      'tells of the record in an event of its own',
      {native: [], ours: ['tick', 'untick'], why: 'consent has a record, and programs want to follow it'},
      async (kit) => {
        const {form, control} = kit.inForm();
        const heard = hear(form, 'ipsm-consent-change', (event) => Reflect.get(event, 'cause') as string);
        await kit.tick(control);
        await kit.tick(control);
        return heard;
      },
    ),
  ],
};
