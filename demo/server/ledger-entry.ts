import {html} from 'hono/html';
import {safeUrl, type ConsentRecord, type Notice} from 'ipsm-consent/core';
import type {Lang} from './language.js';
import type {Entry} from './ledger.js';
import {ledgerAddress} from './ledger-address.js';
import {recordOf, type CheckedEntry} from './ledger-check.js';
import {clockRemark, timeText} from './ledger-time.js';
import {ledgerWords, type LedgerWords} from './ledger-words.js';

type Html = ReturnType<typeof html>;
type Fact = [label: string, value: Html | string];

const NAME_FIELDS = ['surname', 'given', 'patronymic', 'name'] as const;
const CONTACT_FIELDS = ['email', 'phone'] as const;

const time = (moment: Date): Html =>
  html`<time datetime="${moment.toISOString()}">${timeText(moment)}</time>`;

const codes = (list: string[]): Html =>
  html`<ul class="codes">
    ${list.map((code) => html`<li><code>${code}</code></li>`)}
  </ul>`;

function stateOf(record: ConsentRecord | undefined, say: LedgerWords): string {
  if (!record) return say.state.unreadable;
  const {event, purposes} = record;
  const isPartial = event.state === 'withdrawn' && purposes.some(({decision}) => decision === 'given');
  return isPartial ? say.state.partly : say.state[event.state];
}

function verdict({problems, record}: CheckedEntry, say: LedgerWords): Html {
  if (!problems.length && record)
    return html`<p class="remark good" data-check="good">✓ ${say.checked(record.policy.version)}</p>`;
  return html`
    <div class="remark bad" data-check="bad">
      <p><strong>⚠ ${say.altered}</strong></p>
      <ul>
        ${problems.map(
          ({code, path, detail}) =>
            html`<li><code>${code} ${path}</code> <span lang="en">${detail}</span></li>`,
        )}
      </ul>
    </div>
  `;
}

function remarks({entry, record}: CheckedEntry, say: LedgerWords): string[] {
  if (!record) return [];
  const clock = clockRemark(new Date(record.event.time), entry.received_at, say);
  return [...(clock ? [clock] : []), ...(record.notice.sha256 ? [] : [say.noDigest])];
}

function link(entry: Entry, lang: Lang): Html {
  const say = ledgerWords[lang];
  return html`<a href="${ledgerAddress(lang, {recordId: entry.record_id})}"
    >${stateOf(recordOf(entry), say)}, ${time(entry.received_at)}</a
  >`;
}

function lineFacts({record, prev, problems, next}: CheckedEntry, lang: Lang): Fact[] {
  const say = ledgerWords[lang];
  const isOther = problems.some(({code}) => code === 'prev');
  return [
    ...(record?.prev
      ? [
          [
            say.prev,
            prev
              ? html`${link(prev, lang)}${isOther ? ` (${say.prevOther})` : ''}`
              : html`<code>${record.prev.id}</code> (${say.prevUnknown})`,
          ] satisfies Fact,
        ]
      : []),
    ...next.map((entry): Fact => [say.next, link(entry, lang)]),
  ];
}

/** A document beside the demo's manifest, named as the manifest does; the ledger stands one folder above. */
const besideManifest = (url: string) => (/^[\w-][\w.-]*(\?[\w=-]*)?$/.test(url) ? `policy/${url}` : null);

function recordFacts(record: ConsentRecord, isGenuine: boolean, lang: Lang): Fact[] {
  const say = ledgerWords[lang];
  const {event, policy, notice, subject} = record;
  const url = policy.url && (safeUrl(policy.url) ?? besideManifest(policy.url));
  return [
    [say.acted, time(new Date(event.time))],
    [say.version, policy.version],
    // Where somebody has changed the row, its link leads anywhere.
    ...(url && isGenuine ? [[say.document, html`<a href="${url}">${url}</a>`] satisfies Fact] : []),
    [say.lang, say.langs[notice.lang as Lang] ?? notice.lang],
    [say.method, say.methods[event.method]],
    ...(event.by === 'representative' ? [[say.by, say.representative] satisfies Fact] : []),
    ...(subject.ref === null
      ? []
      : [
          [
            say.subject,
            html`<a href="${ledgerAddress(lang, {subjectRef: subject.ref})}">${subject.ref}</a>`,
          ] satisfies Fact,
        ]),
  ];
}

function facts(checked: CheckedEntry, lang: Lang): Fact[] {
  const say = ledgerWords[lang];
  const {entry, record, person, problems} = checked;
  const {registration, record_id, received_at} = entry;
  const files = registration?.files ?? [];
  return [
    ...CONTACT_FIELDS.flatMap((field): Fact[] => (person?.[field] ? [[say[field], person[field]]] : [])),
    ...lineFacts(checked, lang),
    [say.received, time(received_at)],
    ...(record ? recordFacts(record, !problems.length, lang) : []),
    ...(files.length ? [[say.files, files.map(({name}) => name).join(', ')] satisfies Fact] : []),
    [
      say.recordId,
      html`<a href="${ledgerAddress(lang, {recordId: record_id})}"><code>${record_id}</code></a>`,
    ],
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

const words = (
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

function recordParts(
  {entry, record, notice, claimed}: CheckedEntry,
  say: LedgerWords,
  isAlone: boolean,
): Html {
  const json = record ? JSON.stringify(record, null, 2) : entry.record;
  return html`
    ${record && purposes(record, say)}
    ${folded(say.words, record && notice ? words(notice, record, say) : html`<p>${say.noWords}</p>`, isAlone)}
    ${record && folded(`${say.gaps}: ${record.gaps.length}`, codes(record.gaps), isAlone)}
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
export function ledgerEntry(checked: CheckedEntry, lang: Lang, isAlone: boolean): Html {
  const say = ledgerWords[lang];
  const {entry, record, person} = checked;
  const name = NAME_FIELDS.flatMap((field) => person?.[field] || []).join(' ');
  const id = `record-${entry.record_id}`;
  return html`
    <article class="card entry" id="${id}" aria-labelledby="${id}-name">
      <h2 id="${id}-name">${name || say.nobody}</h2>
      <p class="state" data-state="${record?.event.state ?? ''}">${stateOf(record, say)}</p>
      ${verdict(checked, say)} ${remarks(checked, say).map((remark) => html`<p class="remark">${remark}</p>`)}
      <dl class="facts">
        ${facts(checked, lang).map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${recordParts(checked, say, isAlone)}
    </article>
  `;
}
