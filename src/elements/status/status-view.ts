import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import type {ConsentRecord} from '../../core/record.js';
import {isWithdrawn} from '../../core/status.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {contact} from '../shared/contact.js';
import type {PolicyContext} from '../page/policy-context.js';
import {purposeSentence} from '../shared/sentence.js';
import {recordWords} from './record-words.js';
import {actOf, decisionWords} from './status-words.js';
import {withdrawal} from './withdrawal.js';

/** Nothing is on record here: whom to ask. */
const unknown = ({manifest}: PolicyContext) =>
  manifest
    ? html`<p class="contact">
        ${msg(
          'Бұл браузерде жауабыңыз туралы жазба жоқ. Басқа жерде жауап берген болсаңыз немесе сұрағыңыз болса, Операторға жазыңыз:',
          {desc: 'There is no record in this browser; how to reach the operator follows'},
        )}
        ${contact(manifest.operator)}
      </p>`
    : nothing;

/** Where the person stands: the last decision, the consent that it leaves, and what became of a withdrawal. */
export function whatStands(context: PolicyContext) {
  const {release, standing, status} = context;
  const {consent, giving, last} = standing;
  if (!last) return unknown(context);
  const decisions = new Set([last, consent?.record ?? last]);
  // After the withdrawal of a single purpose the consent is still the one that was given then.
  const acts = [...decisions].map((each) =>
    each.event.state === 'withdrawn' && !isWithdrawn(each) ? giving! : each,
  );
  return html`${acts.map((each) => html`<p>${actOf(each)}</p>`)}
  ${
    release && (status === 'outdated' || status === 'unasked')
      ? html`<p>
          ${msg('Содан бері саясаттың жаңа нұсқасы күшіне енді.', {desc: 'Since the answer, a new version came into force'})}
        </p>`
      : nothing
  }
  ${withdrawal(context)}`;
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
  return html`<div part="purposes" class="purposes">
    <h3 class="subheading">
      ${msg('Міндетті емес мақсаттар', {desc: 'Heading: purposes that registration does not need'})}
    </h3>
    <ul>
      ${optional.map(
        (purpose, i) =>
          html`<li>
            <span id="purpose-${i}" lang=${notice ? record.notice.lang : renderedLang()}
              >${purposeSentence(notice, purpose)}</span
            >
            <strong>${decisionWords[purpose.decision]()}</strong>
            ${
              purpose.decision === 'given'
                ? html`<button
                    id="withdraw-${i}"
                    type="button"
                    part="withdraw-button"
                    class="quiet"
                    aria-labelledby="withdraw-${i} purpose-${i}"
                    @click=${(event: Event) => onPress(event, purpose.id)}
                  >
                    ${msg('Осы мақсатқа берілген келісімді қайтарып алуды сұрау', {
                      desc: 'Button: requests withdrawal of the consent to the purpose beside it',
                    })}
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ul>
  </div>`;
}
