import type {Sha256} from './ports.js';

/** Web Crypto and TextEncoder are in every runtime; core is compiled without the DOM lib that would declare them. */
declare const crypto: {subtle?: {digest(name: string, data: Uint8Array): Promise<ArrayBuffer>}} | undefined;
declare const TextEncoder: new () => {encode(text: string): Uint8Array};

/** SHA-256 by Web Crypto; `null` on a plain http page, where `crypto.subtle` is missing: no digest beats a weak one. */
export const sha256: Sha256 = async (data) => {
  const subtle = crypto?.subtle;
  if (!subtle) return null;
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const digest = await subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
