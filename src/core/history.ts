import {canonicalJson} from './canonical-json.js';
import {compactEntry, expandEntry} from './compact-entry.js';
import type {Manifest} from './manifest.js';
import type {ConsentStorage, Sha256} from './ports.js';
import {sha256Text} from './read-manifest.js';
import {readRecord} from './read-record.js';
import {orNull, refuse, shape} from './reader.js';
import type {ConsentRecord} from './record.js';

/** A committed record with its place in the history and its digest. */
export interface HistoryEntry {
  /** Counts up; a race between tabs may give one number twice, which loses nothing. */
  n: number;
  /** In compact storage made again from its release: word for word if `sha256` is its digest, as a receipt has to be. */
  record: ConsentRecord;
  /** Digest of the record's canonical JSON; `null` until it is computed, or where the platform cannot. */
  sha256: string | null;
}

/** What the decisions of a history come to. */
export interface Standing {
  /** The last decision. */
  last: ConsentRecord | undefined;
  /** The last one that is no refusal: a consent, or what a withdrawal has left of it. */
  consent: HistoryEntry | undefined;
  /** The consent that the withdrawals of single purposes go back to; without any, the record of `consent`. */
  giving: ConsentRecord | undefined;
}

const SCHEMA = 'ipsm-consent/1/';
const KEPT = 20;

const readEntry = shape<HistoryEntry>({
  // Below: the next number has to be a safe one too.
  n: (value, path) =>
    Number.isInteger(value) && (value as number) < Number.MAX_SAFE_INTEGER
      ? (value as number)
      : refuse(path, 'a whole number', value),
  record: readRecord,
  sha256: orNull(sha256Text),
});

/** Orders what two tabs gave one number, and even one millisecond: the same way in every tab. */
const momentOf = ({record}: HistoryEntry) => record.event.time + record.id;

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

  /** The last decision; with a subject reference (or `null` for none), the last one of that subject. */
  latest(subjectRef?: string | null): HistoryEntry | undefined {
    return this.entries()
      .filter(({record}) => subjectRef === undefined || record.subject.ref === subjectRef)
      .at(-1);
  }

  /** What the decisions come to. */
  standing(): Standing {
    const [last, ...before] = this.entries().reverse();
    const [consent, ...older] = [last, ...before].filter((entry) => entry?.record.event.state !== 'declined');
    const giving = older.reduce(
      (record, entry) =>
        record?.event.state === 'withdrawn' && record.prev?.id === entry?.record.id ? entry?.record : record,
      consent?.record,
    );
    return {last: last?.record, consent, giving};
  }

  /** Appends a decision. Done when it returns; only the record's own digest follows. */
  commit(record: ConsentRecord): void {
    const entries = this.entries();
    const entry = {n: (entries.at(-1)?.n ?? 0) + 1, record, sha256: null};
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
    if (!this.#write(entry) && spare[0]) {
      this.#remove(spare[0]);
      if (!this.#write(entry)) this.#write(spare[0]);
    }
    this.#digest(entry);
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

  #keys(): string[] {
    return this.storage.keys().filter((key) => key.startsWith(this.#prefix));
  }

  #keyOf({record}: HistoryEntry): string {
    return this.#prefix + record.id;
  }

  #read(json: unknown, key: string): HistoryEntry {
    return readEntry(this.storage.compact ? expandEntry(json, this.manifest()!) : json, key);
  }

  #write(entry: HistoryEntry): boolean {
    const json = this.storage.compact ? compactEntry(entry) : entry;
    return this.storage.set(this.#keyOf(entry), JSON.stringify(json));
  }

  #remove(entry: HistoryEntry): void {
    this.storage.remove(this.#keyOf(entry));
  }

  #digest(entry: HistoryEntry): void {
    void this.sha256(canonicalJson(entry.record)).then((sha256) => {
      // Forgotten in the meantime: stays forgotten.
      if (sha256 && this.storage.get(this.#keyOf(entry))) this.#write({...entry, sha256});
    });
  }
}
