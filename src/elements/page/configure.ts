import type {BundledPolicy} from '../../core/bundled-policy.js';
import type {Standing} from '../../core/standing.js';

/** Where decisions are kept. */
export type StorageKind = 'local' | 'cookie' | 'memory';

/** Settings of the whole page; an element's own attribute wins. */
export interface PageConfig {
  /** Language of notice and interface as a BCP 47 tag; without it `<html lang>`, else Kazakh. */
  lang?: string | undefined;
  /** URL of the manifest; without it the bundled policy. */
  policy?: string | undefined;
  /** Id that the manifest must have; `ipsm-privacy` unless said otherwise. */
  policyId?: string | undefined;
  /** Where decisions are kept: `local` (default), `cookie` or `memory`. */
  storage?: StorageKind | undefined;
  /** URL that decisions made in the banner and the status are sent to, relative to the document. */
  endpoint?: string | undefined;
  /** Whether "I do not agree" is sent too. */
  endpointDeclines?: boolean | undefined;
  /** Domain whose pages share the cookie, such as `ipsm.kz`; without it this host alone. */
  cookieDomain?: string | undefined;
  /** How to reach the operator where no policy can be loaded: an e-mail, else an address. */
  contact?: string | undefined;
  /** Address of the page that has `<ipsm-consent-status>`, where an answer can be changed. */
  statusPage?: string | undefined;
  /**
   * On a page that answers a form whose record was refused: `<id> <code> [<version> <now>]`, as the server kit makes it. The
   * record is taken back, and the box says why.
   */
  refused?: string | undefined;
  /** What the server knows of the person who is signed in, as the server kit's ledger says it: an object, or its JSON. */
  standing?: Standing | string | undefined;
  /** Keeps the list of what the policy does not state out of the console. */
  quiet?: boolean | undefined;
  /** The policy to use without a manifest. */
  bundled?: BundledPolicy | undefined;
}

/** The settings in force. Change them through {@link configure}. */
export const pageConfig: PageConfig = {};

const listeners = new Set<() => void>();

/** Calls back after every {@link configure}; returns the function that stops it. */
export function onConfigure(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Sets up all elements of the page. Settings that are not named stay as they are.
 * @example configure({policy: '/policy/manifest.json', lang: 'ru'})
 */
export function configure(config: PageConfig): void {
  Object.assign(pageConfig, config);
  listeners.forEach((listener) => listener());
}
