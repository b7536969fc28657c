import {wireJson} from '../core/canonical-json.js';
import type {ConsentStorage} from '../core/ports.js';
import type {ConsentRecord} from '../core/record.js';
import {safeUrl} from '../core/safe-url.js';
import {inTurn} from './in-turn.js';
import {OutboxEntries, type OutboxEntry} from './outbox-entries.js';
import {postRecord, type Attempt, type Delivery} from './post-record.js';

/** More than one attempt may take: until then it may still be on its way, from a page that was left. */
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * How long an entry still has to wait. Doubles with every attempt.
 * @param since a moment since when there is a reason to try at once; an attempt begun later counts as that try
 */
function waitOf({tries, at}: OutboxEntry, since: number): number {
  const wait = tries && Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);
  const passed = Date.now() - at;
  // A clock that was put back must not stretch the wait.
  return at < since || passed < 0 ? 0 : Math.max(0, wait - passed);
}

/**
 * Brings decisions about one policy to their endpoints: each is kept until it is acknowledged and sent in the order of
 * deciding, by one tab at a time. An endpoint that fails holds up what goes to the same endpoint, and nothing else. What
 * is refused for good is kept aside and holds up nothing.
 */
export class Outbox {
  readonly #entries: OutboxEntries;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onChange called when something came of an attempt to send a record, or nothing can */
  constructor(
    storage: ConsentStorage,
    policyId: string,
    private readonly onChange: (problem: Attempt['problem'], id?: string, state?: Delivery) => void,
  ) {
    this.#entries = new OutboxEntries(storage, policyId);
  }

  /**
   * Keeps a record and sends it: within this very task where nothing is ahead of it, since the page may be left now.
   * @param endpoint relative to the document; without one, or with another than `https:`, or `http:` on this machine,
   * nothing is kept and sent
   */
  add(record: ConsentRecord, endpoint: string | undefined): void {
    if (!endpoint) return;
    const url = safeUrl(endpoint, document.baseURI);
    if (!url) {
      const message = `The endpoint "${endpoint}" is not https. Nothing was sent.`;
      // Once the decision has been told.
      return queueMicrotask(() => this.onChange({code: 'endpoint-unsafe', message}));
    }
    const entries = this.#entries.all();
    const n = (entries.at(-1)?.n ?? 0) + 1;
    const entry: OutboxEntry = {
      id: record.id,
      n,
      state: 'waiting',
      url,
      body: wireJson(record),
      tries: 0,
      at: 0,
    };
    const isFirst = !entries.some((other) => other.state === 'waiting');
    const sending = isFirst ? this.#send(entry) : this.#entries.set(entry);
    const since = isFirst ? 0 : Date.now();
    inTurn(this.#entries.prefix, async () => {
      await sending;
      await this.#sendAll(since);
    });
  }

  /** Sends what is due. @param since see {@link waitOf} */
  flush(since = 0): void {
    if (this.#entries.all('waiting').length) inTurn(this.#entries.prefix, () => this.#sendAll(since));
  }

  /** What became of a record; `undefined` for one that was never to be sent. */
  delivery(id: string): Delivery | undefined {
    return this.#entries.get(id)?.state;
  }

  async #sendAll(since: number): Promise<void> {
    const held = new Set<string>();
    let next = Infinity;
    let entry: OutboxEntry | undefined;
    while ((entry = this.#entries.all('waiting').find(({url}) => !held.has(url)))) {
      const wait = waitOf(entry, since) || (await this.#send(entry));
      if (wait) {
        held.add(entry.url);
        next = Math.min(next, wait);
      }
    }
    clearTimeout(this.#timer);
    if (held.size) this.#timer = setTimeout(() => this.flush(), next);
  }

  /** One attempt; returns how long to wait for the next one, 0 if it was the last. */
  async #send(entry: OutboxEntry): Promise<number> {
    const tried = {...entry, tries: entry.tries + 1, at: Date.now()};
    this.#entries.set(tried);
    const {state, problem} = await postRecord(entry.url, entry.id, entry.body);
    if (state !== 'waiting') this.#entries.settle(entry.id, state);
    this.onChange(problem, entry.id, state);
    return state === 'waiting' ? waitOf(tried, 0) : 0;
  }
}
