import type {ErrorCode} from './error-code.js';

/** What has been told. */
export const said = new Set<string>();

/** Tells the page's developer, once a page for each code and subject. Content mistakes never throw in a host page. */
export function warnOnce(code: ErrorCode, message: string): void {
  if (said.has(code + message)) return;
  said.add(code + message);
  console.warn(`ipsm-consent [${code}]: ${message}`);
}
