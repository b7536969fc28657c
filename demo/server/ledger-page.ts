import {html} from 'hono/html';
import type {AuditEntry} from 'ipsm-consent/server';
import type {Place} from './database.js';
import {exportAddress, ledgerAddress, type Part} from './ledger-address.js';
import {ledgerEntry, nameOf, stateOf, time, type Shown} from './ledger-entry.js';
import type {Person} from './ledger-people.js';
import {LANGS, words, type Lang, type Words} from './words.js';

type Html = ReturnType<typeof html>;

/** What every page of the ledger needs to know. */
interface Frame {
  lang: Lang;
  place: Place;
  part: Part;
}

/** A page of decisions, newest first. */
export interface LedgerPage extends Frame {
  /** How many there are, on all pages together. */
  count: number;
  entries: AuditEntry[];
  /** Where older entries begin, if there are any. */
  next: string | undefined;
  /** Whose decisions they are, by the id of the record. */
  people: Map<string, Person>;
  /** To choose from. */
  versions: string[];
}

/** The page of one record; without an entry there is none. */
export interface RecordPage extends Frame, Omit<Shown, 'entry'> {
  entry: AuditEntry | undefined;
}

const LANG_NAMES: Record<Lang, string> = {kk: 'Қазақша', ru: 'Русский', en: 'English'};

const languages = ({lang, part}: Frame): Html => html`
  <nav class="languages" aria-label="${words[lang].ledger.languages}">
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

function framed(frame: Frame, content: Html): Html {
  const {lang, place} = frame;
  const say = words[lang].ledger;
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
          ${languages(frame)}
        </header>
        <main class="ledger">
          <h1>${say.title}</h1>
          <p>${say.intro}</p>
          <p class="remark">${say.demoNote} ${say.place[place]}</p>
          ${content}
        </main>
        <footer class="foot">
          <p><a href="./?lang=${lang}">${say.toForm}</a></p>
        </footer>
      </body>
    </html>`;
}

const option = (value: string, label: string, chosen: string | undefined): Html =>
  html`<option value="${value}" ${value === (chosen ?? '') ? 'selected' : ''}>${label}</option>`;

function select(name: string, label: string, options: [string, string][], chosen: string | undefined): Html {
  return html`<label>
    ${label}
    <select name="${name}">
      ${options.map(([value, text]) => option(value, text, chosen))}
    </select>
  </label>`;
}

const STATES = ['given', 'declined', 'withdrawn', 'partly'] as const;

function filters({lang, part, versions}: LedgerPage): Html {
  const say = words[lang].ledger;
  const any: [string, string] = ['', say.any];
  const known = [...new Set([...versions, ...(part.version ? [part.version] : [])])];
  return html`
    <search>
      <form class="filters" method="get" action="ledger" aria-label="${say.filters}">
        <input type="hidden" name="lang" value="${lang}" />
        <label class="wide">${say.search} <input type="search" name="q" value="${part.q ?? ''}" /></label>
        ${select(
          'version',
          say.version,
          [any, ...known.map((each): [string, string] => [each, each])],
          part.version,
        )}
        ${select(
          'state',
          say.what,
          [any, ...STATES.map((each): [string, string] => [each, say.state[each]])],
          part.state,
        )}
        ${select(
          'in',
          say.lang,
          [any, ...LANGS.map((each): [string, string] => [each, say.langs[each]])],
          part.in,
        )}
        <label>${say.from} <input type="date" name="from" value="${part.from ?? ''}" /></label>
        <label>${say.to} <input type="date" name="to" value="${part.to ?? ''}" /></label>
        <p class="tools">
          <button>${say.apply}</button>
          <a href="${ledgerAddress(lang)}">${say.reset}</a>
          <a href="${exportAddress(lang, part, 'jsonl')}" download>${say.jsonl}</a>
          <a href="${exportAddress(lang, part, 'csv')}" download>${say.csv}</a>
        </p>
      </form>
    </search>
  `;
}

function row(entry: AuditEntry, person: Person | undefined, lang: Lang): Html {
  const say = words[lang].ledger;
  const {record, problems} = entry;
  const isGood = record && !problems.length;
  return html`<tr id="record-${entry.id}">
    <td>${time(entry.receivedAt)}</td>
    <th scope="row"><a href="${ledgerAddress(lang, {record: entry.id})}">${nameOf(person, say)}</a></th>
    <td data-state="${record?.event.state ?? ''}">${stateOf(entry, say)}</td>
    <td>${record?.policy.version}</td>
    <td>${record && (say.langs[record.notice.lang as Lang] ?? record.notice.lang)}</td>
    <td>${record && say.methods[record.event.method]}</td>
    <td data-check="${isGood ? 'good' : 'bad'}">${isGood ? `✓ ${say.good}` : `⚠ ${say.bad}`}</td>
  </tr>`;
}

function table({lang, entries, people}: LedgerPage, caption: string): Html {
  const say = words[lang].ledger;
  const columns = [say.received, say.who, say.what, say.version, say.lang, say.method, say.check];
  return html`
    <div class="scroller" role="region" aria-label="${caption}" tabindex="0">
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${entries.map((entry) => row(entry, people.get(entry.id), lang))}
        </tbody>
      </table>
    </div>
  `;
}

function turning({lang, part, next}: LedgerPage, say: Words['ledger']): Html {
  const {after, ...rest} = part;
  return html`
    <p class="tools">
      ${after === undefined ? '' : html`<a href="${ledgerAddress(lang, rest)}">${say.newest}</a>`}
      ${
        next === undefined
          ? ''
          : html`<a rel="next" href="${ledgerAddress(lang, {...rest, after: next})}">${say.older}</a>`
      }
    </p>
  `;
}

/** The ledger as a table, with search, filters and files to take away. */
export function ledgerPage(page: LedgerPage): Html {
  const say = words[page.lang].ledger;
  const isFiltered = Object.keys(page.part).length > 0;
  const content = html`
    ${filters(page)}
    ${
      page.entries.length
        ? table(page, say.count(page.count))
        : html`<p>${isFiltered ? say.none : say.empty}</p>`
    }
    ${turning(page, say)}
  `;
  return framed(page, content);
}

/** One record in full, with its words and those before and after it. */
export function recordPage({entry, chain, person, ...frame}: RecordPage): Html {
  const {lang} = frame;
  const say = words[lang].ledger;
  const content = html`
    <p>
      ${entry ? say.one : say.none}
      <a href="${ledgerAddress(lang)}">${say.all}</a>
    </p>
    ${entry && ledgerEntry({entry, chain, person}, lang)}
  `;
  return framed(frame, content);
}
