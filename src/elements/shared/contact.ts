import {html} from 'lit';
import type {Operator} from '../../core/manifest.js';
import {safeUrl} from '../../core/safe-url.js';

/** A link that starts an e-mail. */
export const mailUrl = (email: string): string => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;

/** How to reach the operator: by e-mail, else at the site, else at least the name. */
export function contact({name, email, url}: Operator) {
  const site = url && safeUrl(url);
  if (email) return html`<a href=${mailUrl(email)}>${email}</a>`;
  return site ? html`<a href=${site} target="_blank" rel="noopener">${name}</a>` : html`<span>${name}</span>`;
}
