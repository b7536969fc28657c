import {expect} from 'chai';
import fc from 'fast-check';
import type {ConsentRecord} from '../../src/core/record.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {contextOf} from '../../src/elements/shared/policy-element.js';
import {clickOn} from '../helpers/commands.js';
import {decide} from '../helpers/decide.js';
import {boxOf, entriesOf, next, otherTabWrote, show, speak} from '../helpers/page.js';
import {comeBack, publish, until, type Publication} from '../helpers/publish.js';

/** Each with real clicks; what a browser keeps of them is tried 10,000 times in Node (test/node/history-properties.test.mjs). */
const SEQUENCES = 100;
/** The same sequences every time: another number tries others. */
const SEED = 20_261_126;
const MOST_ACTS = 24;

/** What a person last said at a box, and of what: written down by what they see and press, not by what the element says of it. */
interface Said {
  version: string;
  lang: string;
  subject: string | null;
  byScript: boolean;
}

/** A page with two forms, the boxes in one of them, and the person who acts there. */
class World {
  readonly published: Publication;
  readonly place: Element;
  main: ConsentCheckboxElement;
  ads: ConsentCheckboxElement;
  yes: Said | null = null;
  yesToAds: Said | null = null;
  /** Records that were committed, and nothing since then has taken back. */
  readonly committed = new Set<string>();

  constructor() {
    this.published = publish();
    const policy = `policy="${this.published.url}"`;
    this.place = show(
      `<div><form action="/test/any-page/pages/sent.html" target="sink"><div class="boxes">
        <ipsm-consent-checkbox name="consent" ${policy}></ipsm-consent-checkbox>
        <ipsm-consent-checkbox name="ads" purpose="ads" ${policy}></ipsm-consent-checkbox>
      </div><button>Send</button></form>
      <form></form><iframe name="sink" width="50" height="50"></iframe></div>`,
      'div',
    );
    [this.main, this.ads] = this.boxes();
  }

  boxes(): [ConsentCheckboxElement, ConsentCheckboxElement] {
    const [main, ads] = this.place.querySelectorAll('ipsm-consent-checkbox');
    return [main!, ads!];
  }

  /** What stands beside a box on the screen now. */
  words({release, shown}: ConsentCheckboxElement): Omit<Said, 'byScript'> {
    return {version: release!.version, lang: shown!.lang, subject: this.main.getAttribute('subject-ref')};
  }

  nothingSaid(): void {
    this.yes = this.yesToAds = null;
  }
}

const isTicked = (box: ConsentCheckboxElement) => boxOf(box).checked;

async function press(world: World, box: ConsentCheckboxElement, byScript: boolean): Promise<void> {
  const before = isTicked(box);
  const words = world.words(box);
  if (byScript) boxOf(box).click();
  else await clickOn(boxOf(box));
  await box.updateComplete;
  if (isTicked(box) === before) return;
  const said = before ? null : {...words, byScript};
  if (box === world.main) world.yes = said;
  else world.yesToAds = said;
}

/** What can happen. Each leaves in the world what a person would say of it. */
const ACTS: Record<string, (world: World) => Promise<void> | void> = {
  'presses the box': (world) => press(world, world.main, false),
  'presses the box for ads': (world) => press(world, world.ads, false),
  'a script clicks the box': (world) => press(world, world.main, true),
  'a script clicks the box for ads': (world) => press(world, world.ads, true),
  'resets the form': (world) => {
    world.main.form?.reset();
    world.nothingSaid();
  },
  'switches to Russian': ({main}) => speak('ru', main),
  'switches to Kazakh': ({main}) => speak('kk', main),
  'new terms come into force': async (world) => {
    const {published, main} = world;
    world.nothingSaid();
    const version = String(published.manifest.releases.length + 1);
    published.release({version});
    comeBack(6);
    await until(() => main.release?.version === version);
    await main.updateComplete;
  },
  'a heading is mended': async ({published, main}) => {
    const version = String(published.manifest.releases.length + 1);
    published.release({version, change: 'editorial'});
    comeBack(6);
    await until(() => main.release?.version === version);
    await main.updateComplete;
  },
  'withdraws elsewhere on the page': (world) => {
    const {main, committed} = world;
    if (main.status !== 'given') return;
    world.nothingSaid();
    decide(main, {state: 'withdrawn'});
    committed.add(contextOf(main).last!.id);
  },
  'declines in the banner': ({main, committed}) => {
    decide(main, {state: 'declined'});
    committed.add(contextOf(main).last!.id);
  },
  'clears the device': (world) => {
    world.main.forget();
    world.nothingSaid();
    world.committed.clear();
  },
  'the boxes move to the other form': ({place}) => {
    const boxes = place.querySelector('.boxes')!;
    const other = [...place.querySelectorAll('form')].find((form) => !form.contains(boxes))!;
    other.prepend(boxes);
  },
  'the page puts copies in their place': async (world) => {
    const boxes = world.place.querySelector('.boxes')!;
    boxes.replaceWith(boxes.cloneNode(true));
    [world.main, world.ads] = world.boxes();
    world.nothingSaid();
    await until(() => world.main.release);
    await world.main.updateComplete;
  },
  'the boxes are taken out and put back': async ({place, main}) => {
    const boxes = place.querySelector('.boxes')!;
    const {parentElement} = boxes;
    boxes.remove();
    await Promise.resolve();
    parentElement!.prepend(boxes);
    await main.updateComplete;
  },
  'somebody else signs in': async (world) => {
    const {main, ads} = world;
    world.nothingSaid();
    const other = main.getAttribute('subject-ref') === 'a' ? 'b' : 'a';
    for (const box of [main, ads]) box.setAttribute('subject-ref', other);
    await main.updateComplete;
  },
  'sends the form': async (world) => {
    const {form} = world.main;
    if (!form?.querySelector('button') || !form.checkValidity()) return;
    const sent = new Promise<FormData>((resolve) =>
      form.addEventListener('formdata', ({formData}) => resolve(formData), {once: true}),
    );
    const arrived = next(world.place.querySelector('iframe')!, 'load');
    await clickOn(form.querySelector('button')!);
    const record = (await sent).get('consent-record');
    holds(world, Object.fromEntries(await sent) as Record<string, string>);
    await arrived;
    if (record) world.committed.add((JSON.parse(record as string) as ConsentRecord).id);
  },
  'a script sends the form, and the server accepts': (world) => {
    const {main} = world;
    if (!main.form?.checkValidity()) return;
    const sent = new FormData(main.form);
    main.commit(sent);
    const record = sent.get('consent-record');
    if (record) world.committed.add((JSON.parse(record as string) as ConsentRecord).id);
  },
  'the server refuses': async (world) => {
    const {main, committed} = world;
    const {record} = main;
    if (!record) return;
    main.reask('No.', {code: 'not-given', id: record.id, version: null, now: null});
    committed.delete(record.id);
    world.yes = null;
    await main.updateComplete;
  },
};

/** What must hold of data whenever they are taken. */
function holds({main, yes, yesToAds}: World, entries: Record<string, string>): void {
  const text = entries['consent-record'];
  expect('consent' in entries, 'entry and record go together').to.equal(text !== undefined);
  if (text === undefined) return;
  const record = JSON.parse(text) as ConsentRecord;
  expect(yes, 'a record without a yes').to.not.equal(null);
  expect({
    version: record.policy.version,
    lang: record.notice.lang,
    subject: record.subject.ref,
  }).to.deep.equal({version: yes!.version, lang: yes!.lang, subject: yes!.subject}, 'the words agreed to');
  expect(record.event.state).to.equal('given');
  const ads = record.purposes.find(({id}) => id === 'ads')!.decision;
  if (ads === 'given')
    expect(yesToAds).to.deep.include({version: yes!.version, lang: yes!.lang, subject: yes!.subject});
  const isScript = record.event.method === 'script';
  if (yes!.byScript || (ads === 'given' && yesToAds!.byScript))
    expect(isScript, 'a script’s tick as a person’s').to.equal(true);
  if (!yes!.byScript && !yesToAds?.byScript)
    expect(isScript, 'a person’s tick as a script’s').to.equal(false);
  expect(main.record?.id).to.equal(record.id);
}

/** What must hold of the page at any time. */
function check(world: World): void {
  const {main, ads, committed} = world;
  for (const box of [main, ads]) expect(box.checked, box.name).to.equal(isTicked(box));
  const {form} = main;
  const entries = entriesOf(form!);
  holds(world, entries);
  if (form!.checkValidity())
    expect(entries, 'an unticked form that can go').to.have.property('consent-record');
  else expect(entries).to.not.have.property('consent-record');
  for (const id of [...committed].slice(-20))
    expect(contextOf(main).entry(id), `a decision that was lost, ${id}`).to.not.equal(undefined);
}

describe('a page where anything happens in any order', function () {
  this.timeout(280_000);

  it('has no record without a yes to those words, sends no unticked form, and loses no decision', async () => {
    const act = fc.constantFrom(
      ...Object.keys(ACTS),
      // what a tick has to go with
      'new terms come into force',
      'withdraws elsewhere on the page',
      'somebody else signs in',
      // what people mostly do
      ...Array.from({length: 4}, () => 'presses the box'),
      ...Array.from({length: 2}, () => 'presses the box for ads'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, {minLength: 1, maxLength: MOST_ACTS}), async (acts) => {
        localStorage.clear();
        otherTabWrote(null);
        document.documentElement.lang = 'kk';
        const world = new World();
        try {
          await until(() => world.main.matches(':state(ready)') && world.ads.matches(':state(ready)'));
          // Only then the page hears of who comes back to it.
          await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
          check(world);
          for (const name of acts) {
            await ACTS[name]!(world);
            await world.main.updateComplete;
            check(world);
          }
        } finally {
          world.place.closest('.place')!.remove();
        }
      }),
      {numRuns: SEQUENCES, seed: SEED, includeErrorInReport: true},
    );
  });
});
