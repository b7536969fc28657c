import type {Point, Release} from '../core/manifest.js';
import {nameBeside} from '../core/entry-name.js';
import {documentFor, documentUrl, noticeFor} from '../core/notice.js';
import {
  clauseName,
  clausesForEars,
  clausesInShort,
  documentLinkWords,
  operatorWords,
  requiredWord,
} from './notice-words.js';
import {renderedLang} from './rendered-lang.js';

/** What the fallback of a page is made of. */
export interface FallbackSettings {
  /** The release in force when the page is made. */
  release: Release;
  /** Digest of its notice in the language that is shown. */
  noticeSha256: string;
  /** Name of the box's field. */
  name: string;
  /** Address of the manifest, against which its links are resolved; `null` where they are absolute. */
  manifestUrl: string | null;
}

/** As character references: any page encoding, editor and proxy keeps them. */
const escaped = (text: string): string =>
  Array.from(text, (character) =>
    /[^ -~]|[&<>"']/u.test(character) ? `&#x${character.codePointAt(0)!.toString(16)};` : character,
  ).join('');

/**
 * What a person without script reads and ticks, for between the tags of `<ipsm-consent-checkbox>`: the whole first layer, a
 * native box, the link, and which words these are, so that a server can make the record (docs/format.md, section 8). In the
 * language that the interface speaks. Classes are for ipsm-consent-fallback.css; no filter list knows them.
 */
export function fallbackHtml({release, noticeSha256, name, manifestUrl}: FallbackSettings): string {
  const {lang, notice} = noticeFor(release, renderedLang());
  const document = documentFor(release, renderedLang());
  const url = documentUrl(document, manifestUrl);
  const row = ({label, text, clauses}: Point) => {
    const names = clauses.map((clause) => clauseName(clause, notice));
    const numbers = clauses.length
      ? ` <small><span class="ipsm-ears">${escaped(clausesForEars(names))}</span><span aria-hidden="true">${escaped(clausesInShort(clauses, notice))}</span></small>`
      : '';
    return `<div><dt>${escaped(label)}</dt> <dd>${escaped(text)}${numbers}</dd></div>`;
  };
  const field = escaped(nameBeside(name, '-notice'));
  return [
    `<div class="ipsm-card" lang="${lang}">`,
    `<h2>${escaped(notice.title)}</h2>`,
    `<p class="ipsm-operator" lang="${renderedLang()}">${escaped(operatorWords(release.operator))}</p>`,
    `<dl>${notice.points.map(row).join('\n')}</dl>`,
    `<p class="ipsm-panel"><label translate="no"><input type="checkbox" name="${escaped(name)}" required autocomplete="off"> ` +
      `<span>${escaped(notice.agree)}</span> <span lang="${renderedLang()}">${escaped(requiredWord())}</span></label></p>`,
    url
      ? `<p class="ipsm-panel"><a href="${escaped(url)}" hreflang="${document.lang}" target="_blank" rel="noopener">${escaped(documentLinkWords(document.lang))}</a></p>`
      : '',
    `<input type="hidden" name="${field}" value="${escaped(release.version)} ${lang} ${noticeSha256}">`,
    '</div>',
  ]
    .filter(Boolean)
    .join('\n');
}
