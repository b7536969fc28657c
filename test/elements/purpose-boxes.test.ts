import {expect} from 'chai';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import type {ConsentRecord} from '../../src/core/record.js';
import {clickOn, press} from '../helpers/commands.js';
import {
  boxOf,
  decisionsIn,
  entriesOf,
  isReady,
  listenTo,
  oneLine,
  part,
  show,
  speak,
  textOf,
  tick,
} from '../helpers/page.js';
import {publish, renew, until} from '../helpers/publish.js';

interface Boxes {
  form: HTMLFormElement;
  main: ConsentCheckboxElement;
  ads: ConsentCheckboxElement;
  research: ConsentCheckboxElement;
}

const TAG = 'ipsm-consent-checkbox';

function boxes(attributes = ''): Boxes {
  const form = show<HTMLFormElement>(
    `<form action="about:blank" target="sink">
      <input name="surname" value="typed">
      <${TAG} name="c" ${attributes}></${TAG}>
      <${TAG} name="ads" purpose="ads" ${attributes}></${TAG}>
      <${TAG} name="research" purpose="research" ${attributes}></${TAG}>
      <button>Send</button>
    </form><iframe name="sink"></iframe>`,
    'form',
  );
  const [main, ads, research] = [...form.querySelectorAll<ConsentCheckboxElement>(TAG)];
  return {form, main: main!, ads: ads!, research: research!};
}

const submitted = (form: HTMLFormElement) => JSON.parse(entriesOf(form)['c-record']!) as ConsentRecord;

describe('a purpose box', () => {
  it('asks in the notice’s own words, is neither ticked nor required, and repeats no policy', () => {
    const {ads} = boxes();
    expect(oneLine(part(ads, 'sentence'))).to.equal(ads.release!.notice.kk!.purposes!['ads']);
    expect([ads.checked, ads.required, ads.checkValidity()]).to.deep.equal([false, false, true]);
    expect(part(ads, 'row')).to.equal(null);
    expect(part(ads, 'policy-link')).to.equal(null);
  });

  it('ticked adds its value to the form and its decision to the one record', async () => {
    const {form, main, ads} = boxes();
    await tick(main);
    await tick(ads);
    expect(Object.keys(entriesOf(form))).to.deep.equal(['surname', 'c', 'c-record', 'ads']);
    expect(decisionsIn(submitted(form))).to.include({services: 'given', ads: 'given', research: 'declined'});
    expect(submitted(form)).to.deep.equal(main.record);
    expect(ads.record).to.deep.equal(main.record);
  });

  it('is taken in whichever box is ticked first', async () => {
    const {main, ads} = boxes();
    await tick(ads);
    expect(main.checked).to.equal(false);
    expect(ads.record).to.equal(null);
    await tick(main);
    expect(decisionsIn(main.record)).to.include({ads: 'given', research: 'declined'});
  });

  it('unticked again takes its yes out of the record within the same task, and the record is a new one', async () => {
    const {form, main, ads} = boxes();
    await tick(main);
    await tick(ads);
    const before = main.record!;
    let within: ConsentRecord | undefined;
    ads.addEventListener('click', () => (within = submitted(form)));
    await tick(ads);
    expect(decisionsIn(within!)!['ads']).to.equal('declined');
    expect(main.record!.id).not.to.equal(before.id);
    expect(main.record!.event.time >= before.event.time).to.equal(true);
  });

  it('keeps its old answer where a listener cancels the click', async () => {
    const {main, ads} = boxes();
    await tick(main);
    ads.addEventListener('click', (event) => event.preventDefault());
    await tick(ads);
    await until(() => !ads.checked);
    expect(decisionsIn(main.record)!['ads']).to.equal('declined');
  });

  it('does not tick the required box, nor the other way round, by click, label or key', async () => {
    const {main, ads, research} = boxes();
    await clickOn(part(ads, 'sentence'));
    boxOf(research).focus();
    await press('Space');
    expect([main, ads, research].map(({checked}) => checked)).to.deep.equal([false, true, true]);
    await tick(main);
    await tick(main);
    expect([main, ads, research].map(({checked}) => checked)).to.deep.equal([false, true, true]);
  });

  it('tells the form of its own change and of the record that follows it, each once', async () => {
    const {form, main, ads} = boxes();
    await tick(main);
    const atForm = listenTo(form);
    const atMain = listenTo(main);
    await tick(ads);
    expect(atForm.map(({target, cause}) => [target, cause])).to.deep.equal([
      [ads, 'tick'],
      [main, 'tick'],
    ]);
    expect(atForm.every(({record}) => decisionsIn(record)!['ads'] === 'given')).to.equal(true);
    expect(atMain.map(({record}) => decisionsIn(record)!['ads'])).to.deep.equal(['given']);
  });

  it('makes the record a script’s where a script ticked it', async () => {
    const {main, ads} = boxes();
    await tick(main);
    expect(main.record!.event.method).to.equal('form-checkbox');
    ads.click();
    expect([decisionsIn(main.record)!['ads'], main.record!.event.method]).to.deep.equal(['given', 'script']);
    await tick(ads);
    expect([decisionsIn(main.record)!['ads'], main.record!.event.method]).to.deep.equal([
      'declined',
      'form-checkbox',
    ]);
  });

  it('that the person cannot see or use was not asked', async () => {
    const {main, ads, research} = boxes();
    ads.style.display = 'none';
    research.disabled = true;
    await tick(main);
    expect(decisionsIn(main.record)).to.include({ads: 'not-asked', research: 'not-asked'});
  });

  it('in another form, of another policy or in no form is no part of the record', async () => {
    const {form, main, ads, research} = boxes();
    ads.setAttribute('form', 'elsewhere');
    research.policyId = 'another';
    await tick(main);
    expect(decisionsIn(submitted(form))).to.include({ads: 'not-asked', research: 'not-asked'});
  });

  it('that leaves the form takes its yes along', async () => {
    const {main, ads} = boxes();
    await tick(main);
    await tick(ads);
    ads.remove();
    expect(decisionsIn(main.record)!['ads']).to.equal('not-asked');
  });

  it('ticked under words of another language than the record’s is not in the record, and says so', async () => {
    const {main, ads} = boxes();
    await tick(main);
    await speak('ru', ads);
    await tick(ads);
    expect(main.record!.notice.lang).to.equal('kk');
    expect(decisionsIn(main.record)!['ads']).to.equal('not-asked');
    await tick(main);
    await tick(main);
    expect(main.record!.notice.lang).to.equal('ru');
    expect(decisionsIn(main.record)!['ads']).to.equal('given');
    await speak('kk', ads);
    expect(part(ads, 'status').textContent).to.contain('орысша');
  });

  it('whose twin disagrees is no yes', async () => {
    const {form, main, ads} = boxes();
    form.append(ads.cloneNode());
    await tick(main);
    await tick(ads);
    expect(decisionsIn(main.record)!['ads']).to.equal('not-asked');
  });

  it('is unticked by a reset and by a new release, which it says', async () => {
    const {form, ads} = boxes();
    await tick(ads);
    form.reset();
    expect(ads.checked).to.equal(false);
    const published = publish();
    const later = boxes(`policy="${published.url}"`);
    await until(() => isReady(later.ads));
    await tick(later.ads);
    await renew(published, later.ads);
    expect(later.ads.checked).to.equal(false);
    expect(part(later.ads, 'status').textContent).to.contain('Саясаттың жаңа нұсқасы шықты');
  });

  it('is required where the release requires its purpose, once the manifest says so', async () => {
    const published = publish();
    const [purpose] = published.manifest.releases[0]!.terms.purposes.filter(({id}) => id === 'ads');
    Object.assign(purpose!, {required: true});
    const {main, ads} = boxes(`policy="${published.url}"`);
    expect(ads.required).to.equal(false);
    await until(() => isReady(ads));
    expect([ads.required, ads.validity.valueMissing]).to.deep.equal([true, true]);
    await tick(main);
    expect(main.form!.checkValidity()).to.equal(false);
  });

  it('for a purpose that the policy does not name is not shown, blocks no form and warns', async () => {
    const element = show(`<form><${TAG} name="x" purpose="constructor"></${TAG}></form>`);
    await element.updateComplete;
    expect(part(element, 'base').getClientRects().length).to.equal(0);
    expect(element.form!.checkValidity()).to.equal(true);
    element.purpose = 'ads';
    await element.updateComplete;
    expect(textOf(element)).to.contain(element.release!.notice.kk!.purposes!['ads']!);
  });

  it('given another purpose is no tick for that one', async () => {
    const {main, ads} = boxes();
    await tick(main);
    await tick(ads);
    ads.purpose = 'research';
    expect(ads.checked).to.equal(false);
    expect(decisionsIn(main.record)).to.include({ads: 'not-asked', research: 'declined'});
  });

  it('is in the history when its form is sent', async () => {
    const {form, main, ads} = boxes();
    await tick(ads);
    await tick(main);
    await clickOn(form.querySelector('button')!);
    await until(() => main.status === 'given');
    const [key] = Object.keys(localStorage).filter((each) => each.endsWith(main.record!.id));
    const {record} = JSON.parse(localStorage.getItem(key!)!) as {record: ConsentRecord};
    expect(decisionsIn(record)).to.include({ads: 'given', research: 'declined'});
  });
});
