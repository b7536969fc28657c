import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import {documentFor, documentUrl} from '../../core/notice.js';
import {documentLinkWords} from '../../l10n/notice-words.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import type {PolicyContext} from '../page/policy-context.js';

/** Link to the full text of a release: names the document's language. A new tab, so that nothing typed into the form is lost. */
export function policyLink(context: PolicyContext, release = context.release) {
  if (!release) return nothing;
  const {lang} = documentFor(release, renderedLang());
  const document = release.documents[lang]!;
  const url = documentUrl(document, context.manifestUrl);
  if (!url) return nothing;
  return html`<p class="link">
      <a
        part="policy-link"
        href=${url}
        hreflang=${lang}
        target="_blank"
        rel="noopener"
        @click=${() => void context.checkDocument(document)}
        >${documentLinkWords(lang)}</a
      >
    </p>
    ${
      context.mismatches.has(document)
        ? html`<p class="error" role="status">
            ${msg('Сілтемедегі құжат осы нұсқаның құжатына сәйкес келмейді.', {
              desc: 'Beside the link: the document at the address is not the one of this version',
            })}
          </p>`
        : nothing
    }`;
}
