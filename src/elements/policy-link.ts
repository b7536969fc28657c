import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Lang, Release} from '../core/manifest.js';
import {documentFor} from '../core/notice.js';
import {renderedLang} from '../l10n/rendered-lang.js';

/** Link to the full text: names the document's language. A new tab, so that nothing typed into the form is lost. */
export function policyLink(release: Release) {
  const {url, lang} = documentFor(release, renderedLang());
  const words: Record<Lang, () => string> = {
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
  return url
    ? html`<a part="policy-link" class="link" href=${url} hreflang=${lang} target="_blank" rel="noopener"
        >${words[lang]()}</a
      >`
    : nothing;
}

/** What to call a clause: its number with a word, or the label of a part that has none. */
export const clauseName = (clause: string, label?: string): string =>
  label ?? msg(str`${clause}-тармақ`, {desc: 'A clause of the policy, by number; short'});
