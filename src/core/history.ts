import {canonicalJson} from './canonical-json.js';
import {compactEntry, expandEntry, historyEntry, type HistoryEntry, type Progress} from './history-entry.js';
import type {Manifest} from './manifest.js';
import type {ConsentStorage, Sha256} from './ports.js';
import type {ConsentRecord} from './record.js';

/** What the decisions of a history come to. */
export interface Decided {
  /** The last decision. */
  last: ConsentRecord | undefined;
  /** The last one that is no refusal: a consent, or what a withdrawal has left of it. */
  consent: HistoryEntry | undefined;
  /** The consent that the withdrawals of single purposes go back to: its term runs on. Without any, the record of `consent`. */
  granted: ConsentRecord | undefined;
}

const SCHEMA = 'ipsm-consent/1/';
const KEPT = 20;
const FAR: Progress[] = ['here', 'sent', 'accepted'];

/** Orders what two tabs gave one number, and even one millisecond: the same way in every tab. */
const momentOf = ({record}: HistoryEntry) => record.event.time + record.id;

/** What decisions come to. @param entries oldest first */
export function decidedBy(entries: HistoryEntry[]): Decided {
  const [last, ...before] = [...entries].reverse();
  const [consent, ...older] = [last, ...before].filter((entry) => entry?.record.event.state !== 'declined');
  const granted = older.reduce(
    (record, entry) =>
      record?.event.state === 'withdrawn' && record.prev?.id === entry?.record.id ? entry?.record : record,
    consent?.record,
  );
  return {last: last?.record, consent, granted};
}

/** The committed decisions about one policy on this device, oldest first. Pending records are not in it. */
export class History {
  readonly #prefix: string;

  constructor(
    private readonly storage: ConsentStorage,
    policyId: string,
    private readonly sha256: Sha256,
    /** Makes records whole again that a compact storage keeps; until there is one, it gives back none. */
    private readonly manifest: () => Manifest | undefined = () => undefined,
  ) {
    // Encoded: an id with a slash in it must not look like an entry of the shorter id.
    this.#prefix = `${SCHEMA}${encodeURIComponent(policyId)}/`;
  }

  /** All decisions. An entry that cannot be read is passed over and left where it is. */
  entries(): HistoryEntry[] {
    const entries: HistoryEntry[] = [];
    for (const key of this.#keys()) {
      try {
        entries.push(this.#read(JSON.parse(this.storage.get(key)!), key));
      } catch {
        // Written by another version, or damaged: not ours to destroy.
      }
    }
    return entries.sort((a, b) => a.n - b.n || (momentOf(a) < momentOf(b) ? -1 : 1));
  }

  /**
   * Appends a decision. Done when it returns; only the record's own digest follows.
   * @param progress how far it has got already
   * @returns whether the storage took it; else it is known until the page is left
   */
  commit(record: ConsentRecord, progress: Progress): boolean {
    const entries = this.entries();
    const entry: HistoryEntry = {n: (entries.at(-1)?.n ?? 0) + 1, record, sha256: null, progress};
    // What a withdrawal goes back to stays: the term began with it, and what was agreed to is written there.
    const spare: HistoryEntry[] = [];
    let link = record;
    for (const old of [...entries].reverse()) {
      if (link.event.state === 'withdrawn' && link.prev?.id === old.record.id) link = old.record;
      else spare.unshift(old);
    }
    const kept = this.storage.compact ? 1 : KEPT;
    spare.splice(0, entries.length + 1 - kept).forEach((old) => this.#remove(old));
    // In a full storage the oldest makes room: the next page must not take an older decision for the last one.
    let isKept = this.#write(entry);
    if (!isKept && spare[0]) {
      this.#remove(spare[0]);
      isKept = this.#write(entry);
      if (!isKept) this.#write(spare[0]);
    }
    this.#digest(entry);
    return isKept;
  }

  /** Notes that a decision got farther; one that is not here (any more) is nobody's business. */
  reach(id: string, progress: Progress): void {
    const entry = this.#find(id);
    if (entry && FAR.indexOf(progress) > FAR.indexOf(entry.progress)) this.#write({...entry, progress});
  }

  /** Takes a decision back: the operator's server has refused it, so it was never one. */
  takeBack(id: string): void {
    this.storage.remove(this.#prefix + id);
  }

  /** Finishes what an earlier page could not: digests. Cookies last anew. Writes nothing where nothing was decided. */
  renew(): void {
    for (const entry of this.entries()) {
      if (this.storage.compact) this.#write(entry);
      else if (!entry.sha256) this.#digest(entry);
    }
  }

  /** Removes every decision about this policy from this device. */
  forget(): void {
    for (const key of this.#keys()) this.storage.remove(key);
  }

  #find(id: string): HistoryEntry | undefined {
    return this.entries().find(({record}) => record.id === id);
  }

  #keys(): string[] {
    return this.storage.keys().filter((key) => key.startsWith(this.#prefix));
  }

  #keyOf({record}: HistoryEntry): string {
    return this.#prefix + record.id;
  }

  #read(json: unknown, key: string): HistoryEntry {
    return historyEntry(this.storage.compact ? expandEntry(json, this.manifest()!) : json, key);
  }

  #write(entry: HistoryEntry): boolean {
    const json = this.storage.compact ? compactEntry(entry) : entry;
    // Canonical: a page may have given lists a toJSON, which JSON.stringify would follow.
    return this.storage.set(this.#keyOf(entry), canonicalJson(json));
  }

  #remove(entry: HistoryEntry): void {
    this.storage.remove(this.#keyOf(entry));
  }

  #digest(entry: HistoryEntry): void {
    void this.sha256(canonicalJson(entry.record)).then((sha256) => {
      // Forgotten in the meantime: stays forgotten. It may have got farther since.
      const now = sha256 && this.#find(entry.record.id);
      if (now) this.#write({...now, sha256});
    });
  }
}
