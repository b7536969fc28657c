import {html} from 'hono/html';
import type {Place} from './database.js';
import {LANGS, type Lang} from './language.js';
import type {Part} from './ledger.js';
import {ledgerAddress} from './ledger-address.js';
import type {CheckedEntry} from './ledger-check.js';
import {ledgerEntry} from './ledger-entry.js';
import {ledgerWords} from './ledger-words.js';

type Html = ReturnType<typeof html>;

/** What the page shows. */
export interface LedgerPage {
  lang: Lang;
  place: Place;
  part: Part;
  /** How many decisions there are, on all pages together. */
  count: number;
  /** Newest first. */
  entries: CheckedEntry[];
  /** Where older entries begin, if there are any. */
  older: number | undefined;
}

const LANG_NAMES: Record<Lang, string> = {kk: 'Қазақша', ru: 'Русский', en: 'English'};

const languages = ({lang, part}: LedgerPage): Html => html`
  <nav class="languages" aria-label="${ledgerWords[lang].languages}">
    <ul>
      ${LANGS.map(
        (each) =>
          html`<li>
            <a
              href="${ledgerAddress(each, part)}"
              lang="${each}"
              hreflang="${each}"
              ${each === lang ? html`aria-current="true"` : ''}
              >${LANG_NAMES[each]}</a
            >
          </li>`,
      )}
    </ul>
  </nav>
`;

function whichPart({lang, part, count}: LedgerPage): Html {
  const say = ledgerWords[lang];
  const {recordId, subjectRef} = part;
  const all = html`<a href="${ledgerAddress(lang)}">${say.all}</a>`;
  if (recordId !== undefined) return html`<p>${say.one} ${all}</p>`;
  return html`${subjectRef === undefined ? '' : html`<p>${say.ofSubject(subjectRef)}. ${all}</p>`}
    <p>${say.count(count)}</p>`;
}

function turning({lang, part, older}: LedgerPage): Html {
  const say = ledgerWords[lang];
  const {before, ...rest} = part;
  return html`
    <p class="tools">
      ${before === undefined ? '' : html`<a href="${ledgerAddress(lang, rest)}">${say.newest}</a>`}
      ${
        older === undefined
          ? ''
          : html`<a rel="next" href="${ledgerAddress(lang, {...rest, before: older})}">${say.older}</a>`
      }
    </p>
  `;
}

/** The page of the ledger. */
export function ledgerPage(page: LedgerPage): Html {
  const {lang, place, part, entries} = page;
  const say = ledgerWords[lang];
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${say.title} ${lang === 'ru' ? '—' : '–'} IPSM</title>
        <link rel="icon" href="assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="assets/demo.css" />
        <link rel="stylesheet" href="assets/ledger.css" />
      </head>
      <body>
        <header class="masthead">
          <a class="brand" href="./?lang=${lang}">IPSM</a>
          ${languages(page)}
        </header>
        <main class="ledger">
          <h1>${say.title}</h1>
          <p>${say.intro}</p>
          <p class="remark">${say.demoNote} ${say.place[place]}</p>
          ${whichPart(page)}
          ${
            entries.length
              ? entries.map((entry) => ledgerEntry(entry, lang, part.recordId !== undefined))
              : html`<p>${say.empty}</p>`
          }
          ${turning(page)}
        </main>
        <footer class="foot">
          <p><a href="./?lang=${lang}">${say.toForm}</a></p>
        </footer>
      </body>
    </html>`;
}
