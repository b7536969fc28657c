import {msg, str} from '@lit/localize';
import {html} from 'lit';
import {optionalHeading, optionalNote} from '../../l10n/notice-words.js';
import type {Lang} from '../../core/manifest.js';
import type {ConsentRecord} from '../../core/record.js';
import {dateInSentence} from '../../l10n/format-date.js';
import {languageName} from '../../l10n/languages.js';
import {contactWords} from '../shared/contact.js';
import {contextOf, type PolicyElement} from '../shared/policy-element.js';
import {recordWords} from '../shared/record-words.js';
import {unavailableMessage} from '../shared/unavailable.js';
import type {PolicyContext} from '../page/policy-context.js';
import type {TickState} from './pending-tick.js';
import type {Refusals} from './refusals.js';
import type {GoneReason} from './tick-rules.js';

/** Above the boxes that a form can do without. */
export const optionalLegend = () =>
  html`<p class="legend">
    <strong>${optionalHeading()}</strong>
    ${optionalNote()}
  </p>`;

const untickedMessage = () =>
  msg('Деректеріңізді жинауға және өңдеуге келіссеңіз, осы құсбелгіні қойыңыз.', {
    desc: 'In the bubble of the browser, when the form is to be sent without the tick',
  });

/** What stands beside the box. Where the bubble says what to do, it says what is the matter: nobody hears one thing twice. */
export const errorMessage = (missing: string) =>
  missing === untickedMessage()
    ? msg('Құсбелгі қойылмаған, онсыз нысан жіберілмейді.', {
        desc: 'Error beside the checkbox that is not ticked; what to do is in the bubble of the browser',
      })
    : missing;

/** Said beside the button that sends the form, where the box itself cannot be seen. */
export const hiddenMessage = (host: PolicyElement) =>
  msg(
    str`Нысан жіберілмеді: келісім құсбелгісі көрінбей тұр. Ол орналасқан бөлімді ашыңыз. Ол жоқ болса, осы бет үшін жарнама бұғаттағышын өшіріп көріңіз немесе операторға жазыңыз: ${contactWords(host)}`,
    {
      desc: 'Beside the button that sends the form: the box for the tick is in a closed part of the page, or hidden by an ad blocker',
    },
  );

const serverWantsVersionMessage = () =>
  msg(
    'Сервер саясаттың басқа нұсқасын қабылдайды, ол жоғарыда көрсетілді. Оқып, келіссеңіз, құсбелгі қойыңыз.',
    {desc: 'The server refused the version; the one that it accepts is shown above'},
  );

const clockMessage = () =>
  msg('Құрылғыңыздың күні немесе уақыты дұрыс емес болуы мүмкін.', {
    desc: 'Before the sentence about the version that the server wants: the clock of the device may be the cause',
  });

const refusedMessage = (host: PolicyElement) =>
  msg(
    str`Оператордың сервері келісімді қабылдамады. Нысанды қайта жіберу үшін құсбелгіні тағы қойыңыз. Қайталанса, операторға жазыңыз: ${contactWords(host)}`,
    {desc: 'The server refused the consent; how to reach the operator follows'},
  );

/** The server wants a version that this page cannot get. */
const versionNotHereMessage = (host: PolicyElement) =>
  msg(
    str`Сервер сұраған нұсқа бұл бетте жоқ. Бетті қайта жүктеңіз. Көмектеспесе, операторға жазыңыз: ${contactWords(host)}`,
    {
      desc: 'The server refused the version and the page has no newer one; how to reach the operator follows',
    },
  );

/** In place of the sentence where the notice has none for a representative. */
export const noSentenceForOthersMessage = (host: PolicyElement) =>
  msg(
    str`Бұл нұсқада өкіл беретін келісімнің мәтіні жоқ, сондықтан мұнда басқа адам үшін келісім беру мүмкін емес. Операторға жазыңыз: ${contactWords(host)}`,
    {desc: 'The notice has no sentence by which somebody can agree for another person'},
  );

/**
 * Why a box that is not ticked stops its form: the server's refusal, no policy to agree to, or just that. Empty where the
 * policy has no words for a purpose: such a box is not shown, and cannot be ticked.
 * @param host with or without a sentence
 */
export function missingMessage(
  host: PolicyElement & {purpose: string},
  refusals: Refusals,
  sentence: string | undefined,
): string {
  const {release} = contextOf(host);
  if (!release) return unavailableMessage(host);
  if (!sentence) return host.purpose ? '' : noSentenceForOthersMessage(host);
  return refusals.isTold || !refusals.allow(release) ? refusalMessage(host, refusals) : untickedMessage();
}

/** What a server's refusal comes to for the person: its words, and what can be done. */
function refusalMessage(host: PolicyElement, refusals: Refusals): string {
  const {message, isOfVersion} = refusals;
  const context = contextOf(host);
  const isHere = refusals.allow(context.release);
  if (!isOfVersion) return message && isHere ? message : `${message} ${refusedMessage(host)}`.trim();
  const clock = context.isClockOff ? clockMessage() : '';
  return [message, clock, isHere ? serverWantsVersionMessage() : versionNotHereMessage(host)]
    .filter(Boolean)
    .join(' ');
}

/** Said beside an unticked box when this version was agreed to in the banner. */
function agreedMessage(record: ConsentRecord, context: PolicyContext): string {
  const date = dateInSentence(new Date(record.event.time));
  const {notice} = recordWords(record, context);
  const answer = notice?.accept ?? context.release!.notice[record.notice.lang]?.accept ?? '';
  return msg(
    str`${date} күні осы сайтта «${answer}» деп жауап бердіңіз. Нысанға бөлек құсбелгі керек: ол келісімді сіздің атыңызбен байланыстырады.`,
    {desc: 'Beside the unticked box: the date of the answer in the banner, and its words'},
  );
}

/** Said when the page changed its language after the tick. */
const otherLanguageMessage = (ticked: Lang) =>
  msg(
    str`Құсбелгі ${languageName(ticked)} мәтінге қойылған және сол мәтінге қатысты. Осы тілдегі мәтінге келісу үшін құсбелгіні алып, қайта қойыңыз.`,
    {desc: 'The page changed its language after the tick; the language that was ticked in'},
  );

/** Why a tick that was there has gone. */
const goneMessages: Record<GoneReason, (date: string) => string> = {
  'new-words': () =>
    msg('Саясаттың жаңа нұсқасы шықты: жоғарыдағы мәтін өзгерді. Жауап бермес бұрын оны оқып шығыңыз.', {
      desc: 'A new version of the policy came while the box was not ticked',
    }),
  'just-changed': () =>
    msg(
      'Басқан сәтіңізде мәтін ауысты, сондықтан құсбелгі қойылмады. Жаңа мәтінді оқып, келіссеңіз, құсбелгі қойыңыз.',
      {desc: 'The words changed at the moment of the click, so the box was not ticked'},
    ),
  sent: (date) =>
    msg(
      str`Келісіміңіз ${date} күні нысанмен бірге жіберілген, сондықтан құсбелгі алынды. Нысанды тағы жіберу үшін құсбелгіні қайта қойыңыз.`,
      {desc: 'The person came back to a form that was sent on a date'},
    ),
  'other-person': () =>
    msg('Нысанды енді басқа адам толтырып отыр, сондықтан құсбелгі алынды.', {
      desc: 'The form is for another person than the one who ticked the box',
    }),
  release: () =>
    msg(
      'Саясаттың жаңа нұсқасы шықты, сондықтан құсбелгі алынды. Жаңа мәтінді оқып, келіссеңіз, құсбелгіні қайта қойыңыз.',
      {
        desc: 'A new version of the policy came while the box was ticked',
      },
    ),
  withdrawn: () =>
    msg('Келісімді қайтарып алу туралы өтініш жазылды, сондықтан құсбелгі алынды.', {
      desc: 'Consent was withdrawn elsewhere while the box was ticked',
    }),
  early: () =>
    msg('Құсбелгіні бет толық жүктелмей тұрып қойдыңыз, сондықтан ол алынды. Келіссеңіз, қайта қойыңыз.', {
      desc: 'The person ticked the plain box that stood here before the script of the page had come',
    }),
};

/** What is said beside the box about its tick; empty when there is nothing to say. */
export function tickMessage(
  {record, gone, was}: TickState,
  shown: Lang | undefined,
  agreed: ConsentRecord | undefined,
  context: PolicyContext,
): string {
  if (record) return record.notice.lang === shown ? '' : otherLanguageMessage(record.notice.lang);
  if (gone) return goneMessages[gone](was ? dateInSentence(new Date(was.event.time)) : '');
  return agreed?.event.method === 'banner-button' ? agreedMessage(agreed, context) : '';
}
