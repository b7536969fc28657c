import {msg} from '@lit/localize';
import {html, nothing, render} from 'lit';
import {canonicalJson} from '../../core/canonical-json.js';
import type {Notice, Point} from '../../core/manifest.js';
import type {ConsentRecord} from '../../core/record.js';
import {safeUrl} from '../../core/safe-url.js';
import {formatDate} from '../../l10n/format-date.js';
import {
  clausesForEars,
  clausesInShort,
  summaryNote,
  textInWords,
  versionWords,
} from '../../l10n/notice-words.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import type {PolicyContext} from '../page/policy-context.js';
import {recordWords} from '../shared/record-words.js';
import {purposeSentence} from '../shared/sentence.js';
import {gapInWords} from './gap-words.js';
import {actOf, decisionWords, labels} from './status-words.js';

const STYLE = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem}h2{font-size:1.125rem;margin:1.5rem 0 .5rem}dt,strong{font-weight:600}dd{margin:0 0 .5rem}
blockquote{margin:0;padding-inline-start:1rem;border-inline-start:.25rem solid}pre{white-space:pre-wrap;font-size:.75rem}
@media print{:root{color-scheme:light}body{margin:0;max-width:none}h2{break-after:avoid}li,dd{break-inside:avoid}}`;

const link = (url: string | null, base: string | null) => {
  const address = url && safeUrl(url, base ?? undefined);
  return address ? html`<a href=${address} rel="noopener">${address}</a>` : url;
};

/** A labelled line; nothing where there is nothing to say. */
const line = (label: string, value: unknown) =>
  value
    ? html`<dt>${label}</dt>
        <dd>${value}</dd>`
    : nothing;

const rows = (points: Point[], notice: Notice) =>
  points.map(
    ({label, text, clauses}) =>
      html`<dt>${label}</dt>
        <dd>${text} ${clauses.length ? `(${clausesInShort(clauses, notice)})` : nothing}</dd>`,
  );

/** The words as they were: both layers were on screen, or one press away. */
const words = ({notice: {lang}, event}: ConsentRecord, notice: Notice) => html`
  <blockquote lang=${lang}>
    <p>${notice.question}</p>
    <p>${notice.brief}</p>
    <h3>${notice.title}</h3>
    <dl>${rows(notice.points, notice)} ${rows(notice.details, notice)}</dl>
    <p><strong>${event.by === 'self' ? notice.agree : notice.agreeFor}</strong></p>
    <p>${notice.accept} / ${notice.decline}</p>
  </blockquote>
  <p>${summaryNote()}</p>
`;

/** What is said of the words where they are not those of the record. */
const doubt = (isThere: boolean) =>
  isThere
    ? msg(
        'Төмендегі мәтін – осы бетте қазір тұрған мәтін. Ол жазбаға қатысты мәтінмен бірдей емес: SHA-256 бақылау кодтары әртүрлі.',
        {desc: 'In a confirmation, above the words: they have changed since'},
      )
    : msg('Бұл бетте жазбаға қатысты мәтін жоқ, жазбаның өзінде де мәтін сақталмайды.', {
        desc: 'In a confirmation, in place of the words: this page does not have them',
      });

function content(record: ConsentRecord, context: PolicyContext) {
  const {event, gaps, operator, policy, purposes} = record;
  const {notice, isAltered} = recordWords(record, context);
  const base = policy.manifest;
  return html`<main>
    <h1>${title()}</h1>
    <p><strong>${actOf(record)}</strong></p>
    <dl>
      ${line(
        msg('Оператор', {desc: 'Label in a confirmation'}),
        [operator.name, operator.address, operator.email, operator.url].filter(Boolean).join(', '),
      )}
      ${line(labels.bin(), operator.bin)}
      ${line(msg('Күні мен уақыты', {desc: 'Label in a confirmation'}), momentOf(new Date(event.time)))}
      ${line(msg('Саясат', {desc: 'Label in a confirmation'}), versionWords(policy))}
      ${line(msg('Мәтін тілі', {desc: 'Label in a confirmation: language of the words shown'}), textInWords(record.notice.lang))}
      ${line(labels.document(), link(policy.url, base))} ${line(labels.documentDigest(), policy.sha256)}
      ${line(labels.noticeDigest(), record.notice.sha256)} ${line(labels.recordId(), record.id)}
    </dl>
    <h2>${msg('Мақсаттар', {desc: 'Heading in a confirmation: purposes'})}</h2>
    <ul>
      ${purposes.map(
        (purpose) =>
          html`<li>
            <span lang=${purpose.required ? renderedLang() : record.notice.lang}
              >${purpose.required ? clausesForEars([purpose.clause]) : purposeSentence(notice, purpose)}</span
            >: ${decisionWords[purpose.decision]()}
          </li>`,
      )}
    </ul>
    <h2>${msg('Көрсетілген мәтін', {desc: 'Heading in a confirmation: the words that were shown'})}</h2>
    ${!notice || isAltered ? html`<p><strong>${doubt(Boolean(notice))}</strong></p>` : nothing}
    ${notice ? words(record, notice) : nothing}
    ${
      gaps.length
        ? html`<h2>
              ${msg('Оператор көрсетпеген мәліметтер', {desc: 'Heading in a confirmation: what the operator has not stated'})}
            </h2>
            <ul>
              ${gaps.map((gap) => html`<li>${gapInWords(gap)}</li>`)}
            </ul>`
        : nothing
    }
    <p>
      ${msg(
        'Растама браузердің осы уақытта (құрылғы сағаты бойынша) осы мәтінге осы жауапты жазғанын көрсетеді. Кім жауап бергенін де, мәтіннің оқылғанын да дәлелдемейді.',
        {desc: 'In a confirmation: what it shows, and what it does not prove'},
      )}
    </p>
    <h2>${msg('Жазбаның өзі (JSON)', {desc: 'Heading in a confirmation: the record itself'})}</h2>
    <pre>${canonicalJson(record)}</pre>
  </main>`;
}

/** One moment, in the person's zone and language. */
function momentOf(date: Date): string {
  const two = (number: number) => `${number}`.padStart(2, '0');
  return `${formatDate(date)}, ${two(date.getHours())}:${two(date.getMinutes())}`;
}

const title = () => msg('Келісім растамасы', {desc: 'Title of a confirmation'});

/**
 * A record as a page that stands alone: to read, print and keep. In the page's language, with the words of the notice in
 * theirs. Written by the browser's own serializer, so text stays text.
 */
export function confirmation(record: ConsentRecord, context: PolicyContext): string {
  const page = document.implementation.createHTMLDocument(title());
  render(content(record, context), page.body);
  const marks = page.createNodeIterator(page.body, NodeFilter.SHOW_COMMENT);
  for (let mark; (mark = marks.nextNode() as Comment | null);) mark.remove();
  return `<!doctype html>
<html lang="${renderedLang()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${page.head.innerHTML}
<style>${STYLE}</style></head>${page.body.outerHTML}</html>`;
}
