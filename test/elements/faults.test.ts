import {expect} from 'chai';
import {canonicalJson} from '../../src/core/canonical-json.js';
import type {ConsentRecord} from '../../src/core/record.js';
import type {Release} from '../../src/core/manifest.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {configure} from '../../src/elements/page/configure.js';
import {clickOn} from '../helpers/commands.js';
import {
  answersOf,
  boxOf,
  decisionsIn,
  drawnFor,
  entriesOf,
  isOpen,
  isReady,
  listenTo,
  otherTabWrote,
  part,
  show,
  showBanner,
  showStatus,
  storedEntries,
  textOf,
  tick,
} from '../helpers/page.js';
import {comeBack, inDays, publish, renew, until, type Publication} from '../helpers/publish.js';
import {stub} from '../helpers/stub.js';

const TAG = 'ipsm-consent-checkbox';
const box = (attributes = '') => show(`<form><${TAG} name="consent" ${attributes}></${TAG}></form>`);
const said = (element: Element) => part(element, 'status').textContent.trim();
const drawn = (element: {updateComplete: Promise<boolean>}) => element.updateComplete;
/** What the browser keeps of a ticked box. */
const kept = (record: ConsentRecord, purpose = '') => purpose + canonicalJson(record);
/** Ids of the records that count on this device. */
const stored = () => storedEntries().map(({record}) => record.id);
const errorOf = (element: Element) => part(element, 'error').textContent.trim();

/** A box that was ticked and committed, and the id of its record. */
async function committed(attributes = '') {
  const element = box(attributes);
  await until(() => isReady(element));
  await tick(element);
  element.commit();
  return {element, id: element.record!.id};
}

/** A box with one for a purpose beside it. */
function withAds() {
  const main = show(
    `<form><${TAG} name="consent"></${TAG}><${TAG} name="ads" purpose="ads"></${TAG}><button>ok</button></form>`,
  );
  return {main, ads: main.nextElementSibling as ConsentCheckboxElement};
}

/** Lets a form be sent into a frame, so that this page stays. */
function sendable(form: HTMLFormElement): Promise<void> {
  const frame = document.createElement('iframe');
  frame.className = 'place';
  frame.name = `sent-${performance.now()}`;
  document.body.append(frame);
  Object.assign(form, {target: frame.name, action: '/test/any-page/pages/sent.html'});
  return new Promise((resolve) => frame.addEventListener('load', () => resolve(), {once: true}));
}

/** A person sends the form, into a frame. */
async function send({form}: ConsentCheckboxElement) {
  const loaded = sendable(form!);
  form!.requestSubmit();
  await loaded;
}

describe('a yes that nobody gave', () => {
  const otherWords = ({manifest}: Publication) => {
    const [{notice}] = manifest.releases as [Release];
    return {notice: {kk: {...notice['kk']!, agree: 'Басқа сөйлем'}}};
  };
  for (const [what, before, after, reason] of [
    ['another person', 'subject-ref="user-1"', 'subject-ref="user-2"', /басқа адам/],
    ['a representative', '', 'by="representative"', /басқа адам/],
    ['other name fields', 'subject-fields="surname"', 'subject-fields="name"', /^$/],
  ] as const) {
    it(`is not brought back for ${what}`, async () => {
      const first = box(before);
      await tick(first);
      const second = box(after);
      second.formStateRestoreCallback(kept(first.record!));
      await drawn(second);
      expect(second.checked).to.equal(false);
      expect(said(second)).to.match(reason);
    });
  }

  it('is not brought back once it was sent, and the box says when', async () => {
    const first = box();
    await tick(first);
    const record = first.record!;
    await send(first);
    const second = box();
    second.formStateRestoreCallback(kept(record));
    await drawn(second);
    expect(second.checked).to.equal(false);
    expect(said(second)).to.match(/нысанмен бірге жіберілген/);
  });

  it('is not on a page that comes back from the back/forward cache as it was sent', async () => {
    const element = box();
    await tick(element);
    const sent = element.record!.id;
    await send(element);
    expect(element.checked).to.equal(true);
    const heard = listenTo(element);
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    expect(heard.map(({cause, record}) => [cause, record])).to.deep.equal([['restore', null]]);
    await drawn(element);
    expect(element.checked).to.equal(false);
    expect(said(element)).to.match(/нысанмен бірге жіберілген/);
    expect(entriesOf(element.form!)).not.to.have.property('consent-record');
    await tick(element);
    expect(element.record!.id).to.not.equal(sent);
  });

  it('is not made by a click a moment after a new release’s words came, and the box says so', async () => {
    const publication = publish();
    const element = box(`policy="${publication.url}"`);
    await until(() => element.release?.version === '1');
    drawnFor(0);
    await renew(publication, element, otherWords(publication));
    expect(said(element), 'new words are announced').to.match(/жоғарыдағы мәтін өзгерді/);
    await tick(element);
    await drawn(element);
    expect(element.checked).to.equal(false);
    expect(said(element)).to.match(/Басқан сәтіңізде мәтін ауысты/);
  });

  it('is not made by a click a moment after another policy’s words came, though there were none in between', async () => {
    const one = publish();
    const other = publish();
    Object.assign(other.manifest.releases[0]!.notice['kk']!, {agree: 'Басқа сөздер.'});
    const element = box(`policy="${one.url}"`);
    await until(() => isReady(element));
    drawnFor(0);
    element.policy = other.url;
    await drawn(element);
    expect(isReady(element)).to.equal(false);
    await until(() => isReady(element));
    await tick(element);
    expect(element.checked).to.equal(false);
  });

  for (const [where, change, settings] of [
    [
      'another policy, whose version has the same name',
      ({manifest}: Publication) => (manifest.id = 'other'),
      {policyId: 'other'},
    ],
    [
      'this policy at another address, with other words',
      ({manifest}: Publication) =>
        Object.assign(manifest.releases[0]!.notice['kk']!, {agree: 'Басқа сөздер.'}),
      {},
    ],
  ] as const)
    it(`is not kept where the page asks about ${where}`, async () => {
      const [one, other] = [publish(), publish()];
      change(other);
      configure({policy: one.url});
      const element = box();
      await until(() => isReady(element));
      await tick(element);
      const heard = listenTo(element);
      configure({policy: other.url, ...settings});
      await drawn(element);
      await until(() => isReady(element));
      expect(element.checked).to.equal(false);
      expect(heard.map(({cause, record}) => [cause, record])).to.deep.equal([['release', null]]);
    });

  it('is not brought back under other words of the same version', async () => {
    const first = box();
    await tick(first);
    const other = {...first.record!, notice: {lang: 'kk', sha256: 'f'.repeat(64)}};
    const second = box();
    second.formStateRestoreCallback(kept(other));
    expect(second.checked).to.equal(false);
  });

  it('is not made where a page translator put other words on screen: they are drawn anew', async () => {
    const element = box();
    const sentence = part(element, 'sentence');
    const font = document.createElement('font');
    font.textContent = 'Something else';
    sentence.replaceChildren(font);
    await tick(element);
    await drawn(element);
    expect(element.checked).to.equal(false);
    expect(part(element, 'sentence').textContent.trim()).to.equal(element.release!.notice['kk']!.agree);
    await tick(element);
    expect(element.checked).to.equal(true);
  });

  it('is not made by a tap that lands on "agree" of a banner that has just come; a no counts', async () => {
    drawnFor(0);
    const banner = showBanner('placement="inline"');
    await drawn(banner);
    await clickOn(answersOf(banner).accept);
    expect(banner.status).to.equal('unasked');
    await clickOn(answersOf(banner).decline);
    expect(banner.status).to.equal('declined');
  });

  it('is not in a record that comes back outside of any form, of a purpose whose box is not there', async () => {
    const {main, ads} = withAds();
    await tick(main);
    await tick(ads);
    const alone = show(`<${TAG} name="c"></${TAG}>`);
    alone.formStateRestoreCallback(kept(main.record!));
    expect(decisionsIn(alone.record)!['ads']).to.equal('not-asked');
  });

  it('is in no history after a draft was saved with formnovalidate, ticked or not', async () => {
    const element = box();
    const form = element.form!;
    form.insertAdjacentHTML('beforeend', '<button formnovalidate>Save draft</button>');
    await tick(element);
    const loaded = sendable(form);
    await clickOn(form.querySelector('button')!);
    await loaded;
    expect(stored()).to.deep.equal([]);
    expect(element.status).to.equal('unasked');
  });
});

/** What the browser keeps of each box from now on, by its form entry. */
function keptByBrowser(): Map<ElementInternals, string> {
  const states = new Map<ElementInternals, string>();
  const {setFormValue} = ElementInternals.prototype;
  stub(ElementInternals.prototype, 'setFormValue', {
    writable: true,
    value(this: ElementInternals, value: FormData | null, state: string) {
      states.set(this, state);
      setFormValue.call(this, value, state);
    },
  });
  return states;
}

describe('an element that is put back into the page', () => {
  it('is not ticked where the consent was withdrawn meanwhile', async () => {
    const element = box();
    const {form} = element;
    const other = box();
    await tick(other);
    other.commit();
    await tick(element);
    element.remove();
    const status = showStatus();
    await until(() => textOf(status));
    // A withdrawal at the moment of the tick says nothing about that moment.
    const {time} = element.record!.event;
    await until(() => new Date().toISOString() > time);
    status.withdraw();
    form!.append(element);
    expect(element.checked).to.equal(false);
  });

  it('is not ticked where there is a new release by now, and says so', async () => {
    const publication = publish();
    const [element, other] = [1, 2].map(() => box(`policy="${publication.url}"`)) as [
      ConsentCheckboxElement,
      ConsentCheckboxElement,
    ];
    await until(() => isReady(element));
    await tick(element);
    const {form} = element;
    element.remove();
    await renew(publication, other);
    form!.append(element);
    await drawn(element);
    expect(element.checked).to.equal(false);
    expect(said(element)).to.contain('Саясаттың жаңа нұсқасы шықты');
  });

  it('says what was decided meanwhile', async () => {
    const status = showStatus();
    const place = status.parentElement!;
    await drawn(status);
    const before = textOf(status);
    status.remove();
    const element = box();
    await tick(element);
    element.commit();
    place.append(status);
    await drawn(status);
    expect(textOf(status)).to.not.equal(before);
  });

  it('tells not again, where it is a banner, what was decided meanwhile', async () => {
    const banner = showBanner();
    await until(() => isReady(banner));
    const place = banner.parentElement!;
    banner.remove();
    const element = box();
    await tick(element);
    element.commit();
    const heard = listenTo(place);
    place.append(banner);
    await drawn(banner);
    expect(heard).to.deep.equal([]);
  });

  it('keeps its room where it is a banner that is open', async () => {
    const banner = showBanner();
    banner.show();
    const room = () => parseFloat(getComputedStyle(document.body).paddingBottom);
    await until(() => room() > 20);
    const place = document.createElement('div');
    place.className = 'place';
    document.body.append(place);
    place.append(banner);
    await until(() => room() > 20);
    banner.remove();
  });
});

describe('a form that was sent and is gone back to', () => {
  /** As another tab that clears it is heard. */
  const clearDevice = () => {
    localStorage.clear();
    otherTabWrote(null);
  };
  const SENT: Record<string, (main: ConsentCheckboxElement) => unknown> = {
    'sent by the browser': send,
    'sent by a script': (main) => main.commit(),
    'sent by a script, by its data': (main) => main.commit(new FormData(main.form!)),
    'sent, and the device was cleared': async (main) => {
      await send(main);
      clearDevice();
    },
  };
  for (const [what, act] of Object.entries(SENT)) {
    it(`is not ticked for the next person, purposes neither, where it was kept as it was: ${what}`, async () => {
      const {main, ads} = withAds();
      await tick(main);
      await tick(ads);
      await act(main);
      dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
      expect([main.checked, ads.checked]).to.deep.equal([false, false]);
    });

    it(`is not ticked for the next person, purposes neither, where it is made anew: ${what}`, async () => {
      const states = keptByBrowser();
      const {main, ads} = withAds();
      await tick(main);
      await tick(ads);
      await act(main);
      const [ofMain, ofAds] = [...states.values()];
      const again = withAds();
      again.main.formStateRestoreCallback(ofMain!);
      again.ads.formStateRestoreCallback(ofAds!);
      expect([again.main.checked, again.ads.checked]).to.deep.equal([false, false]);
      await tick(again.main);
      expect(decisionsIn(again.main.record)!['ads']).to.equal('declined');
    });
  }

  it('is not ticked where its purpose went without the box of the record', async () => {
    const {main, ads} = withAds();
    main.optional = true;
    await tick(ads);
    await send(main);
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    expect(ads.checked).to.equal(false);
  });

  it('is not ticked where a cookie keeps no more than a later answer', async () => {
    const states = keptByBrowser();
    await committed('storage="cookie"');
    const [state] = [...states.values()];
    await committed('storage="cookie"');
    const again = box('storage="cookie"');
    again.formStateRestoreCallback(state!);
    const {checked} = again;
    again.forget();
    expect(checked).to.equal(false);
  });
});

describe('forget()', () => {
  it('leaves no purpose of the form ticked, and nothing for a later commit()', async () => {
    const {main, ads} = withAds();
    await tick(main);
    await tick(ads);
    new FormData(main.form!);
    main.forget();
    expect([main.checked, ads.checked]).to.deep.equal([false, false]);
    main.commit();
    expect(stored()).to.deep.equal([]);
  });
});

describe('what was sent', () => {
  for (const [what, after] of [
    ['the form was reset', (element: ConsentCheckboxElement) => element.form!.reset()],
    ['the box was unticked', tick],
  ] as const) {
    it(`is committed though ${what} while the server was answering`, async () => {
      const element = box();
      await tick(element);
      const {record} = element;
      const data = new FormData(element.form!);
      await after(element);
      element.commit(data);
      expect(stored()).to.deep.equal([record!.id]);
      element.commit();
      expect(stored(), 'once').to.have.length(1);
    });
  }

  it('is what the form’s data last held, where the page does not say', async () => {
    const element = box();
    await tick(element);
    const {id} = element.record!;
    new FormData(element.form!);
    element.form!.reset();
    element.commit();
    expect(stored()).to.deep.equal([id]);
  });

  it('is nothing where the data last held none', async () => {
    const element = box();
    await tick(element);
    new FormData(element.form!);
    await tick(element);
    new FormData(element.form!);
    element.commit();
    expect(stored()).to.deep.equal([]);
  });

  it('is committed by its text as well, and other text commits nothing', async () => {
    const element = box();
    await tick(element);
    const entry = entriesOf(element.form!)['consent-record']!;
    for (const nonsense of ['', '{}', 'x', '[]']) element.commit(nonsense);
    expect(stored()).to.deep.equal([]);
    element.commit(entry);
    expect(stored()).to.have.length(1);
  });

  it('is known as sent, and as accepted once the page says so', async () => {
    const element = box();
    await tick(element);
    const progress = () => storedEntries()[0]!.progress;
    await send(element);
    expect(progress()).to.equal('sent');
    element.commit();
    expect(progress()).to.equal('accepted');
  });
});

describe('a refusal of the server', () => {
  it('takes the record from the history, and shows the version that the server wants, by its clock', async () => {
    const publication = publish();
    const element = box(`policy="${publication.url}"`);
    await until(() => element.release?.version === '1');
    publication.release({version: '2', effectiveFrom: inDays(1)});
    comeBack(6);
    await tick(element);
    element.commit();
    const {id} = element.record!;
    expect(element.status).to.equal('given');
    element.reask('', {code: 'not-current', id, version: '2', now: inDays(2)});
    await until(() => element.release?.version === '2');
    await drawn(element);
    expect(stored()).to.deep.equal([]);
    expect([element.checked, element.status]).to.deep.equal([false, 'unasked']);
    expect(errorOf(element)).to.match(/уақыты дұрыс емес.*басқа нұсқасын қабылдайды/);
    await tick(element);
    expect(element.record!.policy.version).to.equal('2');
    expect(Math.abs(Date.parse(element.record!.event.time) - Date.now())).to.be.below(600_000);
  });

  it('leaves a record in the history that the server has from before', async () => {
    const {element, id} = await committed();
    element.reask('', {code: 'replayed', id});
    await drawn(element);
    expect(stored()).to.deep.equal([id]);
    expect([element.checked, element.status]).to.deep.equal([false, 'given']);
  });

  it('names the way out where the page cannot get the version', async () => {
    const element = box();
    element.reask('', {code: 'unknown-version', id: '', version: 'x'});
    await drawn(element);
    expect(errorOf(element)).to.match(/Сервер сұраған нұсқа бұл бетте жоқ.*hello@ipsm\.kz/);
    expect(boxOf(element).getAttribute('aria-disabled')).to.equal('true');
  });

  it('comes with the page that answers a posted form, once', async () => {
    const {id} = await committed();
    configure({refused: `${id} not-given`});
    const second = box();
    await drawn(second);
    expect(stored()).to.deep.equal([]);
    expect(errorOf(second)).to.match(/сервері келісімді қабылдамады/);
    await tick(second);
    await drawn(second);
    expect(errorOf(second)).to.equal('');
    second.commit();
    const third = box();
    await drawn(third);
    expect(errorOf(third)).to.equal('');
  });

  it('of the form for something else takes the record from the history, and leaves the tick', async () => {
    const {element, id} = await committed();
    element.reask('', {code: 'form', id});
    await drawn(element);
    expect([stored(), element.record?.id]).to.deep.equal([[], id]);
    expect(errorOf(element)).to.equal('');
  });

  it('of the form for something else, which the page comes with, asks for the tick as ever', async () => {
    const {id} = await committed();
    for (let refused = 0; refused < 3; refused++) configure({refused: `${id} form`});
    const second = box();
    await tick(second);
    expect([stored(), second.checked]).to.deep.equal([[], true]);
  });

  it('that the page comes with takes no tick that was made on that page', async () => {
    const element = box();
    await tick(element);
    configure({refused: '7d0f0c9e-4d4f-4e0b-9d5a-2f6a3c1b8e11 not-given'});
    await drawn(element);
    expect(element.checked).to.equal(true);
  });

  it('that the page comes with is said by boxes of its policy, and of no other', async () => {
    const [one, other] = [publish(), publish()];
    other.manifest.id = 'other';
    const {element: first, id} = await committed(`policy="${one.url}"`);
    configure({refused: `${id} not-given`});
    const second = box(`policy="${other.url}" policy-id="other"`);
    const third = box(`policy="${one.url}"`);
    await Promise.all([first, second, third].map(drawn));
    expect([first, second, third].map((each) => errorOf(each) !== '')).to.deep.equal([true, false, true]);
  });

  it('closes not the version that the server wants, where the page that answers has that', async () => {
    const publication = publish();
    const attributes = `policy="${publication.url}"`;
    const {element: first, id} = await committed(attributes);
    await renew(publication, first);
    configure({refused: `${id} not-current 2 ${new Date().toISOString()}`});
    const second = box(attributes);
    await tick(second);
    expect([second.record?.policy.version, stored().length]).to.deep.equal(['2', 0]);
  });

  it('closes not the version that the server wants, where the tick has gone while it was answering', async () => {
    const publication = publish();
    const element = box(`policy="${publication.url}"`);
    await until(() => isReady(element));
    await tick(element);
    const {id} = element.record!;
    new FormData(element.form!);
    element.form!.reset();
    await renew(publication, element);
    element.reask('', {code: 'not-current', id, version: '2', now: new Date().toISOString()});
    await drawn(element);
    drawnFor(-10);
    await tick(element);
    expect(element.record?.policy.version).to.equal('2');
  });

  it('is the first one again after the server took a record', async () => {
    const element = box();
    await tick(element);
    element.reask('Bad e-mail');
    await tick(element);
    element.commit();
    await tick(element);
    await tick(element);
    element.reask('Bad e-mail');
    await tick(element);
    expect(element.checked).to.equal(true);
  });
});

describe('standing, what the server knows of a signed-in person', () => {
  const VERSION = 'text-39a8650a-1';
  const given = (subject: string, last = '11111111-1111-4111-8111-111111111111') =>
    JSON.stringify({
      subject,
      status: 'given',
      version: VERSION,
      at: '2026-03-05T10:00:00.000Z',
      last: {id: last, sha256: 'a'.repeat(64)},
      purposes: {services: 'given'},
    });
  const unasked = (subject: string) =>
    JSON.stringify({subject, status: 'unasked', version: null, at: null, last: null, purposes: {}});

  it('keeps the banner quiet, ticks no box and leaves it required', async () => {
    const banner = showBanner(`standing='${given('user-1')}'`);
    const element = box(`subject-ref="user-1" standing='${given('user-1')}'`);
    await drawn(banner);
    expect([banner.status, isOpen(banner)]).to.deep.equal(['given', false]);
    expect([element.checked, element.required, element.checkValidity()]).to.deep.equal([false, true, false]);
  });

  it('asks somebody of whom the server knows nothing, whatever the one before answered on this device', async () => {
    const first = showBanner('placement="inline"');
    await clickOn(answersOf(first).accept);
    expect(first.status).to.equal('given');
    const second = showBanner(`placement="inline" standing='${unasked('user-2')}'`);
    await drawn(second);
    expect(second.status).to.equal('unasked');
    await clickOn(answersOf(second).accept);
    expect(second.status, 'not sent: the server does not know of it').to.equal('unasked');
    const mine = storedEntries().find(({record}) => record.subject.ref === 'user-2');
    expect(mine?.record.prev).to.equal(null);
  });

  it('lets the status speak where this device has no record', async () => {
    const element = showStatus(`standing='${given('user-1')}'`);
    await drawn(element);
    expect(textOf(element)).to.match(/2026 жылғы 5 наурыз күні .* келісім бердіңіз\./);
  });

  it('says what has changed since a consent that was given on another device', async () => {
    const published = publish();
    published.release({version: '2'}, ['Жаңа жол']);
    const known = {...(JSON.parse(given('user-1')) as object), version: '1'};
    const element = box(`policy="${published.url}" subject-ref="user-1" standing='${JSON.stringify(known)}'`);
    await until(() => isReady(element));
    expect(element.status).to.equal('outdated');
    expect(part(element, 'changes').textContent).to.match(/2026 жылғы 5 наурыз күні[^]*Жаңа жол/);
  });

  it('of another person than the box’s says nothing there', async () => {
    const element = box(`subject-ref="user-1" standing='${given('user-2')}'`);
    expect(element.status).to.equal('unasked');
  });

  it('that cannot be read is ignored', () => {
    expect(box('standing="{"').status).to.equal('unasked');
  });
});

describe('a change of the history', () => {
  it('tells its cause: restore, forget, refused', async () => {
    const first = box();
    await tick(first);
    const state = kept(first.record!);
    const second = box();
    const heard = listenTo(second.form!);
    second.formStateRestoreCallback(state);
    second.reask('', {code: 'altered', id: second.record!.id});
    second.forget();
    expect(heard.map(({cause}) => cause)).to.deep.equal(['restore', 'refused', 'forget']);
  });
});
