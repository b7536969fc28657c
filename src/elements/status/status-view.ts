import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {HistoryEntry} from '../../core/history-entry.js';
import type {ConsentRecord} from '../../core/record.js';
import {isWithdrawn} from '../../core/status.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import type {PolicyContext} from '../page/policy-context.js';
import {contactWords} from '../shared/contact.js';
import {contextOf, type PolicyElement} from '../shared/policy-element.js';
import {recordWords} from '../shared/record-words.js';
import {purposeSentence} from '../shared/sentence.js';
import {progressOf} from './progress-words.js';
import {actOf, actOfStanding, decisionWords} from './status-words.js';
import {withdrawal} from './withdrawal.js';

/** Nothing is on record here: whom to ask. */
const unknown = (host: PolicyElement) =>
  html`<p class="contact link">
    ${msg(
      str`Бұл браузерде жауабыңыз туралы жазба жоқ. Басқа құрылғыда жауап берген болсаңыз немесе келісімді қайтарып алғыңыз келсе, операторға жазыңыз: ${contactWords(host)}`,
      {desc: 'There is no record in this browser; how to reach the operator follows'},
    )}
  </p>`;

/** What was decided is about other words than those in force. That a term is over is said where the question is put. */
const since = ({status}: PolicyContext) =>
  status === 'outdated'
    ? html`<p>
        ${msg('Содан бері саясаттың жаңа нұсқасы күшіне енді; келісіміңіз бұрынғы нұсқаға қатысты.', {
          desc: 'Since consent was given, a new version came into force; the consent is about the one before',
        })}
      </p>`
    : nothing;

/** Where the person stands: the last decision and how far it got, the consent that it leaves, and what became of a withdrawal. */
export function whatStands(host: PolicyElement) {
  const context = contextOf(host);
  const {consent, granted, last} = context.decided;
  if (!last)
    return [
      context.standing ? html`<p>${actOfStanding(context.standing)}</p>` : nothing,
      since(context),
      unknown(host),
    ];
  const shown = [...new Set([last, consent?.record ?? last])];
  // After the withdrawal of a single purpose the consent is still the one that was given then.
  const acts = shown.map((each) =>
    each.event.state === 'withdrawn' && !isWithdrawn(each) ? granted! : each,
  );
  const entryOf = ({id}: ConsentRecord): HistoryEntry | undefined => context.entry(id);
  return html`${acts.map((each) => {
    const entry = entryOf(each);
    return html`<p>
      ${actOf(each)} ${entry && each.event.state !== 'withdrawn' ? progressOf(entry, context) : nothing}
    </p>`;
  })}
  ${since(context)} ${withdrawal(context)}`;
}

/** The optional purposes of a consent, each with its sentence and what holds; one that is agreed to can be withdrawn. */
export function optionalPurposes(
  record: ConsentRecord,
  context: PolicyContext,
  onPress: (event: Event, id: string) => void,
) {
  const {notice} = recordWords(record, context);
  const optional = record.purposes.filter(({required}) => !required);
  if (!optional.length) return nothing;
  return html`<div class="purposes">
    <h3 class="subheading">
      ${msg('Міндетті емес – қалауыңызша', {desc: 'Heading: purposes that registration does not need'})}
    </h3>
    <ul>
      ${optional.map(
        (purpose, i) =>
          html`<li>
            <span
              ><span id="purpose-${i}" lang=${notice ? record.notice.lang : renderedLang()}
                >${purposeSentence(notice, purpose)}</span
              >: <strong>${decisionWords[purpose.decision]()}</strong></span
            >
            ${
              purpose.decision === 'given'
                ? html`<button
                    id="withdraw-${i}"
                    type="button"
                    class="quiet"
                    aria-labelledby="withdraw-${i} purpose-${i}"
                    @click=${(event: Event) => onPress(event, purpose.id)}
                  >
                    ${msg('Осы мақсатқа келісімді қайтарып алу', {
                      desc: 'Button: withdraws the consent to the purpose beside it',
                    })}
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </div>`;
}
