import {msg, str} from '@lit/localize';
import {html} from 'lit';
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
  const {fault} = contextOf(host);
  return fault ? whyMessage(fault.code === 'release-altered', contactWords(host)) : loadingMessage();
};

/** In place of a policy that is not there: loading, or why it cannot be shown and how to try again. */
export const unavailable = (host: PolicyElement) =>
  contextOf(host).fault
    ? html`<div class="stack">
        <p part="error" class="error">${unavailableMessage(host)}</p>
        <button type="button" @click=${() => void contextOf(host).load()}>
          ${msg('Қайта жүктеу', {desc: 'Button: try to load the policy again'})}
        </button>
      </div>`
    : html`<p part="status" class="stack">${loadingMessage()}</p>`;
