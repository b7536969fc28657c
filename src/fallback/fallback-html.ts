import type {Operator, Point, Release} from '../core/manifest.js';
import {nameBeside} from '../core/entry-name.js';
import {mailUrl} from '../core/mail-url.js';
import {documentFor, documentUrl, noticeFor} from '../core/notice.js';
import {own} from '../core/own.js';
import {safeUrl} from '../core/safe-url.js';
import {languageName} from '../l10n/languages.js';
import {
  changeAnswerWords,
  clauseName,
  clausesAboveWords,
  clausesForEars,
  clausesInShort,
  documentLinkWords,
  languageMissingWords,
  linksOpenTabsWords,
  moreWord,
  officialWords,
  opensTabWord,
  operatorWords,
  optionalHeading,
  optionalNote,
  requiredWord,
  summaryNote,
  versionWords,
} from '../l10n/notice-words.js';
import {renderedLang} from '../l10n/rendered-lang.js';

/** What the fallback of a page is made of. */
export interface FallbackParts {
  /** The release in force when the page is made. */
  release: Release;
  /** Digest of its notice in the language that is shown. */
  noticeSha256: string;
  /** Name of the box's field. */
  name: string;
  /** Address of the manifest, against which its links are resolved; `null` where they are absolute. */
  manifestUrl: string | null;
}

/** What the fallback of a box for one purpose is made of. */
export interface PurposeFallbackParts {
  release: Release;
  /** Id of the purpose. */
  purpose: string;
  /** Name of the box's field. */
  name: string;
  /** Whether it is the first of its form's boxes that the form can do without: there that is said. */
  isFirst?: boolean;
}

/** As character references: any page encoding, editor and proxy keeps them. */
const escaped = (text: string): string =>
  Array.from(text, (character) =>
    /[^ -~]|[&<>"']/u.test(character) ? `&#x${character.codePointAt(0)!.toString(16)};` : character,
  ).join('');

/** Classes are those of the element with a prefix; ipsm-consent-fallback.css is made of the element's own styles. */
const card = (inside: string[]) => `<div class="ipsm-host">\n${inside.filter(Boolean).join('\n')}\n</div>`;

const link = (url: string, lang: string, words: string, more = '') =>
  `<a href="${escaped(url)}" hreflang="${lang}" target="_blank" rel="noopener"${more}>${escaped(words)}</a>`;

/** How to reach the operator: by e-mail, else at the site, else at least the name. */
function contact({name, email, url}: Operator, base: string | null): string {
  const site = url && safeUrl(url, base ?? undefined);
  if (email) return `<a href="${escaped(mailUrl(email))}">${escaped(email)}</a>`;
  return site
    ? `<a href="${escaped(site)}" target="_blank" rel="noopener">${escaped(`${name} ${opensTabWord()}`)}</a>`
    : escaped(name);
}

const box = (name: string, required: boolean, words: string) =>
  `<label class="ipsm-choice"><input type="checkbox" name="${escaped(name)}"${required ? ' required' : ''} autocomplete="off">` +
  `<span class="ipsm-label">${words}</span></label>`;

/** @param lang of the notice, where the page's is another */
const sentence = (text: string, lang: string) =>
  `<span class="ipsm-sentence" lang="${lang}" translate="no">${escaped(text)}</span>`;

/** The comment parts text and space as the element has them parted: browsers round the width of each. */
const row = ({label, text}: Point, clauses: string) =>
  `<div class="ipsm-row"><dt>${escaped(label)}</dt> <dd>${escaped(text)}${clauses && `<!----> <small>${clauses}</small>`}</dd></div>`;

/**
 * What a person without script reads and ticks, for between the tags of `<ipsm-consent-checkbox>`: both layers, a native
 * box, the link, and which words these are, so that a server can make the record (docs/format.md, section 8). In the language
 * that the interface speaks, in words and layout those of the element, so that nothing moves when it takes over.
 */
export function fallbackHtml({release, noticeSha256, name, manifestUrl}: FallbackParts): string {
  const {lang, notice} = noticeFor(release, renderedLang());
  const document = documentFor(release, renderedLang());
  const url = documentUrl(document, manifestUrl);
  const tabs = escaped(`${name}-tabs`);
  const described = ` aria-describedby="${tabs}"`;

  const plain = (clauses: string[]) => {
    const names = clauses.map((clause) => clauseName(clause, notice));
    const runs = clausesInShort(clauses, notice)
      .split(', ')
      .map((run) => `<span class="ipsm-run">${escaped(run)}</span>`);
    return clauses.length
      ? `<span class="ipsm-ears">${escaped(clausesForEars(names))}</span>` +
          `<span aria-hidden="true">${runs.join(', ')}</span>`
      : '';
  };
  const linked = (clauses: string[]) =>
    clauses
      .map((clause) => {
        const at = documentUrl(document, manifestUrl, clause);
        const words = clauseName(clause, notice);
        const heard = ` aria-label="${escaped(clausesForEars([words]))}"${described}`;
        return at ? link(at, document.lang, words, heard) : escaped(words);
      })
      .join(', ');
  const official = () =>
    release.official.flatMap((other) => {
      const there = own(release.documents, other);
      const at = there && documentUrl(there, manifestUrl);
      return at ? [link(at, other, languageName(other), described)] : [];
    });
  const above = [...new Set(notice.points.flatMap(({clauses}) => clauses))];
  const originals = release.official.includes(document.lang) ? [] : official();

  return card([
    `<section class="ipsm-base ipsm-card" lang="${renderedLang()}" dir="ltr">`,
    `<div class="ipsm-head"><h2 class="ipsm-heading" lang="${lang}">${escaped(notice.title)}</h2>`,
    `<p class="ipsm-operator">${escaped(operatorWords(release.operator))}</p></div>`,
    `<dl class="ipsm-rows" lang="${lang}">`,
    ...notice.points.map((point) => row(point, plain(point.clauses))),
    '</dl>',
    `<details class="ipsm-more"><summary><b>${escaped(moreWord())}:</b> ` +
      `<span lang="${lang}">${escaped(notice.details.map(({label}) => label).join(', '))}</span></summary>`,
    `<dl class="ipsm-rows" lang="${lang}">`,
    ...notice.details.map((point) => row(point, linked(point.clauses))),
    '</dl>',
    `<div class="ipsm-notes"><p>${escaped(clausesAboveWords())} <span lang="${lang}">${linked(above)}</span></p>`,
    `<p>${escaped(changeAnswerWords())}: ${contact(release.operator, manifestUrl)}</p>`,
    `<p id="${tabs}">${escaped(linksOpenTabsWords())}</p><p>${escaped(versionWords(release))}</p><p>${escaped(summaryNote())}</p>`,
    originals.length ? `<p>${escaped(officialWords())} ${originals.join(' ')}.</p>` : '',
    lang === renderedLang() ? '' : `<p>${escaped(languageMissingWords(renderedLang(), lang))}</p>`,
    '</div></details>',
    '<div class="ipsm-panel">',
    box(
      name,
      true,
      `${sentence(notice.agree, lang)} <span class="ipsm-required">${escaped(requiredWord())}</span>`,
    ),
    url ? `<p class="ipsm-link">${link(url, document.lang, documentLinkWords(document.lang))}</p>` : '',
    '</div>',
    `<input type="hidden" name="${escaped(nameBeside(name, '-notice'))}" value="${escaped(release.version)} ${lang} ${noticeSha256}">`,
    '</section>',
  ]);
}

/** The same for `<ipsm-consent-checkbox purpose="…">`: a native box for one purpose; empty where the notice has no sentence for it. */
export function purposeFallbackHtml({release, purpose, name, isFirst}: PurposeFallbackParts): string {
  const {lang, notice} = noticeFor(release, renderedLang());
  const words = own(notice.purposes ?? {}, purpose);
  const isRequired = release.terms.purposes.some(({id, required}) => id === purpose && required);
  const required = isRequired ? ` <span class="ipsm-required">${escaped(requiredWord())}</span>` : '';
  return words === undefined
    ? ''
    : card([
        `<section class="ipsm-base" lang="${renderedLang()}" dir="ltr">`,
        isFirst && !isRequired
          ? `<p class="ipsm-legend"><strong>${escaped(optionalHeading())}</strong> ${escaped(optionalNote())}</p>`
          : '',
        '<div class="ipsm-panel">',
        box(name, isRequired, sentence(words, lang) + required),
        '</div></section>',
      ]);
}
