import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Lang} from '../../core/manifest.js';
import {documentFor} from '../../core/notice.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import type {PolicyContext} from '../page/policy-context.js';

const linkText: Record<Lang, () => string> = {
  kk: () =>
    msg('Саясаттың толық мәтіні, қазақша (жаңа қойындыда)', {
      desc: 'Link to the Kazakh document; opens a new tab',
    }),
  ru: () =>
    msg('Саясаттың толық мәтіні, орысша (жаңа қойындыда)', {
      desc: 'Link to the Russian document; opens a new tab',
    }),
  en: () =>
    msg('Саясаттың толық мәтіні, ағылшынша (жаңа қойындыда)', {
      desc: 'Link to the English document; opens a new tab',
    }),
};

/** Link to the full text of a release: names the document's language. A new tab, so that nothing typed into the form is lost. */
export function policyLink(context: PolicyContext, release = context.release) {
  if (!release) return nothing;
  const {url, lang} = documentFor(release, renderedLang());
  if (!url) return nothing;
  const document = release.documents[lang]!;
  return html`<p>
      <a
        part="policy-link"
        class="link"
        href=${url}
        hreflang=${lang}
        target="_blank"
        rel="noopener"
        @click=${() => void context.checkDocument(document)}
        >${linkText[lang]()}</a
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

/** What to call a clause: its number with a word, or the label of a part that has none. */
export const clauseName = (clause: string, label?: string): string =>
  label ?? msg(str`${clause}-тармақ`, {desc: 'A clause of the policy, by number; short'});
