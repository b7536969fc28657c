/**
 * What a person does in each example, and what has to come of it. A page of an example has a form with `surname`, `given`, the
 * box and buttons; what the app itself knows stands in #agreed (the id of the record), #heard (causes of the events)
 * and #answer (what the server said); #toggle takes the box away and brings it back, #away leads to another page.
 */
import assert from 'node:assert/strict';
import {AGAIN, FIRST, SECOND} from './policy.mjs';

const WITHIN = 10_000;
const NAMES = {surname: 'Ахметова', given: 'Айгүл'};
const NOTHING = '–';

/** Everything that is looked at, as the page has it now. */
function look() {
  const page = document.querySelector('registration-form')?.shadowRoot ?? document;
  const box = page.querySelector('ipsm-consent-checkbox:not([purpose])');
  const form = page.querySelector('form');
  const text = (root, selector) => root?.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();
  const entries = Object.fromEntries(form ? new FormData(form) : []);
  const sent = entries['consent-record'];
  return {
    path: location.pathname,
    lang: document.documentElement.lang,
    isThere: Boolean(box?.shadowRoot?.querySelector('#box')),
    isReady: Boolean(box?.release),
    checked: box?.checked ?? false,
    native: box?.querySelector('input[type=checkbox]')?.checked,
    isValid: form?.matches(':valid'),
    record: box?.record ?? null,
    status: box?.status ?? null,
    sentence: text(box?.shadowRoot, '[part=sentence]') ?? '',
    error: text(box?.shadowRoot, '[part=error]') ?? '',
    said: text(box?.shadowRoot, '[part=status]') ?? '',
    hasFocus: Boolean(box?.shadowRoot?.activeElement?.matches('#box')),
    sent: sent ? JSON.parse(sent) : null,
    value: entries.consent ?? null,
    names: {surname: entries.surname, given: entries.given},
    agreed: text(page, '#agreed'),
    heard: text(page, '#heard')?.split(' ').filter(Boolean),
    answer: text(page, '#answer') ?? '',
    kept: JSON.stringify({...localStorage}),
    shift: window.watched?.shift,
    told: JSON.parse(sessionStorage.getItem('told') ?? '[]'),
    loaded: performance.getEntriesByType('resource').map(({name}) => new URL(name).pathname),
  };
}

const BOX = 'ipsm-consent-checkbox:not([purpose])';
/** What is printed between its tags, for before and without the script. */
const NATIVE = `${BOX} input[type=checkbox]`;

/** Where the middle of a thing is, once it is in view. */
function middleOf(selector, inside) {
  const page = document.querySelector('registration-form')?.shadowRoot ?? document;
  const found = page.querySelector(selector);
  const thing = inside ? found?.shadowRoot?.querySelector(inside) : found;
  if (!thing) return null;
  thing.scrollIntoView({block: 'center', behavior: 'instant'});
  const {x, y, width, height} = thing.getBoundingClientRect();
  return width && height ? [x + width / 2, y + height / 2] : null;
}

const frames = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))));

/**
 * A person at a page.
 * @param {import('./drive.mjs').Tab} tab
 */
export function person(tab) {
  /** Looks until what is waited for is there. No event tells of it across pages and engines; the pause leaves a core to the page. */
  async function until(what, isSo) {
    const end = Date.now() + WITHIN;
    let seen, fault;
    do {
      try {
        seen = await tab.run(look);
        if (isSo(seen)) return seen;
      } catch (error) {
        // between two pages there is nothing to look at
        fault = error;
      }
      await new Promise((resolve) => setTimeout(resolve, 20)); // no result depends on its length
    } while (Date.now() < end);
    const {kept: _kept, loaded: _loaded, told: _told, record, sent, ...rest} = seen ?? {};
    const short = {...rest, record: record?.id, sent: sent?.id};
    throw new Error(`waited in vain: ${what}\n${JSON.stringify(short)}\n${fault?.message ?? ''}`);
  }

  async function click(selector, inside) {
    let at;
    const end = Date.now() + WITHIN;
    do at = await tab.run(middleOf, selector, inside).catch(() => null);
    while (!at && Date.now() < end);
    if (!at) throw new Error(`there is nothing to click: ${selector} ${inside ?? ''}`);
    await tab.clickAt(...at);
  }

  const self = {
    tab,
    until,
    click,
    look: () => tab.run(look),
    frames: () => tab.run(frames),
    /** How far things have moved but by the person's own act, where the browser tells of it. */
    async moved() {
      await tab.run(frames);
      return (await self.look()).shift ?? 0;
    },
    /** Nothing has moved so, or nothing more. */
    async still(before = 0) {
      const now = await self.moved();
      assert.ok(now <= before, `the page has moved by ${now - before}`);
    },
    tick: () => click(BOX, '#box'),
    /** What was printed is there, and the element is not. */
    printed: () =>
      until(
        'the words and a native box are there before the element',
        ({isThere, native}) => !isThere && native === false,
      ),
    ready: () =>
      until(
        'the box is ready, and the newest manifest has come',
        ({isThere, isReady, sentence, loaded}) =>
          isThere && isReady && sentence !== '' && loaded.includes('/policy/policy.json'),
      ),

    /** Types the names that are not there yet. */
    async fillIn() {
      const {names} = await self.look();
      for (const [name, text] of Object.entries(NAMES)) {
        if (names[name] === text) continue;
        await click(`input[name=${name}]`);
        await tab.type(text);
      }
      await until(
        'the names are typed',
        (seen) => seen.names.surname === NAMES.surname && seen.names.given === NAMES.given,
      );
    },

    /** Goes to the box with the keyboard, and presses it. */
    async pressBox() {
      await click('input[name=given]');
      for (let i = 0; i < 8 && !(await self.look()).hasFocus; i++) await tab.press('Tab');
      await tab.press(' ');
    },

    /** The app and the element are of one mind: ticked with a record everywhere, or with none anywhere. */
    ticked: (what = 'ticked') =>
      until(
        `the box is ticked, the form has its record, and the app knows it (${what})`,
        ({checked, record, sent, value, agreed}) =>
          checked && record && sent?.id === record.id && value === 'on' && agreed === record.id,
      ),
    /** The app has heard of these and of nothing else; what it keeps may be drawn sooner. @param {string[]} causes */
    heard: (causes) =>
      until(`the app has heard ${causes}`, (seen) => seen.heard.join(' ') === causes.join(' ')),
    unticked: (what = 'unticked') =>
      until(
        `the box is not ticked, the form has nothing of it, and the app knows it (${what})`,
        ({checked, record, sent, value, agreed}) =>
          !checked && !record && !sent && value === null && agreed === NOTHING,
      ),
    blocked: (what = 'blocked') =>
      until(`the box says what is missing (${what})`, ({checked, error}) => !checked && error !== ''),
    send: () => click('button[type=submit]'),
    /** Goes to another page, unless the form has led to one. @param {string} path */
    async leave(path) {
      if ((await self.look()).path !== path) return;
      await click('#away');
      await until('another page is there', (seen) => seen.path !== path);
    },
    /** @param {string} path */
    async comeBack(path) {
      await tab.back();
      await until('the page is there again', (seen) => seen.path === path);
      await self.ready();
      await until(
        'the box has no tick that was sent',
        ({checked, record, sent}) => !checked && !record && !sent,
      );
    },
    answered: (id) => until(`the server has accepted ${id}`, ({answer}) => answer.includes(id)),

    /** What is seen once the app and the element agree again, whichever way. */
    settled: (what) =>
      until(
        `the app knows whether the box is ticked (${what})`,
        ({isReady, checked, record, sent, agreed}) =>
          isReady &&
          checked === Boolean(record) &&
          (checked ? sent?.id === record.id && agreed === record.id : !sent && agreed === NOTHING),
      ),
  };
  return self;
}

/**
 * The steps, each of which begins with a page freshly opened on a device that knows nothing. The name of a step is its column in
 * the matrix; the same name twice is one column. The third part says where a step can be gone at all, if not everywhere; the
 * last, whether it opens the page itself.
 * @typedef {ReturnType<typeof person>} Person
 * @typedef {{record: any, fields: Record<string, string>}} Registration
 * @typedef {{kept: () => Registration[], policy: Awaited<ReturnType<typeof import('./policy.mjs').makePolicy>>, way: import('./apps.mjs').Way, url: string}} World
 * @type {[string, (me: Person, world: World) => Promise<void>, ((tab: import('./drive.mjs').Tab, way: import('./apps.mjs').Way) => boolean)?, boolean?][]}
 */
export const STEPS = [
  [
    'render',
    async (me) => {
      await me.ready();
      await me.frames();
      const seen = await me.unticked();
      assert.match(seen.sentence, /соглас/i);
      assert.deepEqual(seen.heard, []);
      assert.equal(seen.error, '');
      await me.still();
    },
  ],
  [
    'event',
    async (me) => {
      await me.ready();
      await me.pressBox();
      await me.ticked();
      await me.heard(['tick']);
      await me.tick();
      await me.unticked();
      await me.heard(['tick', 'untick']);
      await me.still();
    },
  ],
  [
    'blocked',
    async (me, {kept}) => {
      await me.ready();
      await me.fillIn();
      const before = kept().length;
      await me.send();
      const seen = await me.blocked();
      await me.frames();
      assert.deepEqual([kept().length, seen.answer, seen.path], [before, '', (await me.look()).path]);
      await me.tick();
      await me.until('nothing is missing any more', ({error, checked}) => checked && error === '');
    },
  ],
  [
    'submit',
    async (me) => {
      await me.ready();
      await me.fillIn();
      await me.tick();
      const {record} = await me.ticked();
      await me.send();
      const {kept} = await me.answered(record.id);
      assert.ok(kept.includes(record.id), 'the record that was sent is kept on this device');
    },
  ],
  [
    'server',
    async (me, {kept}) => {
      await me.ready();
      await me.fillIn();
      await me.pressBox();
      const {record} = await me.ticked();
      await me.send();
      await me.answered(record.id);
      const [last] = kept().slice(-1);
      assert.equal(last.record.id, record.id);
      assert.equal(last.record.event.method, 'form-checkbox');
      assert.equal(last.record.policy.version, FIRST);
      assert.deepEqual(last.record.subject.nameFields, Object.keys(NAMES));
      for (const [name, text] of Object.entries(NAMES)) assert.equal(last.fields[name], text);
    },
  ],
  [
    're-ask',
    async (me, {kept, policy, way}) => {
      await me.ready();
      await me.fillIn();
      await me.tick();
      const {record} = await me.ticked();
      policy.publish();
      try {
        await me.send();
        const asked = await me.until(
          'the box asks for the new words, and says why',
          ({sentence, error, checked}) => sentence.startsWith(AGAIN) && error !== '' && !checked,
        );
        const seen = await me.unticked('refused');
        if (!way.isPosted)
          await me.until('the app hears of the refusal', ({heard}) => heard.at(-1) === 'refused');
        assert.deepEqual(asked.names, NAMES, 'everything typed stays');
        assert.ok(!seen.kept.includes(record.id), 'a refused record is no decision');
        // the answer brings newer words and the reason, and the browser excuses what moves half a second after the click alone
        const moved = await me.moved();
        await (way.isPosted ? me.tick() : me.tab.press(' '));
        const again = await me.ticked('asked again');
        assert.equal(again.error, '');
        await me.still(moved);
        await me.send();
        await me.answered(again.record.id);
        assert.equal(kept().at(-1).record.policy.version, SECOND);
      } finally {
        policy.unpublish();
      }
    },
  ],
  [
    'reset',
    async (me, {way}) => {
      await me.ready();
      await me.fillIn();
      await me.tick();
      await me.ticked();
      await me.click('button[type=reset]');
      const seen = await me.unticked('reset');
      await me.heard(['tick', way.resetCause ?? 'reset']);
      assert.deepEqual(seen.names, {surname: '', given: ''});
      await me.fillIn();
      await me.send();
      await me.blocked('after a reset');
    },
  ],
  [
    'language',
    async (me, {kept}) => {
      const {sentence} = await me.ready();
      await me.tick();
      const {record, said} = await me.ticked('in Russian');
      assert.deepEqual([record.notice.lang, said], ['ru', '']);
      await me.click('[data-lang=kk]');
      await me.until(
        'the box speaks Kazakh, and says that the tick belongs to the words in Russian',
        (seen) =>
          seen.lang === 'kk' && seen.sentence !== sentence && /құсбелгі орысша мәтін/i.test(seen.said),
      );
      await me.fillIn();
      const still = await me.ticked('after the change of language');
      assert.deepEqual(still.record, record, 'the tick and its record stay');
      await me.still();
      await me.send();
      await me.answered(record.id);
      assert.deepEqual(kept().at(-1).record.notice, record.notice);
    },
  ],
  [
    'remount',
    async (me, {kept}) => {
      await me.ready();
      await me.fillIn();
      await me.tick();
      const first = (await me.ticked()).record.id;
      await me.click('#toggle');
      await me.until('the box is gone', ({isThere}) => !isThere);
      await me.unticked('gone');
      await me.click('#toggle');
      await me.ready();
      await me.unticked('back again');
      await me.tick();
      const {record} = await me.ticked('back again');
      assert.notEqual(record.id, first);
      await me.until(
        'the app hears of each tick once',
        ({heard}) => heard.at(-1) === 'tick' && heard.filter((cause) => cause === 'tick').length === 2,
      );
      await me.still();
      await me.send();
      await me.answered(record.id);
      assert.equal(kept().at(-1).record.id, record.id);
    },
  ],
  [
    'back',
    async (me, {kept}) => {
      const {path} = await me.ready();
      await me.fillIn();
      await me.tick();
      const {record} = await me.ticked();
      await me.send();
      await me.answered(record.id);
      await me.leave(path);
      await me.comeBack(path);
      await me.tab.forward();
      await me.until('the other page is there', (seen) => seen.path !== path);
      await me.comeBack(path);
      const seen = await me.look();
      assert.deepEqual([seen.checked, seen.sent], [false, null], 'what was sent is not sent again');
      await me.fillIn();
      await me.tick();
      const again = (await me.ticked('after back and forward')).record.id;
      await me.send();
      await me.answered(again);
      assert.deepEqual(
        kept()
          .slice(-2)
          .map((each) => each.record.id),
        [record.id, again],
      );
    },
  ],
  [
    'return',
    async (me) => {
      const {path} = await me.ready();
      await me.fillIn();
      await me.tick();
      const {record} = await me.ticked();
      await me.send();
      await me.answered(record.id);
      await me.leave(path);
      await me.comeBack(path);
      await me.unticked('the app hears that the tick has gone, where the browser kept the page');
    },
  ],
  [
    'early tick',
    async (me, {kept, url}) => {
      const release = await me.tab.hold();
      const coming = me.tab.goto(url);
      await me.printed();
      await me.fillIn();
      await me.click(NATIVE);
      await me.until('the native box is ticked', ({isThere, native}) => !isThere && native);
      await release();
      await coming;
      await me.ready();
      const {record} = await me.ticked('before the script');
      await me.still();
      await me.send();
      await me.answered(record.id);
      assert.deepEqual([kept().at(-1).record.id, record.event.method], [record.id, 'form-fallback']);
    },
    (tab, way) => Boolean(tab.hold && way.isPrinted),
    // a tab that has had the page before has its scripts in memory, where nothing holds them
    true,
  ],
  [
    'no script',
    async (me, {kept, url}) => {
      // a page that is left while it loads its policy says so
      await me.ready();
      const before = kept().length;
      await me.tab.script(false);
      try {
        await me.tab.goto(url);
        await me.printed();
        await me.fillIn();
        assert.equal((await me.look()).isValid, false, 'the browser asks for the tick');
        await me.click(NATIVE);
        await me.until('nothing is missing any more', ({isValid}) => isValid);
        await me.send();
        await me.until('the server has answered', ({answer}) => answer.startsWith('Registered'));
      } finally {
        await me.tab.script(true);
      }
      const [last, ...more] = kept().slice(before);
      assert.deepEqual(more, []);
      const {record, fields} = last;
      assert.deepEqual([record.event.method, record.notice.lang], ['form-fallback', 'ru']);
      assert.deepEqual(record.subject.nameFields, Object.keys(NAMES));
      for (const [name, text] of Object.entries(NAMES)) assert.equal(fields[name], text);
    },
    (tab, way) => Boolean(tab.script && way.isEnough),
  ],
];
