import {html} from 'hono/html';
import {safeUrl, type ConsentRecord, type Notice} from 'ipsm-consent/core';
import {stateOf as decisionOf, type AuditEntry} from 'ipsm-consent/server';
import {ledgerAddress} from './ledger-address.js';
import type {Person} from './ledger-people.js';
import {clockRemark, timeText} from './ledger-time.js';
import {words, type Lang, type Words} from './words.js';

type Html = ReturnType<typeof html>;
type LedgerWords = Words['ledger'];
type Fact = [label: string, value: Html | string];

const NAME_FIELDS = ['surname', 'given', 'patronymic', 'name'] as const;
const CONTACT_FIELDS = ['email', 'phone'] as const;

/** A decision with what is told beside it. */
export interface Shown {
  entry: AuditEntry;
  /** Those it came after and those that came after it, itself among them. */
  chain: AuditEntry[];
  person: Person | undefined;
}

export const time = (moment: Date): Html =>
  html`<time datetime="${moment.toISOString()}">${timeText(moment)}</time>`;

const codes = (list: string[]): Html =>
  html`<ul class="codes">
    ${list.map((code) => html`<li><code>${code}</code></li>`)}
  </ul>`;

/** What was decided, in words. */
export function stateOf({record}: AuditEntry, say: LedgerWords): string {
  if (!record) return say.state.unreadable;
  return say.state[decisionOf(record)];
}

/** A person's name; that there is none. */
export const nameOf = (person: Person | undefined, say: LedgerWords): string =>
  NAME_FIELDS.flatMap((field) => person?.fields[field] || []).join(' ') || say.nobody;

function verdict({problems, record}: AuditEntry, say: LedgerWords): Html {
  if (!problems.length && record)
    return html`<p class="remark good" data-check="good">✓ ${say.checked(record.policy.version)}</p>`;
  return html`
    <div class="remark bad" data-check="bad">
      <p><strong>⚠ ${say.altered}</strong></p>
      <ul>
        ${problems.map(
          ({code, path, message}) =>
            html`<li><code>${code} ${path}</code> <span lang="en">${message}</span></li>`,
        )}
      </ul>
    </div>
  `;
}

function remarks({receivedAt, record}: AuditEntry, say: LedgerWords): string[] {
  if (!record) return [];
  const clock = clockRemark(new Date(record.event.time), receivedAt, say);
  return [...(clock ? [clock] : []), ...(record.notice.sha256 ? [] : [say.noDigest])];
}

const link = (entry: AuditEntry, lang: Lang): Html =>
  html`<a href="${ledgerAddress(lang, {record: entry.id})}"
    >${stateOf(entry, words[lang].ledger)}, ${time(entry.receivedAt)}</a
  >`;

function chainFacts({entry: {id, record, problems}, chain}: Shown, lang: Lang): Fact[] {
  const say = words[lang].ledger;
  const prev = chain.find((each) => each.id === record?.prev?.id);
  const isOther = problems.some(({code}) => code === 'prev');
  const before = prev
    ? html`${link(prev, lang)}${isOther ? ` (${say.prevOther})` : ''}`
    : html`<code>${record?.prev?.id}</code> (${say.prevUnknown})`;
  return [
    ...(record?.prev ? [[say.prev, before] satisfies Fact] : []),
    ...chain.flatMap((each): Fact[] => (each.record?.prev?.id === id ? [[say.next, link(each, lang)]] : [])),
  ];
}

/** A document beside the demo's manifest, named as the manifest does; the ledger stands one folder above. */
const besideManifest = (url: string) => (/^[\w-][\w.-]*(\?[\w=-]*)?$/.test(url) ? `policy/${url}` : null);

function recordFacts(record: ConsentRecord, isGenuine: boolean, lang: Lang): Fact[] {
  const say = words[lang].ledger;
  const {event, policy, notice, subject} = record;
  const url = policy.url && (safeUrl(policy.url) ?? besideManifest(policy.url));
  const facts: [string, Html | string | null][] = [
    [say.acted, time(new Date(event.time))],
    [say.version, policy.version],
    // Where somebody has changed the row, its link leads anywhere.
    [say.document, url && isGenuine ? html`<a href="${url}">${url}</a>` : null],
    [say.lang, say.langs[notice.lang as Lang] ?? notice.lang],
    [say.method, say.methods[event.method]],
    [say.by, event.by === 'representative' ? say.representative : null],
    [say.subject, subject.ref],
  ];
  return facts.flatMap(([label, value]): Fact[] => (value === null ? [] : [[label, value]]));
}

function facts(shown: Shown, lang: Lang): Fact[] {
  const {entry, person} = shown;
  const say = words[lang];
  const files = person?.files ?? [];
  return [
    ...CONTACT_FIELDS.flatMap((field): Fact[] =>
      person?.fields[field] ? [[say[field], person.fields[field]]] : [],
    ),
    ...chainFacts(shown, lang),
    [say.ledger.received, time(entry.receivedAt)],
    ...(entry.record ? recordFacts(entry.record, !entry.problems.length, lang) : []),
    ...(files.length ? [[say.ledger.files, files.map(({name}) => name).join(', ')] satisfies Fact] : []),
    [say.ledger.recordId, html`<code>${entry.id}</code>`],
  ];
}

const purposes = ({purposes}: ConsentRecord, say: LedgerWords): Html => html`
  <h3>${say.purposes}</h3>
  <ul class="purposes">
    ${purposes.map(
      ({id, clause, decision}) =>
        html`<li data-decision="${decision}"><code>${clause} ${id}</code>: ${say.decision[decision]}</li>`,
    )}
  </ul>
`;

const shownWords = (
  {title, points, details, agree, agreeFor, purposes = {}}: Notice,
  {notice, event}: ConsentRecord,
  say: LedgerWords,
): Html => html`
  <div lang="${notice.lang}">
    <p><strong>${title}</strong></p>
    <ul class="clauses">
      ${[...points, ...details].map(
        ({label, text, clauses}) =>
          html`<li>
            <strong>${label}:</strong> ${text} <span class="clause-number">${clauses.join(', ')}</span>
          </li>`,
      )}
    </ul>
  </div>
  <p>${say.wordsNote}</p>
  <p>${say.agree}:</p>
  <blockquote lang="${notice.lang}">
    <p>${event.by === 'representative' ? (agreeFor ?? agree) : agree}</p>
    ${Object.values(purposes).map((sentence) => html`<p>${sentence}</p>`)}
  </blockquote>
`;

const folded = (summary: string, content: Html | string, isOpen: boolean): Html =>
  html`<details ${isOpen ? 'open' : ''}>
    <summary>${summary}</summary>
    ${content}
  </details>`;

function recordParts({entry, record, words: notice, claimed}: AuditEntry, say: LedgerWords): Html {
  const json = record ? JSON.stringify(record, null, 2) : entry;
  return html`
    ${record && purposes(record, say)}
    ${folded(say.words, record && notice ? shownWords(notice, record, say) : html`<p>${say.noWords}</p>`, true)}
    ${record && folded(`${say.gaps}: ${record.gaps.length}`, codes(record.gaps), true)}
    ${folded(
      say.json,
      html`${
          claimed.length
            ? html`<p>${say.claimed}</p>
                ${codes(claimed)}`
            : ''
        }
        <pre tabindex="0" aria-label="${say.json}">${json}</pre>`,
      false,
    )}
  `;
}

/** One decision of the ledger: whose, what, when, which words, and whether it is still what it was. */
export function ledgerEntry(shown: Shown, lang: Lang): Html {
  const say = words[lang].ledger;
  const {entry, person} = shown;
  const id = `record-${entry.id}`;
  return html`
    <article class="card entry" id="${id}" aria-labelledby="${id}-name">
      <h2 id="${id}-name">${nameOf(person, say)}</h2>
      <p class="state" data-state="${entry.record?.event.state ?? ''}">${stateOf(entry, say)}</p>
      ${verdict(entry, say)} ${remarks(entry, say).map((remark) => html`<p class="remark">${remark}</p>`)}
      <dl class="facts">
        ${facts(shown, lang).map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${recordParts(entry, say)}
    </article>
  `;
}
