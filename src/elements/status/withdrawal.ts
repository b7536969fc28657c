import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import {safeUrl} from '../../core/safe-url.js';
import type {ConsentRecord} from '../../core/record.js';
import {isWithdrawn} from '../../core/status.js';
import type {Delivery} from '../../platform/post-record.js';
import {contact, mailUrl} from '../shared/contact.js';
import type {PolicyContext} from '../page/policy-context.js';
import {purposeSentence} from '../shared/sentence.js';
import {recordWords} from './record-words.js';
import {dateOf, labels} from './status-words.js';
import {versionNote} from '../summary/summary.js';

/** What really happened to the request. */
const deliveryWords: Record<Delivery | 'noted', () => string> = {
  acknowledged: () =>
    msg('Сұрау Операторға жіберілді, оның сервері алғанын растады.', {
      desc: 'The request for withdrawal was sent and acknowledged',
    }),
  waiting: () =>
    msg(
      'Оператордың сервері сұрауды алғанын әлі растаған жоқ. Осы бет ашық тұрғанда және байланыс болғанда сұрау қайта жіберіледі.',
      {
        desc: 'The request for withdrawal may have arrived, but nothing has confirmed it; it is sent again',
      },
    ),
  refused: () =>
    msg('Оператордың сервері сұрауды қабылдамады. Сұрауды Операторға өзіңіз жіберіңіз:', {
      desc: 'The server refused the request for withdrawal; a link to an e-mail follows',
    }),
  noted: () =>
    msg('Сұрау осы браузерде ғана белгіленді, ешқайда жіберілген жоқ. Оны Операторға өзіңіз жіберіңіз:', {
      desc: 'The request for withdrawal is noted here only; a link to an e-mail follows',
    }),
};

const withdrawnWords = (date: string) =>
  msg(str`Сіз мына келісімді қайтарып алуды сұрадыңыз (${date}):`, {
    desc: 'Heads the sentences of the purposes that were withdrawn; the date in brackets',
  });

/** Sentences of the purposes that were withdrawn one by one; none where everything was. */
function withdrawnSentences(record: ConsentRecord, context: PolicyContext): string[] {
  if (isWithdrawn(record)) return [];
  const given = context.standing
    .giving!.purposes.filter(({decision}) => decision === 'given')
    .map(({id}) => id);
  const {notice} = recordWords(record, context);
  return record.purposes
    .filter(({id, decision}) => decision === 'declined' && given.includes(id))
    .map((purpose) => purposeSentence(notice, purpose));
}

/** An e-mail that asks for what the record says; the person adds the name, which no record holds. */
function preparedMail(record: ConsentRecord, email: string, sentences: string[]): string {
  const intro = sentences.length
    ? msg('Мына келісімімді қайтарып алуды сұраймын:', {
        desc: 'In an e-mail to the operator; the sentences that were agreed to follow',
      })
    : msg('Дербес деректерімді өңдеуге берген келісімімді қайтарып алуды сұраймын.', {
        desc: 'In an e-mail to the operator',
      });
  const number = `${labels.recordId()}: ${record.id}`;
  const name = msg('Тегім, атым, әкемнің аты:', {desc: 'In an e-mail: the person writes the full name here'});
  const subject = msg(str`Келісімді қайтарып алу (${record.id})`, {
    desc: 'Subject of an e-mail; id of the record',
  });
  const body = [intro, ...sentences, versionNote(record.policy), number, name].join('\r\n');
  return `${mailUrl(email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

/** Where the person can send the request: a prepared e-mail, the operator's page; else how to reach the operator. */
function ways(record: ConsentRecord, sentences: string[]) {
  const {operator, withdraw} = record;
  const email = withdraw.email ?? operator.email;
  const page = withdraw.url && safeUrl(withdraw.url);
  return html`<p class="contact">
    ${
      email
        ? html`<a href=${preparedMail(record, email, sentences)}
            >${msg(str`Дайын хат: ${email}`, {desc: 'Link to a prepared e-mail; its address'})}</a
          >`
        : nothing
    }
    ${
      page
        ? html`<a href=${page} target="_blank" rel="noopener"
            >${msg('Келісімді қайтарып алу беті (жаңа қойындыда)', {desc: 'Link to the page of the operator where consent is withdrawn; opens a new tab'})}</a
          >`
        : nothing
    }
    ${email || page ? nothing : contact(operator)}
  </p>`;
}

/** What became of the last request for withdrawal on this device, and what the person can do about it. */
export function withdrawal(context: PolicyContext) {
  const record = context.standing.consent?.record;
  if (record?.event.state !== 'withdrawn') return nothing;
  const sentences = withdrawnSentences(record, context);
  // What is stored may be damaged, or know more states than this version does.
  const told = context.delivery(record.id)!;
  const delivery = Object.hasOwn(deliveryWords, told) ? told : 'noted';
  return html`<div part="confirmation" class="said">
    ${
      sentences.length
        ? html`<p>${withdrawnWords(dateOf(record))}</p>
            <ul lang=${record.notice.lang}>
              ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
            </ul>`
        : nothing
    }
    <p>${deliveryWords[delivery]()}</p>
    ${delivery === 'noted' || delivery === 'refused' ? ways(record, sentences) : nothing}
  </div>`;
}

/** Why it is a request; nothing under a law that is not known here. */
export const lawNote = ({jurisdiction}: ConsentRecord) =>
  jurisdiction === 'KZ'
    ? html`<p class="note">
        ${msg(
          'Қайтарып алу Қазақстан Республикасының заңдарына қайшы келсе немесе орындалмаған міндеттеме болса, келісімді қайтарып алуға болмайды (№ 94-V Заңның 8-бабының 2-тармағы). Сондықтан бұл – Операторға арналған сұрау.',
          {desc: 'Why withdrawal is a request: Law 94-V of Kazakhstan, Art. 8(2)'},
        )}
      </p>`
    : nothing;

/** Said when an extension or another script pressed the button. */
export const pressedNote = () =>
  html`<p class="error">
    ${msg(
      'Батырманы адам емес, бағдарлама басты, сондықтан ештеңе жазылмады. Келісімді қайтарып алуды сұрағыңыз келсе, батырманы өзіңіз басыңыз.',
      {desc: 'A program pressed the button that requests withdrawal'},
    )}
  </p>`;
