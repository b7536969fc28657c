import {turn, type Mounted} from '../kit.js';
import {arrived, entries, hear} from '../observe.js';
import {differing, row, type Group} from '../row.js';

const RECORD = 'the record of what was agreed to follows the value';
const namesIn = (form: HTMLFormElement) => [...new FormData(form).keys()];

/** The entries of a form whose box a script has clicked, and changed since. */
const clicked = (
  name: string,
  expected: unknown,
  of = 'name="c"',
  change: (mounted: Mounted) => void = () => {},
) =>
  row(name, expected, (kit) => {
    const mounted = of.startsWith('<') ? kit.mount(of) : kit.inForm(of);
    mounted.control.click();
    change(mounted);
    return entries(mounted.form);
  });

export const entryList: Group = {
  title: 'entry list',
  rows: [
    row('submits nothing while unticked', [], (kit) => entries(kit.inForm().form)),
    row('submits `on` once a person ticked it', [['c', 'on']], async (kit) => {
      const {form, control} = kit.inForm();
      await kit.tick(control);
      return entries(form);
    }),
    row('submits nothing again once unticked', [], async (kit) => {
      const {form, control} = kit.inForm();
      await kit.tick(control);
      await kit.tick(control);
      return entries(form);
    }),
    clicked('submits the attribute value', [['c', 'yes']], 'name="c" value="yes"'),
    clicked('submits an empty value as it is', [['c', '']], 'name="c" value=""'),
    clicked('submits nothing without a name', [], ''),
    clicked('submits nothing with an empty name', [], 'name=""'),
    clicked('submits under a name set by property, in the same task', [['later', 'on']], '', ({control}) => {
      control.name = 'later';
    }),
    clicked(
      'follows a change of name and value while ticked, in the same task',
      [['d', 'x']],
      'name="c"',
      ({control}) => {
        control.setAttribute('name', 'd');
        control.value = 'x';
      },
    ),
    clicked('stops submitting when its name is removed, in the same task', [], 'name="c"', ({control}) => {
      control.removeAttribute('name');
    }),
    clicked(
      'goes back to `on` when its value is removed',
      [['c', 'on']],
      'name="c" value="x"',
      ({control}) => {
        control.removeAttribute('value');
      },
    ),
    clicked(
      'keeps blanks and signs of name and value',
      [['a b & [c]', ' ә + "q" ']],
      'name="a b &amp; [c]" value=" ә + &quot;q&quot; "',
    ),
    clicked(
      'stands in tree order between its neighbours',
      [
        ['a', '1'],
        ['c', 'on'],
        ['b', '2'],
      ],
      '<form><input name="a" value="1"><box name="c"><input name="b" value="2"></form>',
    ),
    row(
      'gives two boxes of one name an entry each',
      [
        ['c', '1'],
        ['c', '2'],
      ],
      (kit) => {
        const {form, controls} = kit.mount('<form><box name="c" value="1"><box name="c" value="2"></form>');
        controls.forEach((each) => each.click());
        return entries(form);
      },
    ),
    row('leaves out the one of two boxes that is not ticked', [['c', '2']], (kit) => {
      const {form, controls} = kit.mount('<form><box name="c" value="1"><box name="c" value="2"></form>');
      controls[1]!.click();
      return entries(form);
    }),
    clicked(
      'submits from inside a datalist, as browsers do',
      [['c', 'on']],
      '<form><datalist><box name="c"></datalist></form>',
    ),
    clicked(
      'submits from inside a closed details element',
      [['c', 'on']],
      '<form><details><box name="c"></details></form>',
    ),
    clicked('submits while hidden', [['c', 'on']], 'name="c" hidden'),
    row('is in the data that the event formdata carries', [['c', 'on']], (kit) => {
      const {form, control} = kit.inForm();
      control.click();
      const heard = hear(form, 'formdata', (event) => (event as FormDataEvent).formData.get('c'));
      void new FormData(form);
      return heard.map((value) => ['c', value]);
    }),
    row(
      'comes before the button that sends the form',
      [
        ['c', 'on'],
        ['go', '1'],
      ],
      (kit) => {
        const {form, control} = kit.mount('<form><box name="c"><button name="go" value="1"></button></form>');
        control.click();
        return entries(form, kit.find('button'));
      },
    ),
    row(
      'arrives where the form is really sent',
      [
        ['a', '1'],
        ['c', 'on'],
        ['b', '2'],
      ],
      async (kit) => {
        const {form, control} = kit.mount(
          '<form><input name="a" value="1"><box name="c"><input name="b" value="2"><button>Go</button></form>',
        );
        await kit.tick(control);
        return arrived(kit, form, () => kit.click(kit.find('button')));
      },
    ),
    row('arrives with form.submit(), which checks nothing', [['a', '1']], async (kit) => {
      const {form} = kit.mount('<form><input name="a" value="1"><box name="c"></form>');
      return arrived(kit, form, () => form.submit());
    }),
    row('is in the data that a submit listener reads', [['c', 'on']], async (kit) => {
      const {form, control} = kit.mount('<form><box name="c"><button>Go</button></form>');
      const seen: unknown[] = [];
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        seen.push(...entries(form));
      });
      await kit.tick(control);
      await kit.click(kit.find('button'));
      await turn();
      return seen;
    }),
    differing(
      'submits a second entry beside the value',
      {native: ['c'], ours: ['c', 'c-record'], why: RECORD},
      (kit) => {
        const {form, control} = kit.inForm();
        control.click();
        return namesIn(form);
      },
    ),
    differing(
      'names the second entry within the brackets of the first',
      {native: ['user[consent]'], ours: ['user[consent]', 'user[consent-record]'], why: RECORD},
      (kit) => {
        const {form, control} = kit.inForm('name="user[consent]"');
        control.click();
        return namesIn(form);
      },
    ),
    differing(
      'names the second entry by record-name',
      {native: ['a', 'c', 'b'], ours: ['a', 'c', 'proof', 'b'], why: RECORD},
      (kit) => {
        const {form, control} = kit.mount(
          '<form><input name="a"><box name="c" record-name="proof"><input name="b"></form>',
        );
        control.click();
        return namesIn(form);
      },
    ),
  ],
};
