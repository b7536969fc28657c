import {msg, str} from '@lit/localize';
import type {HistoryEntry} from '../../core/history-entry.js';
import type {PolicyContext} from '../page/policy-context.js';
import {dateOf} from './status-words.js';

/** How far an answer got: no more is said than this device knows. */
export function progressOf({record, progress}: HistoryEntry, context: PolicyContext): string {
  if (context.delivery(record.id) === 'waiting') {
    return msg(
      'Оператордың сервері жауабыңызды алғанын әлі растаған жоқ. Осы бет ашық тұрғанда жауап қайта жіберіледі.',
      {desc: 'The answer may have arrived, but nothing has confirmed it; it is sent again'},
    );
  }
  if (progress === 'accepted') {
    return msg('Оператордың сервері оны алғанын растады.', {
      desc: 'The server has confirmed that it has the answer',
    });
  }
  if (progress === 'sent') {
    return msg(
      str`${dateOf(record)} күні келісіміңізді нысанмен бірге жібердіңіз. Оператор оны сақтады ма – бұл құрылғыға белгісіз.`,
      {desc: 'The consent was sent with a form on a date; whether it was stored is not known here'},
    );
  }
  return msg('Жауабыңыз осы браузерде ғана сақталған, операторға жіберілмеген.', {
    desc: 'The answer is kept in this browser only',
  });
}
