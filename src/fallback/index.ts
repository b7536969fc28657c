import {currentRelease, noticeDigests, noticeFor, readManifest, sha256} from '../core/index.js';
import {renderedLang} from '../l10n/rendered-lang.js';
import {fallbackHtml, purposeFallbackHtml} from './fallback-html.js';
import {speak} from './speak.js';

/** What `printFallback` is told of the page. */
export interface FallbackSettings {
  /** The page's language, such as `ru` or `ru-KZ`. Kazakh where the elements do not speak it. */
  lang: string;
  /** Name of the element; default `consent`. */
  name?: string;
  /** Absolute address of the manifest. Needed where it names its documents by relative addresses. */
  manifestUrl?: string | null;
  /** Which release is in force; default the present moment. */
  now?: Date;
}

/** What `printPurposeFallback` is told of the page. */
export interface PurposeFallbackSettings {
  /** The page's language, as for `printFallback`. */
  lang: string;
  /** Id of the purpose. */
  purpose: string;
  /** Name of the element; default the id of the purpose. */
  name?: string;
  /** Whether it is the first of its form's boxes that the form can do without: there that is said. */
  isFirst?: boolean;
  /** Which release is in force; default the present moment. */
  now?: Date;
}

/**
 * Prints what stands between the tags of `<ipsm-consent-checkbox>`: what a person reads and ticks before the script runs, and
 * without it. `acceptFallback` and the ledger's `acceptForm` make a record of it. Styles: dist/cdn/ipsm-consent-fallback.css.
 * @param manifest the parsed JSON that the page's elements load
 * @returns HTML in ASCII, on which no page encoding has a bearing; empty where no release is in force
 * @throws {ReadError} for a manifest that cannot be read, with code and path
 * @throws {TypeError} where the runtime has no Web Crypto
 */
export async function printFallback(
  manifest: unknown,
  {lang, name = 'consent', manifestUrl = null, now = new Date()}: FallbackSettings,
): Promise<string> {
  const release = currentRelease(readManifest(manifest), now);
  if (!release) return '';
  const digests = await noticeDigests(release, sha256);
  speak(lang);
  const noticeSha256 = digests[noticeFor(release, renderedLang()).lang];
  if (!noticeSha256)
    throw new TypeError('This runtime has no Web Crypto (crypto.subtle): no digest can be made.');
  return fallbackHtml({release, noticeSha256, name, manifestUrl});
}

/**
 * Prints the same for `<ipsm-consent-checkbox purpose="…">`: a box for one purpose.
 * @param manifest the parsed JSON that the page's elements load
 * @returns HTML in ASCII; empty where the notice has no sentence for the purpose
 * @throws {ReadError} for a manifest that cannot be read, with code and path
 */
export function printPurposeFallback(
  manifest: unknown,
  {lang, purpose, name = purpose, isFirst = false, now = new Date()}: PurposeFallbackSettings,
): string {
  const release = currentRelease(readManifest(manifest), now);
  if (!release) return '';
  speak(lang);
  return purposeFallbackHtml({release, purpose, name, isFirst});
}
