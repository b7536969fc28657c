import type {ConsentStorage} from '../core/ports.js';
import {safeUrl} from '../core/safe-url.js';
import {outboxPrefix} from './outbox-key.js';
import type {Delivery} from './post-record.js';

/** A record on its way, or what became of it. */
export interface OutboxEntry {
  id: string;
  /** Counts up; a race between tabs may give one number twice. */
  n: number;
  state: Delivery;
  /** Where it goes, absolute. */
  url: string;
  /** The record as it travels; empty once it is acknowledged. */
  body: string;
  /** Attempts so far. */
  tries: number;
  /** When the last attempt began, in milliseconds since 1970. */
  at: number;
  /** Leaves no trace once it is acknowledged: the device was cleared while it waited. */
  forgotten?: boolean;
}

const KEPT = 20;

/** What an outbox keeps about one policy: a key for each record. */
export class OutboxEntries {
  /** Of every key; also the name under which tabs take turns. */
  readonly prefix: string;

  constructor(
    private readonly storage: ConsentStorage,
    policyId: string,
  ) {
    this.prefix = outboxPrefix(policyId);
  }

  /** The entry of a record; `undefined` without one, or for one that cannot be read. */
  get(id: string): OutboxEntry | undefined {
    try {
      const entry = {...(JSON.parse(this.storage.get(this.prefix + id)!) as OutboxEntry), id};
      const {n, tries, at, url, body} = entry;
      const isSound = [n, tries, at].every(Number.isSafeInteger) && safeUrl(url) === url;
      if (isSound && (!body || (JSON.parse(body) as {id?: unknown}).id === id)) return entry;
    } catch {
      // Damaged, or written by another version: it holds up nobody, and is not ours to destroy.
    }
    return;
  }

  /** Those that can be read, in the order in which they were decided. */
  all(state?: Delivery): OutboxEntry[] {
    return this.#ids()
      .map((id) => this.get(id))
      .filter((entry) => entry !== undefined && (!state || entry.state === state))
      .sort((a, b) => a!.n - b!.n) as OutboxEntry[];
  }

  set({id, ...entry}: OutboxEntry): void {
    this.storage.set(this.prefix + id, JSON.stringify(entry));
  }

  /** Notes what the server said for good. The last twenty acknowledgements are remembered. */
  settle(id: string, state: Delivery): void {
    const entry = this.get(id);
    // Cleared in the meantime: nothing is put back.
    if (!entry) return;
    this.set({...entry, state, body: state === 'refused' ? entry.body : ''});
    const done = this.all('acknowledged');
    done
      .filter(({forgotten}, i) => forgotten || i < done.length - KEPT)
      .forEach((old) => this.#remove(old.id));
  }

  #ids(): string[] {
    const {prefix} = this;
    return this.storage
      .keys()
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  }

  #remove(id: string): void {
    this.storage.remove(this.prefix + id);
  }
}
