import {safeUrl, type ConsentRecord} from '../core/index.js';

/** Stands for the manifest's place where that is unknown. No host has this name (RFC 6761). */
export const UNKNOWN_PLACE = 'https://manifest.invalid/';

const urlsOf = ({operator, policy, withdraw}: ConsentRecord): Record<string, string | null> => ({
  'operator.url': operator.url,
  'policy.url': policy.url,
  'withdraw.url': withdraw.url,
});

/** The part that no place changes: the last step of the path, or a query alone, which goes to the manifest's own file. */
const endOf = (url: string) => url.slice(url.lastIndexOf('/')).replace(/^\/(?=[?#])/, '');

/** Paths whose URL is relative to an unknown place, and that hold a safe one with the same end. */
export function unplacedUrls(found: ConsentRecord, expected: ConsentRecord): string[] {
  const urls = urlsOf(found);
  return Object.entries(urlsOf(expected)).flatMap(([path, url]) => {
    const posted = urls[path];
    if (!url?.startsWith(UNKNOWN_PLACE) || !posted || safeUrl(posted) !== posted) return [];
    return posted.endsWith(endOf(url)) ? [path] : [];
  });
}
