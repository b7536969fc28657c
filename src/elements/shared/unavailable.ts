import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import {contactWords} from './contact.js';
import {contextOf, type PolicyElement} from './policy-element.js';

const loadingMessage = () => msg('Саясат мәтіні жүктеліп жатыр…', {desc: 'The policy is being loaded'});

/** Why nothing can be agreed to: words that were altered, or none. */
const whyMessage = (isAltered: boolean, contact: string) =>
  isAltered
    ? msg(
        str`Саясаттың осы нұсқасының мәтіні жарияланғаннан кейін өзгертілген, сондықтан келісім беру мүмкін емес. Операторға жазыңыз: ${contact}`,
        {
          desc: 'The words of a version were altered after it was published; how to reach the operator follows',
        },
      )
    : msg(
        str`Саясат мәтіні жүктелмеді, сондықтан қазір келісім беру мүмкін емес. Нысанға енгізгеніңіз өз орнында қалады. Операторға жазуға болады: ${contact}`,
        {desc: 'The policy did not load; what was typed stays; how to reach the operator follows'},
      );

/** Why there is no policy: it is loading, or why it cannot be shown. */
export const unavailableMessage = (host: PolicyElement): string => {
  const {asked, fault} = contextOf(host);
  return fault && !asked
    ? whyMessage(fault.code === 'release-altered', contactWords(host))
    : loadingMessage();
};

/**
 * In place of a policy that is not there: loading, or why it cannot be shown and how to try again. One paragraph for both, so
 * that the one is heard after the other; and the button stays while it is tried, with the focus.
 */
export function unavailable(host: PolicyElement) {
  const {asked, fault} = contextOf(host);
  const kind = fault && !asked ? 'error' : 'status';
  return html`<div class="stack">
    <p part=${kind} class=${kind} role="status">${unavailableMessage(host)}</p>
    ${
      fault
        ? html`<button type="button" @click=${() => void contextOf(host).load()}>
            ${msg('Қайта жүктеу', {desc: 'Button: try to load the policy again'})}
          </button>`
        : nothing
    }
  </div>`;
}
