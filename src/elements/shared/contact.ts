import {html} from 'lit';
import type {Operator} from '../../core/manifest.js';
import {mailUrl} from '../../core/mail-url.js';
import {safeUrl} from '../../core/safe-url.js';
import {opensTabWord} from '../../l10n/notice-words.js';
import {pageConfig} from '../page/configure.js';
import {contextOf, type PolicyElement} from './policy-element.js';

/** How to reach the operator, as a link: by e-mail, else at the site, else at least the name. */
export function contact({name, email, url}: Operator, base: string | null) {
  const site = url && safeUrl(url, base ?? undefined);
  if (email) return html`<a href=${mailUrl(email)}>${email}</a>`;
  return site
    ? html`<a href=${site} target="_blank" rel="noopener">${name} ${opensTabWord()}</a>`
    : html`<span>${name}</span>`;
}

/**
 * How to reach the operator, in a sentence: e-mail, else address, else name. Where no policy is there: what the page's
 * settings say, else where the fallback links to.
 */
export function contactWords(host: PolicyElement): string {
  const operator = contextOf(host).operator;
  if (operator) return operator.email ?? operator.address ?? operator.name;
  return pageConfig.contact ?? host.querySelector('a')?.href ?? location.host;
}
