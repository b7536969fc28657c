import {LANGS, safeUrl, type Manifest} from '../../core/index.js';
import {problem, warning, type Finding} from './finding.js';

/** Stands for wherever the manifest is served. */
const BASE = 'https://manifest.invalid/';

/** Every URL of a manifest, with its path. */
function urlsOf({operator, releases}: Manifest): [string, string | null][] {
  return [
    ['operator.url', operator.url],
    ...releases.flatMap(({documents, terms}, i): [string, string | null][] => [
      ...LANGS.map((lang): [string, string | null] => [
        `releases[${i}].documents.${lang}.url`,
        documents[lang]?.url ?? null,
      ]),
      [`releases[${i}].terms.withdraw.url`, terms.withdraw.url],
    ]),
  ];
}

/** Addresses are links that pages render, and lead where they say. */
export function checkLinks(manifest: Manifest): Finding[] {
  return urlsOf(manifest).flatMap(([path, url]) => {
    if (url === null) return [];
    const safe = safeUrl(url, BASE);
    if (!safe) {
      return problem(
        'link',
        path,
        `Pages do not link to "${url}". Write an address that begins with https://.`,
      );
    }
    if (safe.startsWith('http:')) {
      return warning(
        'link',
        path,
        `"${url}" is an address on the reader's own machine. Write the public one.`,
      );
    }
    const isRelative = safeUrl(url) === null;
    if (!isRelative || path !== 'operator.url') return [];
    return warning('link', path, `"${url}" is read as relative to the manifest. Begin it with https://.`);
  });
}
