import {sendKeys} from '@web/test-runner-commands';
import {turn, type Control, type Kit} from '../kit.js';
import {hear, typeOf} from '../observe.js';
import {oneOf, only, row, type Group} from '../row.js';

const ALL = 'keydown keypress keyup click input change';

/** Space, where one listener cancels one event. */
async function cancelled(kit: Kit, type: string): Promise<boolean> {
  const {control} = kit.inForm();
  control.addEventListener(type, (event) => event.preventDefault());
  await kit.key(control, ' ');
  return control.checked;
}

/** Space goes down as often as asked for; the driver lets go of it last. */
async function hold(control: Control, times: number): Promise<boolean> {
  control.focus();
  for (let time = 0; time < times; time++) await sendKeys({down: ' '});
  const while_ = control.checked;
  await sendKeys({up: ' '});
  await turn();
  return while_;
}

export const keyboard: Group = {
  title: 'keyboard',
  rows: [
    row('is ticked by Space, unticked by the next', [true, false], async (kit) => {
      const {control} = kit.inForm();
      await kit.key(control, ' ');
      const first = control.checked;
      await kit.key(control, ' ');
      return [first, control.checked];
    }),
    row(
      'is ticked when Space comes up, in this order of events',
      oneOf(
        ...[['keydown', 'keypress', 'keyup', 'click', 'input', 'change']].map((types) =>
          types.map((type, index) => [type, index > 2]),
        ),
      ),
      async (kit) => {
        const {control} = kit.inForm();
        const heard = hear(control, ALL, ({type}) => [type, control.checked]);
        await kit.key(control, ' ');
        return heard;
      },
    ),
    row('hears keys at itself', ['c', 'c'], async (kit) => {
      const {form, control} = kit.inForm('id="c"');
      const heard = hear(form, 'keydown keyup', ({target}) => (target as Element).id);
      await kit.key(control, 'x');
      return heard;
    }),
    row('answers a cancelled keydown of Space as engines do', oneOf(true, false), (kit) =>
      cancelled(kit, 'keydown'),
    ),
    row('answers a cancelled keypress of Space as engines do', oneOf(true, false), (kit) =>
      cancelled(kit, 'keypress'),
    ),
    row('answers a cancelled keyup of Space as engines do', oneOf(true, false), (kit) =>
      cancelled(kit, 'keyup'),
    ),
    row('takes the state back where the click of Space is cancelled', false, (kit) =>
      cancelled(kit, 'click'),
    ),
    ...only(
      ['Chromium', 'Firefox'],
      row('is not ticked while Space is down', [false, true], async (kit) => {
        const {control} = kit.inForm();
        return [await hold(control, 1), control.checked];
      }),
      row('is ticked once by a Space that repeats', [false, true, 1], async (kit) => {
        const {control} = kit.inForm();
        const heard = hear(control, 'change', typeOf);
        return [await hold(control, 4), control.checked, heard.length];
      }),
      row('is not ticked when the focus leaves while Space is down', [false, false], async (kit) => {
        const {control} = kit.mount('<box name="c"><button type="button" id="b">Other</button>');
        control.focus();
        await sendKeys({down: ' '});
        kit.find('#b').focus();
        await sendKeys({up: ' '});
        await turn();
        return [control.checked, kit.box(control).checked];
      }),
    ),
    row('is not ticked by Enter', false, async (kit) => {
      const {control} = kit.mount('<box name="c">');
      await kit.key(control, 'Enter');
      return control.checked;
    }),
    row('is not ticked by letters and arrows', false, async (kit) => {
      const {control} = kit.inForm();
      for (const key of ['x', 'ArrowUp', 'ArrowDown', 'ArrowRight', 'Escape']) await kit.key(control, key);
      return control.checked;
    }),
    row('is not ticked by keys that script dispatches', false, (kit) => {
      const {control} = kit.inForm();
      for (const type of ['keydown', 'keypress', 'keyup'])
        control.dispatchEvent(new KeyboardEvent(type, {key: ' ', code: 'Space', bubbles: true}));
      return control.checked;
    }),
    row('hears a trusted click from Space', [true], async (kit) => {
      const {control} = kit.inForm();
      const heard = hear(control, 'click', ({isTrusted}) => isTrusted);
      await kit.key(control, ' ');
      return heard;
    }),
    row('keeps the focus after Space and Enter', true, async (kit) => {
      const {control} = kit.mount('<box name="c">');
      await kit.key(control, ' ');
      await kit.key(control, 'Enter');
      return document.activeElement === control;
    }),
    row('answers Shift and Space as engines do', oneOf(true, false), async (kit) => {
      const {control} = kit.inForm();
      await kit.key(control, ' ', 'Shift');
      return control.checked;
    }),
  ],
};
