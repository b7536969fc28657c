import {msg} from '@lit/localize';
import {html} from 'lit';
import type {PolicyContext} from '../page/policy-context.js';

/** In place of a policy that is not there: loading, or why it cannot be shown and how to try again. */
export const unavailable = (context: PolicyContext) =>
  context.error
    ? html`<p part="error" class="error">
          ${msg(
            'Құпиялылық саясаты жүктелмеді, сондықтан келісім беру мүмкін емес. Енгізгеніңіз нысанда қалады.',
            {
              desc: 'The policy could not be loaded; nothing can be agreed to; what was typed stays',
            },
          )}
        </p>
        <button type="button" @click=${() => void context.load()}>
          ${msg('Қайта жүктеу', {desc: 'Button: try to load the policy again'})}
        </button>`
    : html`<p part="status">
        ${msg('Құпиялылық саясаты жүктелуде…', {desc: 'The policy is being loaded'})}
      </p>`;
