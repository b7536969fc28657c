/** What core needs from its surroundings. The browser's answers are in `platform/`, the server brings its own. */

/** Lower-case hex SHA-256 of bytes, or of a text in UTF-8; `null` where the platform has no digest (plain http). */
export type Sha256 = (data: string | Uint8Array) => Promise<string | null>;

/** Strings by key, as Web Storage keeps them. */
export interface ConsentStorage {
  /** Whether there is room for the latest decision only, in short form: a cookie travels with every request. */
  readonly compact?: boolean;
  keys(): string[];
  get(key: string): string | null;
  /** Tells whether the storage took the value; a refused one may be known until the page is left. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  /** Calls back, for the life of the page, when another tab may have written: this key, or any where it is `null`. */
  subscribe(listener: (key: string | null) => void): void;
}
