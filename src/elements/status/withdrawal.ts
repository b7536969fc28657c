import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {ConsentRecord} from '../../core/record.js';
import {safeUrl} from '../../core/safe-url.js';
import {isWithdrawn} from '../../core/status.js';
import {formatDate} from '../../l10n/format-date.js';
import type {Delivery} from '../../platform/post-record.js';
import type {PolicyContext} from '../page/policy-context.js';
import {contact} from '../shared/contact.js';
import {mailUrl} from '../../core/mail-url.js';
import {recordWords} from '../shared/record-words.js';
import {purposeSentence} from '../shared/sentence.js';

/** What really happened to the notice. */
const deliveryWords: Record<Delivery | 'noted', () => string> = {
  acknowledged: () =>
    msg('Өтініш операторға жіберілді, оның сервері алғанын растады.', {
      desc: 'The withdrawal notice was sent and acknowledged',
    }),
  waiting: () =>
    msg(
      'Оператордың сервері өтінішті алғанын әлі растаған жоқ. Осы бет ашық тұрғанда өтініш қайта жіберіледі. Күтпей, өзіңіз де жібере аласыз:',
      {
        desc: 'The withdrawal notice may have arrived, but nothing has confirmed it; it is sent again; a link to an e-mail follows',
      },
    ),
  refused: () =>
    msg('Оператордың сервері өтінішті қабылдамады. Операторға өзіңіз жіберіңіз:', {
      desc: 'The server refused the withdrawal notice; a link to an e-mail follows',
    }),
  noted: () =>
    msg('Өтініш осы браузерде ғана сақталды, операторға жіберілген жоқ. Операторға өзіңіз жіберіңіз:', {
      desc: 'The withdrawal notice is stored here only; a link to an e-mail follows',
    }),
};

/** Sentences of the purposes that were withdrawn one by one; none where everything was. */
function withdrawnSentences(record: ConsentRecord, context: PolicyContext): string[] {
  if (isWithdrawn(record)) return [];
  const given = context.decided.granted!.purposes.filter(({decision}) => decision === 'given');
  const {notice} = recordWords(record, context);
  return record.purposes
    .filter(({id, decision}) => decision === 'declined' && given.some((each) => each.id === id))
    .map((purpose) => purposeSentence(notice, purpose));
}

/** An e-mail that withdraws what the record says; the person adds the name, which no record holds. */
function preparedMail(
  record: ConsentRecord,
  email: string,
  sentences: string[],
  granted: ConsentRecord,
): string {
  const {id} = record;
  const date = formatDate(new Date(granted.event.time));
  const subject = msg('Келісімді қайтарып алу', {
    id: 'mail-subject',
    desc: 'Subject of an e-mail to the operator',
  });
  const body = msg(
    str`Дербес деректерімді жинауға және өңдеуге берген келісімімді қайтарып аламын. Тегім, атым, әкемнің аты: … Келісім берген күнім: ${date}. Жазба нөмірі: ${id}.`,
    {desc: 'An e-mail to the operator: the person withdraws; the full name is added in place of the dots'},
  );
  const text = [body, ...sentences].join('\r\n');
  return `${mailUrl(email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}

/** Where the person can send the notice: a prepared e-mail, the operator's page; else how to reach the operator. */
function ways(record: ConsentRecord, context: PolicyContext, sentences: string[]) {
  const {operator, withdraw} = record;
  const email = withdraw.email ?? operator.email;
  const page = withdraw.url && safeUrl(withdraw.url, context.manifestUrl ?? undefined);
  return html`<p class="contact link">
    ${
      email
        ? html`<a href=${preparedMail(record, email, sentences, context.decided.granted ?? record)}
            >${msg(str`Дайын хат: ${email}`, {desc: 'Link to a prepared e-mail; its address'})}</a
          >`
        : nothing
    }
    ${
      page
        ? html`<a href=${page} target="_blank" rel="noopener"
            >${msg('Келісімді қайтарып алу беті (жаңа қойындыда ашылады)', {desc: 'Link to the page of the operator where consent is withdrawn; opens a new tab'})}</a
          >`
        : nothing
    }
    ${email || page ? nothing : contact(operator, context.manifestUrl)}
  </p>`;
}

/** What became of the last withdrawal notice on this device, and what the person can do about it. */
export function withdrawal(context: PolicyContext) {
  const record = context.decided.consent?.record;
  if (record?.event.state !== 'withdrawn') return nothing;
  const sentences = withdrawnSentences(record, context);
  // What is stored may be damaged, or know more states than this version does.
  const told = context.delivery(record.id)!;
  const delivery = Object.hasOwn(deliveryWords, told) ? told : 'noted';
  return html`<div part="confirmation" class="became">
    ${
      sentences.length
        ? html`<ul lang=${record.notice.lang}>
            ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
          </ul>`
        : nothing
    }
    <p>${deliveryWords[delivery]()}</p>
    ${delivery === 'acknowledged' ? nothing : ways(record, context, sentences)}
  </div>`;
}

/** What withdrawal may leave; nothing under a law that is not known here. */
export const lawNote = ({jurisdiction}: ConsentRecord) =>
  jurisdiction === 'KZ'
    ? html`<p class="note">
        ${msg(
          'Қайтарып алу заңға қайшы келсе немесе орындалмаған міндеттеме болса, оператор деректерді өңдеуді жалғастыруы мүмкін («Дербес деректер және оларды қорғау туралы» Заңның 8-бабының 2-тармағы).',
          {desc: 'Before the button that withdraws: Law 94-V of Kazakhstan, Art. 8(2)'},
        )}
      </p>`
    : nothing;
