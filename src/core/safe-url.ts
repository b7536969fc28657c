/** The WHATWG URL is in every runtime; core is compiled without the DOM lib that would declare it. */
declare const URL: new (
  url: string,
  base?: string,
) => {protocol: string; username: string; password: string; hostname: string; href: string};

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * An absolute URL that may be rendered as a link: `https:`, or `http:` on this machine; `null` for every other,
 * and for one with a user name, which passes for a host (`https://ipsm.kz@elsewhere/`).
 */
export function safeUrl(url: string, base?: string): string | null {
  try {
    const {protocol, username, password, hostname, href} = new URL(url, base);
    if (username || password) return null;
    return protocol === 'https:' || (protocol === 'http:' && LOCAL.test(hostname)) ? href : null;
  } catch {
    return null;
  }
}
