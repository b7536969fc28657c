import {AsyncLocalStorage, AsyncResource} from 'node:async_hooks';
import {localConsentStorage} from '../../dist/platform/local-storage.js';
import {withMemory} from '../../dist/platform/memory-storage.js';
import {Outbox} from '../../dist/platform/outbox.js';

/**
 * A browser with tabs, a network and an operator's server, all on one clock that a test turns: what takes hours in life
 * takes no time here, and happens in the same order each time.
 */

/** What may become of a request. `kept`: the server has it afterwards; `answer`: what the browser hears. */
export const FAULTS = {
  'no network': {kept: false, answer: 'error'},
  'answer lost': {kept: true, answer: 'error'},
  hanging: {kept: false, answer: 'none'},
  'hanging after it was kept': {kept: true, answer: 'none'},
  503: {kept: false, answer: () => new Response('busy', {status: 503})},
  '500 after it was kept': {kept: true, answer: () => new Response(null, {status: 500})},
  429: {kept: false, answer: () => new Response(null, {status: 429})},
  409: {kept: true, answer: () => new Response(null, {status: 409})},
  'died in mid-answer': {kept: true, answer: (id) => new Response(JSON.stringify({id}).slice(0, 20))},
  'a page of a proxy': {kept: false, answer: () => new Response('<!doctype html><title>Wi-Fi</title>')},
  'JSON of something else': {kept: false, answer: () => Response.json({ok: true})},
  redirect: {kept: false, answer: () => Response.redirect('https://operator.example/login')},
  422: {kept: false, answer: () => Response.json({}, {status: 422}), refuses: true},
  'no content': {kept: true, answer: () => new Response(null, {status: 204})},
  fine: {kept: true, answer: (id) => Response.json({id})},
};

const POLICY = 'ipsm-privacy';
const whose = new AsyncLocalStorage();

/** Web Storage: values are own properties, as `Object.keys` wants them. */
class FakeStorage {
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key, value) {
    const {world, tab} = whose.getStore();
    if (world.isFull) throw new DOMException('full', 'QuotaExceededError');
    this[key] = value;
    for (const other of world.tabs)
      if (other !== tab) world.later(1, () => other.run(() => other.outbox.flush()));
  }
  removeItem(key) {
    delete this[key];
  }
}

class Tab {
  isOpen = true;
  problems = [];

  constructor(world) {
    this.world = world;
    this.run(() => {
      const storage = withMemory(localConsentStorage, () => {});
      this.outbox = new Outbox(storage, POLICY, (problem) => problem && this.problems.push(problem.code));
      this.outbox.flush();
    });
  }
  run(act) {
    if (this.isOpen) whose.run({world: this.world, tab: this}, act);
  }
  decide(record, url) {
    this.run(() => {
      this.world.decided.push({record, url, inMemoryOf: this.world.isFull ? this : undefined});
      this.outbox.add(record, url);
    });
  }
  online() {
    this.run(() => this.outbox.flush(this.world.now));
  }
  /** Its script stops; what it has sent is on its way. */
  close() {
    this.isOpen = false;
    this.world.tabs.delete(this);
    this.world.release(this);
  }
}

export class World {
  now = Date.parse('2026-03-05T10:00:00Z');
  isFull = false;
  /** As in a browser, keys come in no order that helps. */
  storage = new Proxy(new FakeStorage(), {ownKeys: (target) => Reflect.ownKeys(target).reverse()});
  tabs = new Set();
  /** What people decided, in order. */
  decided = [];
  /** What the server has, by id, in the order of arrival. */
  kept = new Map();
  refused = new Set();
  requests = [];
  /** Requests for what a tab knew to have arrived. */
  needless = [];
  /** Requests for what an open tab was sending already. */
  doubled = [];
  #timers = [];
  #numbered = 0;
  #locks = {holder: undefined, queue: []};

  /** @param {string[]} faults one for each request; after them all is fine */
  constructor(faults, {locks = true} = {}) {
    this.faults = [...faults];
    this.hasLocks = locks;
  }

  open() {
    const tab = new Tab(this);
    this.tabs.add(tab);
    return tab;
  }

  later(delay, run) {
    const {now} = this;
    const timer = {due: now + Math.max(0, delay), n: this.#numbered++, run: AsyncResource.bind(run)};
    this.#timers.push(timer);
    return timer;
  }

  /** Turns the clock on, and lets everything happen that falls due. */
  async pass(time) {
    const end = this.now + time;
    for (;;) {
      await new Promise(setImmediate);
      this.#timers.sort((a, b) => a.due - b.due || a.n - b.n);
      const timer = this.#timers[0];
      if (!timer || timer.due > end) break;
      this.#timers.shift();
      this.now = timer.due;
      timer.run();
    }
    this.now = end;
  }

  release(tab) {
    const locks = this.#locks;
    locks.queue = locks.queue.filter((waiting) => waiting.tab !== tab);
    if (locks.holder?.tab === tab) locks.holder = undefined;
    this.#grant();
  }

  #grant() {
    const locks = this.#locks;
    if (locks.holder || !locks.queue.length) return;
    const turn = (locks.holder = locks.queue.shift());
    void turn.work().finally(() => {
      if (locks.holder === turn) locks.holder = undefined;
      this.#grant();
    });
  }

  /** Puts this world in the place of the real one until the act is over. */
  async during(act) {
    const real = ['fetch', 'setTimeout', 'clearTimeout', 'navigator', 'document', 'localStorage'].map(
      (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)],
    );
    const {now} = Date;
    const {timeout} = AbortSignal;
    const put = (name, descriptor) =>
      Object.defineProperty(globalThis, name, {configurable: true, ...descriptor});
    const request = (name, work) =>
      new Promise((resolve) => {
        const {tab} = whose.getStore();
        const inTab = AsyncResource.bind(work);
        this.#locks.queue.push({tab, work: () => inTab().then(resolve)});
        this.later(1, () => this.#grant());
      });
    put('navigator', {value: this.hasLocks ? {locks: {request}} : {}});
    put('document', {value: {baseURI: 'https://operator.example/'}});
    put('fetch', {value: (url, init) => this.#answer(url, init)});
    put('setTimeout', {
      value: (run, delay) => {
        const {tab} = whose.getStore();
        return this.later(delay, () => tab.isOpen && run());
      },
    });
    put('clearTimeout', {value: (timer) => (this.#timers = this.#timers.filter((other) => other !== timer))});
    put('localStorage', {get: () => this.storage});
    Date.now = () => this.now;
    AbortSignal.timeout = (delay) => {
      const abort = new AbortController();
      this.later(delay, () => abort.abort(new DOMException('late', 'TimeoutError')));
      return abort.signal;
    };
    try {
      return await act();
    } finally {
      for (const [name, descriptor] of real) {
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else delete globalThis[name];
      }
      Date.now = now;
      AbortSignal.timeout = timeout;
    }
  }

  #answer(url, {body, headers, signal}) {
    const {tab} = whose.getStore();
    const id = headers['Idempotency-Key'];
    const request = {id, url, tab, time: this.now, isOver: false};
    if (tab.outbox?.delivery(id) === 'acknowledged') this.needless.push(id);
    if (this.requests.some((other) => other.id === id && other.tab.isOpen && !other.isOver))
      this.doubled.push(id);
    this.requests.push(request);
    const fault = FAULTS[this.faults.shift() ?? 'fine'];
    return new Promise((resolve, reject) => {
      const settle = (act) => {
        request.isOver = true;
        // A closed tab runs no script.
        if (tab.isOpen) act();
      };
      signal.addEventListener('abort', () => settle(() => reject(signal.reason)));
      this.later(40, () => {
        const {answer} = this.#serve(fault, id, {body, url});
        if (answer === 'none') return;
        this.later(40, () =>
          settle(() => (answer === 'error' ? reject(new TypeError('network')) : resolve(answer(id)))),
        );
      });
    });
  }

  /** Idempotent: what comes again is not kept again, and is answered as before if it is answered. */
  #serve(fault, id, {body, url}) {
    if (fault.refuses && this.kept.has(id)) return FAULTS.fine;
    if (fault.kept && this.refused.has(id)) return FAULTS[422];
    if (fault.refuses) this.refused.add(id);
    else if (fault.kept && !this.kept.has(id)) this.kept.set(id, {body, url});
    return fault;
  }
}
