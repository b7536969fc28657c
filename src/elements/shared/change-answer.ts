import {html, nothing} from 'lit';
import {safeUrl} from '../../core/safe-url.js';
import {changeAnswerWords} from '../../l10n/notice-words.js';
import type {PolicyContext} from '../page/policy-context.js';
import {pageConfig} from '../page/configure.js';
import {contact} from './contact.js';

/**
 * Where an answer can be changed: the page of the site that has the status, else the operator.
 * @param describedBy id of what says that a tab opens, where one shall: what was typed into the form around stays
 */
export function changeAnswer({operator, manifestUrl}: PolicyContext, describedBy?: string) {
  const words = changeAnswerWords();
  const page = pageConfig.statusPage && safeUrl(pageConfig.statusPage, document.baseURI);
  if (page) {
    return html`<a
      href=${page}
      target=${describedBy ? '_blank' : nothing}
      rel=${describedBy ? 'noopener' : nothing}
      aria-describedby=${describedBy ?? nothing}
      >${words}</a
    >`;
  }
  return operator ? html`${words}: ${contact(operator, manifestUrl)}` : nothing;
}
