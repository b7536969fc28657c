/** A file as the registration keeps it. The demo looks at no scan and keeps none: only what tells them apart. */
export interface StoredFile {
  name: string;
  type: string;
  size: number;
}

/** One accepted registration: what the person sent, and the consent it rests on. */
export interface Registration {
  receivedAt: string;
  fields: Record<string, string>;
  files: StoredFile[];
  record: object;
}

interface Entry {
  /** The record exactly as posted: the same id with other bytes is another claim. */
  recordText: string;
  registration: Registration;
  warnings: unknown[];
}

/** The registrations, in memory, by the id of their consent record. */
export class Registrations {
  readonly #byRecord = new Map<string, Entry>();

  find(recordId: string): Entry | undefined {
    return this.#byRecord.get(recordId);
  }

  /** Keeps a registration and the id of its record in one step; whoever came first with that id stays. */
  add(recordId: string, entry: Entry): Entry {
    const first = this.#byRecord.get(recordId) ?? entry;
    this.#byRecord.set(recordId, first);
    return first;
  }

  get size(): number {
    return this.#byRecord.size;
  }
}
