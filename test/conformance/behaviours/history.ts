import type {Kit} from '../kit.js';
import {entries, hear, typeOf, userState} from '../observe.js';
import {awayAndBack, openHistory, openMarkup, type Page} from '../page.js';
import {differing, oneOf, only, row, type Group} from '../row.js';

/** Also in pages/define.ts. */
const RELEASE = 'conformance-release';

/** Does something, leaves by a link, comes back. */
async function visit(kit: Kit, act: (page: Page) => unknown, part = '.plain'): Promise<Page> {
  const page = await openHistory(kit, part);
  await act(page);
  return awayAndBack(kit, page);
}
const formOf = ({part}: Page) => part as HTMLFormElement;
const text = ({part}: Page) => part.querySelector<HTMLInputElement>('[name=t]')!;

export const history: Group = {
  title: 'Back',
  rows: [
    // WebKitGTK's driver loses the session when a frame goes back, so Back is Chromium's and Firefox's to show
    ...only(
      ['Chromium', 'Firefox'],
      row('comes back ticked, with its entry and valid', [true, true, ['c', 'on'], true], async (kit) => {
        const page = await visit(kit, ({control}) => kit.tick(control));
        const {control} = page;
        return [control.checked, kit.box(control).checked, entries(formOf(page))[0], control.validity.valid];
      }),
      row('comes back unticked where it was left alone', [false, false], async (kit) => {
        const {control} = await visit(kit, () => undefined);
        return [control.checked, control.validity.valid];
      }),
      row('comes back unticked where it was unticked', [false, false], async (kit) => {
        const {control} = await visit(kit, async ({control}) => {
          await kit.tick(control);
          await kit.tick(control);
        });
        return [control.checked, control.validity.valid];
      }),
      row('comes back with the fields around it', ['typed', true], async (kit) => {
        const page = await visit(kit, async (first) => {
          text(first).value = 'typed';
          await kit.tick(first.control);
        });
        return [text(page).value, page.control.checked];
      }),
      row('comes back ticked by click() too', true, async (kit) => {
        const {control} = await visit(kit, (page) => page.control.click());
        return control.checked;
      }),
      row('comes back as two boxes of one name, each with its own tick', [false, true], async (kit) => {
        const {part} = await visit(kit, (page) => kit.tick(kit.controlsIn(page.part)[1]!), '.two');
        return kit.controlsIn(part).map((each) => each.checked);
      }),
      row('comes back outside of a form as engines do', oneOf(true, false), async (kit) => {
        const {control} = await visit(kit, (page) => kit.tick(page.control), '.bare');
        return control.checked;
      }),
      row('comes back without autocomplete as engines do', oneOf(true, false), async (kit) => {
        const {control} = await visit(kit, (page) => kit.tick(page.control), '.off');
        return control.checked;
      }),
      row('comes back with nothing told', ['none', true], async (kit) => {
        const {control} = await visit(kit, (page) => kit.tick(page.control));
        return [userState(kit, control), control.checked];
      }),
      row('is unticked by reset after it came back', [true, false, false], async (kit) => {
        const page = await visit(kit, ({control}) => kit.tick(control));
        const {control} = page;
        const before = control.checked;
        formOf(page).reset();
        return [before, control.checked, control.validity.valid];
      }),
      row('is unticked by a person after it came back', [false, ['change'], 1], async (kit) => {
        const page = await visit(kit, ({control}) => kit.tick(control));
        const heard = hear(page.control, 'change', typeOf);
        await kit.tick(page.control);
        return [page.control.checked, heard, entries(formOf(page)).length];
      }),
      row('comes back a second time', [true, true], async (kit) => {
        const page = await visit(kit, ({control}) => kit.tick(control));
        const again = await awayAndBack(kit, page);
        return [page.control.checked, again.control.checked];
      }),
      differing(
        'comes back ticked though the policy has a new release',
        {native: true, ours: false, why: 'the tick was for other words'},
        async (kit) => {
          const page = await openHistory(kit, '.plain');
          await kit.tick(page.control);
          sessionStorage.setItem(RELEASE, 'conformance-2');
          try {
            return (await awayAndBack(kit, page)).control.checked;
          } finally {
            sessionStorage.removeItem(RELEASE);
          }
        },
      ),
    ),
    row('shows its new state to a listener that was there before its script', [true, false], async (kit) => {
      const {window, control} = await openMarkup(kit, '<box name="c">');
      await kit.tick(control);
      control.click();
      return Reflect.get(window, 'early');
    }),
  ],
};
