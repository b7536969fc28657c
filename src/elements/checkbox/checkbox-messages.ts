import {msg, str} from '@lit/localize';
import type {Lang} from '../../core/manifest.js';
import type {ConsentRecord} from '../../core/record.js';
import {formatDate} from '../../l10n/format-date.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import type {TickState} from './pending-tick.js';
import type {PolicyContext} from '../page/policy-context.js';
import type {Refusals} from './refusals.js';
import type {GoneReason} from './tick-rules.js';

const untickedMessage = () =>
  msg('Нысанды жіберу үшін келісім белгісін қойыңыз.', {
    desc: 'Error beside the checkbox, and in the bubble of the browser, when the form is sent without the tick',
  });

/** Said when the form is sent, or the box pressed, while there is no policy to agree to. */
export const notReadyMessage = () =>
  msg('Құпиялылық саясаты жүктелмейінше келісім беру мүмкін емес.', {
    desc: 'Error when there is no policy yet to agree to',
  });

/** Said beside the button that sends the form, where the box itself cannot be seen. */
export const hiddenMessage = () =>
  msg(
    'Нысан жіберілмеді: келісім белгісі қойылатын орын көрінбейді. Ол тұрған бөлімді ашыңыз немесе жарнама бұғаттағышын өшіріңіз.',
    {
      desc: 'Beside the button that sends the form: the box for the tick is in a closed part of the page, or hidden by an ad blocker',
    },
  );

/** The server wants a version that this page cannot get. */
const deadEndMessage = ({manifest}: PolicyContext) =>
  msg(
    str`Бұл бетте жаңа нұсқа жоқ. Операторға жазыңыз: ${manifest?.operator.email ?? manifest?.operator.name ?? ''}`,
    {
      desc: 'The server refused the version and the page has no newer one; the address of the operator follows',
    },
  );

/**
 * Why a box that is not ticked stops its form: the server's refusal, no policy to agree to, or just that. Empty where the
 * policy has no words for it: such a box is not shown, and cannot be ticked.
 */
export function missingMessage(
  context: PolicyContext,
  refusals: Refusals,
  sentence: string | undefined,
): string {
  const {release} = context;
  if (!release) return notReadyMessage();
  if (!sentence) return '';
  if (refusals.allow(release)) return refusals.message || untickedMessage();
  return `${refusals.message} ${deadEndMessage(context)}`;
}

/** Said beside an unticked box when this version was agreed to in the banner or in an earlier form. */
const agreedMessage = ({event}: ConsentRecord) =>
  msg(
    str`Сіз осы нұсқаға келіскенсіз (${formatDate(new Date(event.time), renderedLang())}). Келісімді осы нысанмен бірге жіберу үшін белгі қойыңыз.`,
    {desc: 'Beside the unticked box; the date of the earlier agreement in brackets'},
  );

/** Said when the page changed its language after the tick. */
const otherLanguageMessage = (ticked: Lang) => {
  const texts: Record<Lang, () => string> = {
    kk: () =>
      msg(
        'Сіз қазақша мәтінге келістіңіз. Осы тілдегі мәтінге келісу үшін белгіні алып тастап, қайта қойыңыз.',
      ),
    ru: () =>
      msg(
        'Сіз орысша мәтінге келістіңіз. Осы тілдегі мәтінге келісу үшін белгіні алып тастап, қайта қойыңыз.',
      ),
    en: () =>
      msg(
        'Сіз ағылшынша мәтінге келістіңіз. Осы тілдегі мәтінге келісу үшін белгіні алып тастап, қайта қойыңыз.',
      ),
  };
  return texts[ticked]();
};

/** Why a tick that was there has gone. */
const goneMessages: Record<GoneReason, () => string> = {
  release: () =>
    msg(
      'Саясаттың жаңа нұсқасы шықты, сондықтан белгі алып тасталды. Оны оқып шығып, келіссеңіз, белгіні қайта қойыңыз.',
      {
        desc: 'A new version of the policy came while the box was ticked',
      },
    ),
  withdrawn: () =>
    msg('Келісімді қайтарып алу сұралды, сондықтан белгі алып тасталды.', {
      desc: 'Withdrawal of the consent was requested elsewhere while the box was ticked',
    }),
  early: () =>
    msg(
      'Белгіні бет толық жүктелмей тұрып қойдыңыз, сондықтан ол алып тасталды. Келіссеңіз, белгіні қайта қойыңыз.',
      {
        desc: 'The person ticked the plain box that stood here before the script of the page had come',
      },
    ),
};

/** What is said beside the box about its tick; empty when there is nothing to say. */
export function tickMessage(
  {record, gone}: TickState,
  shown: Lang | undefined,
  agreed: ConsentRecord | undefined,
): string {
  if (record) return record.notice.lang === shown ? '' : otherLanguageMessage(record.notice.lang);
  if (gone) return goneMessages[gone]();
  return agreed ? agreedMessage(agreed) : '';
}
