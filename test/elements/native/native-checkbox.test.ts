import {expect} from 'chai';
import {checkedness} from '../../conformance/behaviours/checkedness.js';
import {click} from '../../conformance/behaviours/click.js';
import {disabled} from '../../conformance/behaviours/disabled.js';
import {entryList} from '../../conformance/behaviours/entry-list.js';
import {keyboard} from '../../conformance/behaviours/keyboard.js';
import {reset} from '../../conformance/behaviours/reset.js';
import {validity} from '../../conformance/behaviours/validity.js';
import {observe} from '../../conformance/runner.js';
import {engine} from '../../helpers/commands.js';
import {show} from '../../helpers/page.js';
import {turn} from '../../helpers/turn.js';
import './plain-checkbox.js';

const inForm = (attributes = '') =>
  show<HTMLElementTagNameMap['plain-checkbox']>(
    `<form><plain-checkbox name="c" ${attributes}></plain-checkbox><button>Send</button></form>`,
    'plain-checkbox',
  );

describe('a checkbox made of the native half alone', () => {
  // What consent forbids, and what the platform does not allow, is asked of ours (test/conformance/).
  for (const {title, rows} of [entryList, checkedness, click, keyboard, disabled, reset, validity]) {
    describe(`is like <input type="checkbox"> in ${title}`, () => {
      for (const row of rows.filter(({differs}) => !differs)) {
        it(row.name, async function () {
          if (row.engines && !row.engines.includes(engine())) this.skip();
          expect(await observe('plain', row)).to.deep.equal(await observe('native', row));
        });
      }
    });
  }

  it('is not required unless it says so, and stops being so when the attribute goes', () => {
    const element = inForm();
    expect([element.required, element.form!.checkValidity()]).to.deep.equal([false, true]);
    element.required = true;
    expect([element.getAttribute('required'), element.form!.checkValidity()]).to.deep.equal(['', false]);
    element.removeAttribute('required');
    expect([element.required, element.form!.checkValidity()]).to.deep.equal([false, true]);
  });

  it('is ticked by the attribute checked when its form is reset, and by the browser on the way back', () => {
    const element = inForm('checked');
    element.form!.reset();
    expect(element.checked).to.equal(true);
    element.formStateRestoreCallback('false');
    expect(element.checked).to.equal(false);
  });

  it('says what is missing once somebody has tried to send the form, and not before', async () => {
    const element = inForm('required');
    const said = () => element.shadowRoot!.querySelector('p')!.textContent;
    expect(said()).to.equal('');
    element.form!.requestSubmit();
    await element.updateComplete;
    expect(said()).to.equal('Tick it.');
    expect(element.matches(':state(user-invalid)')).to.equal(true);
  });

  it('says it beside the button where nobody can see the box', async () => {
    const element = inForm('required');
    element.style.display = 'none';
    element.form!.requestSubmit();
    await turn();
    expect([element.told, element.form!.querySelector('[role=alert]')!.textContent]).to.deep.equal([
      1,
      'Out of sight.',
    ]);
  });

  it('writes no attribute on itself, whatever happens to it', async () => {
    const element = inForm('required');
    const written = new MutationObserver(() => {});
    written.observe(element, {attributes: true});
    element.form!.requestSubmit();
    element.click();
    element.form!.reset();
    await element.updateComplete;
    expect(written.takeRecords()).to.deep.equal([]);
  });
});
