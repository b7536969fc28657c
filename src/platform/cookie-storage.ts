import type {ConsentStorage} from '../core/ports.js';

/** 400 days: browsers keep no cookie longer, some only a week. Each visit starts them anew. */
const MAX_AGE = 400 * 24 * 60 * 60;

/** The names of ours, encoded: a slash is no character of a cookie's name (RFC 6265, section 4.1.1). */
const PREFIX = encodeURIComponent('ipsm-consent/');

/** Cookies of this package by name, undecoded. Those of others are none of ours, whatever is in them. */
const cookies = () =>
  new Map(
    document.cookie
      .split('; ')
      .filter((cookie) => cookie.startsWith(PREFIX))
      .map((cookie) => cookie.split(/=(.*)/s) as [name: string, value: string]),
  );

/** A text that is no encoding of anything is left as it is: whoever reads the value refuses it. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Cookies of the site, for all its subdomains with a domain. Throws where the browser does not take one: they are
 * blocked, it is over 4 KB, the page is not on that domain.
 * @param domain such as `ipsm.kz`; empty: this host alone
 */
export function cookieConsentStorage(domain: string): ConsentStorage {
  const write = (name: string, value: string, maxAge: number, on: string) => {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `${name}=${value}; Path=/; SameSite=Lax; Max-Age=${maxAge}${secure}${on && `; Domain=${on}`}`;
  };
  return {
    compact: true,
    keys: () => [...cookies().keys()].map(decode),
    get(key) {
      const value = cookies().get(encodeURIComponent(key));
      return value === undefined ? null : decode(value);
    },
    set(key, value) {
      write(encodeURIComponent(key), encodeURIComponent(value), MAX_AGE, domain);
      if (this.get(key) !== value) throw new Error(key);
      return true;
    },
    remove(key) {
      // From whichever domain it was written for: the page may have had another setting then.
      const labels = location.hostname.split('.');
      for (const on of ['', ...labels.map((_, i) => labels.slice(i).join('.'))]) {
        write(encodeURIComponent(key), '', 0, on);
      }
    },
    subscribe(listener) {
      // Without CookieStore: when the person comes back to this window.
      const [target, type] = 'cookieStore' in window ? [cookieStore, 'change'] : [window, 'focus'];
      target.addEventListener(type, listener);
      return () => target.removeEventListener(type, listener);
    },
  };
}
