import {msg} from '@lit/localize';
import {html, nothing, render} from 'lit';
import {canonicalJson} from '../../core/canonical-json.js';
import type {Notice} from '../../core/manifest.js';
import type {ConsentRecord} from '../../core/record.js';
import {safeUrl} from '../../core/safe-url.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {gapInWords} from './gap-words.js';
import {clauseName} from '../shared/policy-link.js';
import type {PolicyContext} from '../page/policy-context.js';
import {purposeSentence} from '../shared/sentence.js';
import {recordWords} from './record-words.js';
import {actOf, dateOf, decisionWords, labels} from './status-words.js';
import {OFFICIAL, translationNote, versionNote} from '../summary/summary.js';

const STYLE = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem}h2{font-size:1.125rem;margin:1.5rem 0 .5rem}dt,strong{font-weight:600}dd{margin:0 0 .5rem}
blockquote{margin:0;padding-inline-start:1rem;border-inline-start:.25rem solid}pre{white-space:pre-wrap;font-size:.75rem}
@media print{:root{color-scheme:light}body{margin:0;max-width:none}h2{break-after:avoid}li,dd{break-inside:avoid}}`;

const isLink = (url: string | null) =>
  url && safeUrl(url) ? html`<a href=${url} rel="noopener">${url}</a>` : url;

/** A labelled line; nothing where there is nothing to say. */
const line = (label: string, value: unknown) =>
  value
    ? html`<dt>${label}</dt>
        <dd>${value}</dd>`
    : nothing;

/** The words as they were shown: everything that was visible or one press away. */
const words = ({notice: {lang}}: ConsentRecord, notice: Notice) => html`
  <blockquote lang=${lang}>
    <h3>${notice.title}</h3>
    <ul>
      ${notice.points.map(
        ({text, more, clause, label}) => html`<li>${text} ${more} (${label ?? clause})</li>`,
      )}
    </ul>
    <p><strong>${notice.agree}</strong></p>
    <p>${notice.accept} / ${notice.decline}</p>
  </blockquote>
  ${lang === OFFICIAL ? nothing : html`<p>${translationNote()}</p>`}
`;

/** What is said of the words where they are not those of the record. */
const doubt = (isThere: boolean) =>
  isThere
    ? msg(
        'Төмендегі мәтін – осы бетте қазір тұрған мәтін. Ол жазбаға қатысты мәтінмен бірдей емес: SHA-256 дайджестері әртүрлі.',
        {desc: 'In a receipt, above the words: they have changed since'},
      )
    : msg('Бұл бетте жазбаға қатысты мәтін жоқ, жазбаның өзінде де мәтін сақталмайды.', {
        desc: 'In a receipt, in place of the words: this page does not have them',
      });

function content(record: ConsentRecord, context: PolicyContext) {
  const {event, gaps, operator, policy, purposes} = record;
  const {notice, isAltered} = recordWords(record, context);
  return html`<main>
    <h1>${title()}</h1>
    <p><strong>${actOf(record)}</strong></p>
    <dl>
      ${line(
        msg('Оператор', {desc: 'Label in a receipt'}),
        [operator.name, operator.address, operator.email, operator.url].filter(Boolean).join(', '),
      )}
      ${line(labels.bin(), operator.bin)}
      ${line(msg('Күні мен уақыты', {desc: 'Label in a receipt'}), `${dateOf(record)} (${event.time})`)}
      ${line(msg('Саясат', {desc: 'Label in a receipt'}), `${policy.id}. ${versionNote(policy)}`)}
      ${line(labels.document(), isLink(policy.url))} ${line(labels.documentDigest(), policy.sha256)}
      ${line(labels.noticeDigest(), record.notice.sha256)} ${line(labels.recordId(), record.id)}
    </dl>
    <h2>${msg('Мақсаттар', {desc: 'Heading in a receipt: purposes'})}</h2>
    <ul>
      ${purposes.map(
        (purpose) =>
          html`<li>
            <span lang=${purpose.required ? renderedLang() : record.notice.lang}
              >${purpose.required ? clauseName(purpose.clause) : purposeSentence(notice, purpose)}</span
            >: ${decisionWords[purpose.decision]()}
          </li>`,
      )}
    </ul>
    <h2>${msg('Көрсетілген мәтін', {desc: 'Heading in a receipt: the words that were shown'})}</h2>
    ${!notice || isAltered ? html`<p><strong>${doubt(Boolean(notice))}</strong></p>` : nothing}
    ${notice ? words(record, notice) : nothing}
    ${
      gaps.length
        ? html`<h2>${msg('Көрсетілмеген мәліметтер', {desc: 'Heading in a receipt: what is not stated'})}</h2>
            <ul>
              ${gaps.map((gap) => html`<li>${gapInWords(gap)}</li>`)}
            </ul>`
        : nothing
    }
    <h2>${msg('Түбіртек нені көрсетеді', {desc: 'Heading in a receipt: what it proves'})}</h2>
    <p>
      ${msg(
        'Түбіртек осы мәтінге берілген осы жауапты браузердің аталған уақытта (құрылғының сағаты бойынша) жазып алғанын көрсетеді. Ол кімнің жауап бергенін де, мәтіннің оқылғанын да дәлелдемейді: мәтін көрсетілген немесе бір басумен ашылатын болған.',
        {desc: 'In a receipt: what it shows, and what it does not prove'},
      )}
    </p>
    <h2>${msg('Жазбаның өзі (JSON)', {desc: 'Heading in a receipt: the record itself'})}</h2>
    <pre>${canonicalJson(record)}</pre>
  </main>`;
}

const title = () => msg('Келісім туралы түбіртек', {desc: 'Title of a receipt'});

/**
 * A record as a page that stands alone: to read, print and keep. In the page's language, with the words of the notice in
 * theirs. Written by the browser's own serializer, so text stays text.
 */
export function receipt(record: ConsentRecord, context: PolicyContext): string {
  const page = document.implementation.createHTMLDocument(title());
  render(content(record, context), page.body);
  const marks = page.createNodeIterator(page.body, NodeFilter.SHOW_COMMENT);
  for (let mark; (mark = marks.nextNode() as Comment | null);) mark.remove();
  return `<!doctype html>
<html lang="${renderedLang()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${page.head.innerHTML}
<style>${STYLE}</style></head>${page.body.outerHTML}</html>`;
}
