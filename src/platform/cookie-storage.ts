import type {ConsentStorage} from '../core/ports.js';

/** 400 days: browsers keep no cookie longer, some of them a week. Each visit starts them anew. */
const MAX_AGE = 400 * 24 * 60 * 60;

/** A text that is no encoding of anything stays as it is: whoever reads the value refuses it. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Cookies of this package, decoded. Those of others are none of ours, whatever is in them. */
const cookies = () =>
  new Map(
    document.cookie
      .split('; ')
      .filter((cookie) => cookie.startsWith('ipsm-consent'))
      .map((cookie) => cookie.split('=').map(decode) as [string, string]),
  );

/** @param domain the host itself where it is empty */
function write(key: string, value: string, maxAge: number, domain: string): void {
  // Encoded: no separator and no letter outside of ASCII is allowed in a cookie (RFC 6265, section 4.1.1).
  const cookie = `${encodeURIComponent(key)}=${encodeURIComponent(value)}; Path=/; SameSite=Lax; Max-Age=${maxAge}`;
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = cookie + secure + (domain && `; Domain=${domain}`);
}

/**
 * Cookies of this host, or of a domain and all that is below it. Throws where the browser takes none: they are blocked,
 * it is over 4 KB, the page is not on that domain.
 * @param domain such as `ipsm.kz`, or empty
 */
export const cookieConsentStorage = (domain: string): ConsentStorage => ({
  compact: true,
  keys: () => [...cookies().keys()],
  get: (key) => cookies().get(key) ?? null,
  set(key, value) {
    write(key, value, MAX_AGE, domain);
    if (cookies().get(key) !== value) throw new Error(key);
    return true;
  },
  remove(key) {
    // From every domain that it may have been written for: the page may have had another setting then.
    const labels = location.hostname.split('.');
    [...labels, ''].forEach((_, i) => write(key, '', 0, labels.slice(i).join('.')));
  },
  subscribe(listener) {
    // Without CookieStore (and on plain http), when the person comes back to this window.
    const target = (window.cookieStore as CookieStore | undefined) ?? window;
    target.addEventListener(target === window ? 'focus' : 'change', () => listener(null));
  },
});
