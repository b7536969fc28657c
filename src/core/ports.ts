/** What core needs from its surroundings. The browser's answers are in `platform/`, the server brings its own. */

/** Lower-case hex SHA-256 of bytes, or of a text in UTF-8; `null` where the platform has no digest (plain http). */
export type Sha256 = (data: string | Uint8Array) => Promise<string | null>;

/** Strings by key, as Web Storage keeps them. */
export interface ConsentStorage {
  keys(): string[];
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Calls back when another tab wrote this key, or `null` for any; returns the function that stops it. */
  subscribe(listener: (key: string | null) => void): () => void;
}
