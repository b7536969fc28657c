import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Point, Release} from '../../core/manifest.js';
import {clauseUrl, documentFor} from '../../core/notice.js';
import {formatCalendarDate} from '../../l10n/format-date.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import type {ShownNotice} from '../page/policy-context.js';
import {clauseName} from '../shared/policy-link.js';

/** The language of the policy itself. */
export const OFFICIAL = 'kk';

function point({clause, label, text, more}: Point, release: Release) {
  const name = clauseName(clause, label);
  const {lang, ...document} = documentFor(release, renderedLang());
  const url = clauseUrl(document, clause);
  return html`<li part="point">
    ${text}
    ${
      url
        ? html`<a part="clause" class="clause" href=${url} hreflang=${lang} target="_blank" rel="noopener"
            >${name}</a
          >`
        : html`<span part="clause" class="clause">${name}</span>`
    }
    ${
      more
        ? html`<details part="more" class="more">
            <summary>
              ${msg(str`Толығырақ: ${name}`, {desc: 'Opens more words about a clause; the clause follows'})}
            </summary>
            <p>${more}</p>
          </details>`
        : nothing
    }
  </li>`;
}

/** Version and date in force, each only if the policy states it. */
export function versionNote({version, effectiveFrom}: Pick<Release, 'version' | 'effectiveFrom'>): string {
  const lang = renderedLang();
  return effectiveFrom
    ? msg(str`Нұсқасы: ${version}; күшіне ену күні: ${formatCalendarDate(effectiveFrom, lang)}`, {
        desc: 'Version of the policy and the date it came into force',
      })
    : msg(str`Нұсқаның белгіленуі: ${version}; күшіне ену күні саясатта көрсетілмеген`, {
        desc: 'A mark that stands for the version of the policy, which states no date in force',
      });
}

/** Said of words that are not in the language of the policy itself. */
export const translationNote = () =>
  msg('Бұл – аударма, ресми мәтін емес', {desc: 'Said of a summary that is not in Kazakh'});

/** The policy in short: every point with its clause. */
export const summaryPoints = (release: Release, {lang, notice}: ShownNotice) => html`
  <ul part="summary" lang=${lang}>
    ${notice.points.map((each) => point(each, release))}
  </ul>
  <p class="note">
    ${versionNote(release)} ${lang === OFFICIAL ? nothing : html`<br />${translationNote()}`}
    ${
      lang === renderedLang()
        ? nothing
        : html`<br />${msg('Саясаттың қысқаша мазмұны бұл тілде жоқ', {
              desc: 'The summary is missing in the language of the page',
            })}`
    }
  </p>
`;

/** The policy in short, foldable. */
export const summary = (release: Release, shown: ShownNotice, open = true) =>
  html`<details part="body" class="summary" ?open=${open}>
    <summary part="title" class="title" lang=${shown.lang}>${shown.notice.title}</summary>
    ${summaryPoints(release, shown)}
  </details>`;
