import {expect} from 'chai';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import type {ConsentRecord} from '../../src/core/record.js';
import {contextOf} from '../../src/elements/shared/policy-element.js';
import {clickOn} from '../helpers/commands.js';
import {
  answersOf,
  decisionsIn,
  entriesOf,
  isOpen,
  isReady,
  listenTo,
  part,
  show,
  showBanner,
  showStatus,
  speak,
  storedEntries,
  tick,
} from '../helpers/page.js';
import {clockAt, comeBack, publish, until} from '../helpers/publish.js';

const TAG = 'ipsm-consent-checkbox';

function boxes(attributes = '', ofMain = attributes) {
  const form = show<HTMLFormElement>(
    `<form><${TAG} name="c" ${ofMain}></${TAG}>
      <fieldset><${TAG} name="p" value="ads" purpose="ads" ${attributes}></${TAG}></fieldset>
      <${TAG} name="p" value="research" purpose="research" ${attributes}></${TAG}></form>`,
    'form',
  );
  const [main, ads, research] = [...form.querySelectorAll<ConsentCheckboxElement>(TAG)];
  return {form, main: main!, ads: ads!, research: research!};
}

const submitted = (form: HTMLFormElement) => JSON.parse(entriesOf(form)['c-record']!) as ConsentRecord;
const stored = () => storedEntries().map(({record}) => record);
/** What the browser keeps of a ticked box and brings back later. */
const kept = ({record}: ConsentCheckboxElement) => JSON.stringify(record);

describe('a tick that the browser brings back', () => {
  it('is none where its consent was withdrawn since', async () => {
    const {main} = boxes();
    await tick(main);
    main.commit();
    const state = kept(main);
    showStatus().withdraw();
    const later = boxes().main;
    later.formStateRestoreCallback(state);
    expect([later.checked, later.record]).to.deep.equal([false, null]);
  });

  it('is the same record once all boxes of its form are back', async () => {
    const before = boxes();
    await tick(before.main);
    await tick(before.ads);
    const record = before.main.record!;
    const later = boxes();
    later.main.formStateRestoreCallback(JSON.stringify(record));
    expect(decisionsIn(later.main.record)!['ads']).to.equal('declined');
    await tick(later.ads);
    expect(later.main.record).to.deep.equal(record);
  });

  it('is another record once somebody has changed an answer since', async () => {
    const before = boxes();
    await tick(before.main);
    await tick(before.ads);
    const record = before.main.record!;
    const {main, ads} = boxes();
    main.formStateRestoreCallback(kept(before.main));
    ads.formStateRestoreCallback(`ads${JSON.stringify({...record, id: record.id.replace(/^./, '0')})}`);
    expect(main.record).to.deep.equal(record);
    await tick(ads);
    const middle = main.record!;
    await tick(ads);
    expect(decisionsIn(main.record)).to.deep.equal(decisionsIn(record));
    expect([record.id, middle.id]).to.not.include(main.record!.id);
  });

  it('is no tick for another purpose', async () => {
    const {ads} = boxes();
    await tick(ads);
    let state: unknown;
    const {setFormValue} = ElementInternals.prototype;
    ElementInternals.prototype.setFormValue = function (...given) {
      [, state] = given;
      setFormValue.apply(this, given);
    };
    ads.value = 'a';
    ElementInternals.prototype.setFormValue = setFormValue;
    const later = boxes();
    later.research.formStateRestoreCallback(state as string);
    later.main.formStateRestoreCallback(state as string);
    expect([later.research.checked, later.main.checked]).to.deep.equal([false, false]);
    later.ads.formStateRestoreCallback(state as string);
    expect(later.ads.checked).to.equal(true);
  });
});

describe('a pending tick', () => {
  for (const [attribute, value] of [
    ['subject-ref', 'b'],
    ['by', 'representative'],
  ] as const) {
    it(`is nobody else’s: gone when ${attribute} changes`, async () => {
      const {main, ads} = boxes('', 'subject-ref="a"');
      await tick(ads);
      await tick(main);
      const heard = listenTo(main);
      main.setAttribute(attribute, value);
      expect([main.record, ads.checked]).to.deep.equal([null, false]);
      expect(heard.map(({cause, record}) => [cause, record])).to.deep.equal([['script', null]]);
    });
  }

  it('of one purpose stays when another one is withdrawn', async () => {
    const first = boxes();
    await tick(first.research);
    await tick(first.main);
    first.main.commit();
    const {ads, research} = boxes();
    await tick(ads);
    await tick(research);
    showStatus().withdraw('research');
    expect([ads.checked, research.checked]).to.deep.equal([true, false]);
  });

  it('takes in purposes of the same policy wherever each box keeps decisions', async () => {
    const {main, ads} = boxes('', 'storage="memory"');
    await tick(main);
    await tick(ads);
    expect(decisionsIn(main.record)!['ads']).to.equal('given');
  });

  it('is the record that was sent, whatever is hidden, shown again or looked at afterwards', async () => {
    const {form, main} = boxes();
    await tick(main);
    const {record} = main;
    form.hidden = true;
    comeBack(6);
    await speak('ru', main);
    expect(main.record).to.deep.equal(record);
    main.commit();
    form.hidden = false;
    comeBack(6);
    await speak('kk', main);
    main.commit();
    expect(main.record).to.deep.equal(record);
    expect(stored()).to.have.length(1);
  });

  it('is committed as a script took it from the form, though a purpose was changed while the server was answering', async () => {
    const {form, main, ads} = boxes();
    await tick(main);
    const sent = submitted(form);
    await tick(ads);
    main.commit();
    main.commit();
    expect(stored()).to.deep.equal([sent]);
    expect(decisionsIn(main.record)!['ads']).to.equal('given');
    const later = submitted(form);
    main.commit();
    expect(stored()).to.have.deep.members([sent, later]);
  });

  it('is not committed for another person than the one it is about now', async () => {
    const {form, main} = boxes('', 'subject-ref="a"');
    await tick(main);
    submitted(form);
    main.subjectRef = 'b';
    main.commit();
    expect(stored()).to.deep.equal([]);
    await tick(main);
    main.commit();
    expect(stored().map(({subject}) => subject.ref)).to.deep.equal(['b']);
  });

  it('gives no purpose whose box the page disables', async () => {
    const {form, main, ads} = boxes();
    await tick(main);
    await tick(ads);
    form.querySelector('fieldset')!.disabled = true;
    expect(entriesOf(form)).not.to.have.property('p');
    expect(decisionsIn(submitted(form))!['ads']).to.equal('not-asked');
    form.querySelector('fieldset')!.disabled = false;
    ads.disabled = true;
    expect(decisionsIn(submitted(form))!['ads']).to.equal('not-asked');
  });

  it('moved into another form takes in the boxes of that one', async () => {
    const {main, ads} = boxes();
    await tick(main);
    await tick(ads);
    const other = boxes();
    other.main.remove();
    other.form.append(main);
    expect(decisionsIn(submitted(other.form))!['ads']).to.equal('declined');
  });

  it('refused by the server can be made by the person where a script had ticked a purpose', async () => {
    const {main, ads} = boxes();
    ads.click();
    await tick(main);
    expect(main.record!.event.method).to.equal('script');
    main.reask('Нет', {code: 'by-script', id: ''});
    await tick(main);
    expect(main.record!.event.method).to.equal('form-checkbox');
  });

  it('stays a person’s where a script takes a purpose away', async () => {
    const {main, ads} = boxes();
    await tick(main);
    await tick(ads);
    ads.checked = false;
    expect([decisionsIn(main.record)!['ads'], main.record!.event.method]).to.deep.equal([
      'not-asked',
      'form-checkbox',
    ]);
  });
});

describe('a box that is required', () => {
  it('for a purpose without words in the policy blocks no form', async () => {
    const {form, main, ads} = boxes();
    ads.required = true;
    ads.purpose = 'unheard';
    await tick(main);
    expect(form.checkValidity()).to.equal(true);
  });
});

describe('a release that was rewritten', () => {
  it('is not agreed to by trying again', async () => {
    const published = publish();
    const {main} = boxes(`policy="${published.url}"`);
    await until(() => isReady(main));
    const [release] = published.manifest.releases;
    release!.notice.kk = {...release!.notice.kk!, agree: 'Барлығына келісемін'};
    comeBack(6);
    await until(() => !isReady(main));
    await main.updateComplete;
    const {asked} = published;
    await clickOn(main.shadowRoot!.querySelector('button')!);
    await until(() => published.asked > asked);
    await new Promise(requestAnimationFrame);
    expect(isReady(main)).to.equal(false);
    expect(part(main, 'row')).to.equal(null);
  });
});

describe('a release that begins while the words of the one before are on screen', () => {
  function published(): string {
    const publication = publish();
    const soon = Date.now() + 60_000;
    publication.release({version: '2', effectiveFrom: new Date(soon).toISOString()});
    return publication.url;
  }

  const aMinutePasses = () => clockAt(Date.now() + 61_000);

  it('is not agreed to by a tick before its own words are there', async () => {
    const {main} = boxes(`policy="${published()}"`);
    await until(() => isReady(main));
    await main.updateComplete;
    aMinutePasses();
    await tick(main);
    expect(main.record).to.equal(null);
    await main.updateComplete;
    expect(part(main, 'status').textContent).to.contain('Басқан сәтіңізде мәтін ауысты');
    await tick(main);
    expect(main.record!.policy.version).to.equal('2');
  });

  it('is not agreed to by the banner’s button before its own words are there', async () => {
    const banner = showBanner(`policy="${published()}"`);
    await until(() => isOpen(banner));
    await banner.updateComplete;
    aMinutePasses();
    await clickOn(answersOf(banner).accept);
    expect([banner.status, isOpen(banner)]).to.deep.equal(['unasked', true]);
    await clickOn(answersOf(banner).accept);
    expect(contextOf(banner).last!.policy.version).to.equal('2');
  });
});
