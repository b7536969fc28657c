import type {Release} from '../../core/manifest.js';

/** Codes by which a server says that it wants other words than the page has. */
const NOT_CURRENT = ['not-current', 'unknown-version'];

/** What the server refused: so that a person is not asked for the same words in a circle. */
export class Refusals {
  /** What the server said last, in the page's language; empty where it gave no words. */
  message = '';
  /** Whether a refusal is to be told: until the person has ticked again. */
  isTold = false;
  /** Whether the server wants another version. */
  isOfVersion = false;
  /** Versions refused once, since the server took a record. */
  readonly #once = new Set<string>();
  readonly #closed = new Set<string>();

  /**
   * Notes a refusal.
   * @param version that was refused, as far as is known: the record may be gone, and the page further by now
   * @param wanted the version that the server would accept
   */
  add(version: string, message: string, why = '', wanted?: string | null): void {
    this.message = message;
    this.isTold = true;
    this.isOfVersion = NOT_CURRENT.includes(why);
    const isPast = this.isOfVersion && version !== wanted;
    if (isPast || this.#once.has(version)) this.#closed.add(version);
    this.#once.add(version);
  }

  /** The server has taken a record: what it refused before is over. */
  accepted(): void {
    this.#once.clear();
  }

  /** Whether a release may be asked for: one refused twice, or said not to be current, can lead nowhere. */
  allow(release: Release | undefined): boolean {
    return release !== undefined && !this.#closed.has(release.version);
  }
}
