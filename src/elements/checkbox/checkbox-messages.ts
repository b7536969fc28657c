import {msg, str} from '@lit/localize';
import type {Lang} from '../../core/manifest.js';
import type {ConsentRecord} from '../../core/record.js';
import {dateInSentence} from '../../l10n/format-date.js';
import {languageName} from '../../l10n/languages.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {contactWords} from '../shared/contact.js';
import type {PolicyElement} from '../shared/policy-element.js';
import {recordWords} from '../shared/record-words.js';
import {unavailableMessage} from '../shared/unavailable.js';
import type {PolicyContext} from '../page/policy-context.js';
import type {TickState} from './pending-tick.js';
import type {Refusals} from './refusals.js';
import type {GoneReason} from './tick-rules.js';

const untickedMessage = () =>
  msg('Нысан жіберілмеді. Деректеріңізді жинауға және өңдеуге келіссеңіз, осы құсбелгіні қойыңыз.', {
    desc: 'Error beside the checkbox, and in the bubble of the browser, when the form is sent without the tick',
  });

/** Said beside the button that sends the form, where the box itself cannot be seen. */
export const hiddenMessage = (host: PolicyElement) =>
  msg(
    str`Нысан жіберілмеді: келісім құсбелгісі көрінбей тұр. Ол орналасқан бөлімді ашыңыз. Ол жоқ болса, осы бет үшін жарнама бұғаттағышын өшіріп көріңіз немесе операторға жазыңыз: ${contactWords(host)}`,
    {
      desc: 'Beside the button that sends the form: the box for the tick is in a closed part of the page, or hidden by an ad blocker',
    },
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
  const {release} = host.context;
  if (!release) return unavailableMessage(host);
  if (!sentence) return host.purpose ? '' : noSentenceForOthersMessage(host);
  if (refusals.allow(release)) return refusals.message || untickedMessage();
  return `${refusals.message} ${versionNotHereMessage(host)}`;
}

/** Said beside an unticked box when this version was agreed to in the banner. */
function agreedMessage(record: ConsentRecord, context: PolicyContext): string {
  const date = dateInSentence(new Date(record.event.time), renderedLang());
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
const goneMessages: Record<GoneReason, () => string> = {
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
  {record, gone}: TickState,
  shown: Lang | undefined,
  agreed: ConsentRecord | undefined,
  context: PolicyContext,
): string {
  if (record) return record.notice.lang === shown ? '' : otherLanguageMessage(record.notice.lang);
  if (gone) return goneMessages[gone]();
  return agreed?.event.method === 'banner-button' ? agreedMessage(agreed, context) : '';
}
