import {html, nothing} from 'lit';
import type {Notice, Point, Release} from '../../core/manifest.js';
import {documentFor, documentUrl} from '../../core/notice.js';
import {languageName} from '../../l10n/languages.js';
import {
  clauseName,
  clausesAboveWords,
  clausesForEars,
  clausesInShort,
  languageMissingWords,
  linksOpenTabsWords,
  moreWord,
  officialWords,
  operatorWords,
  summaryNote,
  versionWords,
} from '../../l10n/notice-words.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {changeAnswer} from '../shared/change-answer.js';
import type {PolicyContext, ShownNotice} from '../page/policy-context.js';

/** Clause numbers: seen small and in short, heard as clauses. */
const plainClauses = (clauses: string[], notice: Notice) =>
  clauses.length
    ? html` <small part="clause"
        ><span class="ears">${clausesForEars(clauses.map((each) => clauseName(each, notice)))}</span
        ><span aria-hidden="true"
          >${clausesInShort(clauses, notice)
            .split(', ')
            .map((run, i) => html`${i ? ', ' : ''}<span class="run">${run}</span>`)}</span
        ></small
      >`
    : nothing;

/** Clauses as links into the document, as far as it has an address. */
function linkedClauses(clauses: string[], notice: Notice, context: PolicyContext, release: Release) {
  const {lang, ...document} = documentFor(release, renderedLang());
  return clauses.map((clause, i) => {
    const url = documentUrl(document, context.manifestUrl, clause);
    const name = clauseName(clause, notice);
    return html`${i ? ', ' : ''}${
      url
        ? html`<a
            part="clause"
            href=${url}
            hreflang=${lang}
            target="_blank"
            rel="noopener"
            aria-label=${clausesForEars([name])}
            aria-describedby="tabs"
            >${name}</a
          >`
        : html`<span part="clause">${name}</span>`
    }`;
  });
}

/** That of the data has an id: the sentence that is agreed to says "this data". */
const row = ({id, label, text}: Point, clauses: unknown) =>
  html`<div part="row" class="row">
    <dt part="label">${label}</dt>
    <dd id=${id === 'data' ? id : nothing} part="value">${text}${clauses}</dd>
  </div>`;

/** Where the linked document is a translation: the official text, in each language that there is. */
function officialTexts(context: PolicyContext, release: Release) {
  const {documents, official} = release;
  if (official.includes(documentFor(release, renderedLang()).lang)) return nothing;
  const links = official.flatMap((lang) => {
    const url = documents[lang] && documentUrl(documents[lang], context.manifestUrl);
    return url
      ? [
          html` <a href=${url} hreflang=${lang} target="_blank" rel="noopener" aria-describedby="tabs"
            >${languageName(lang)}</a
          >`,
        ]
      : [];
  });
  return links.length ? html`<p>${officialWords()}${links}.</p>` : nothing;
}

/** Heading, operator and the rows that are on screen at once. @param id of the heading */
export const firstLayer = (release: Release, {lang, notice}: ShownNotice, id = 'title') => html`
  <div class="head">
    <h2 id=${id} part="title" class="heading" lang=${lang}>${notice.title}</h2>
    <p part="operator" class="operator">${operatorWords(release.operator)}</p>
  </div>
  <dl class="rows" lang=${lang}>
    ${notice.points.map((point) => row(point, plainClauses(point.clauses, notice)))}
  </dl>
`;

/** Everything else, one press away: its label names what is inside. */
export function secondLayer(context: PolicyContext, release: Release, {lang, notice}: ShownNotice) {
  const above = [...new Set(notice.points.flatMap(({clauses}) => clauses))];
  return html`<details part="more" class="more">
    <summary>
      <b>${moreWord()}:</b>
      <span lang=${lang}>${notice.details.map(({label}) => label).join(', ')}</span>
    </summary>
    <dl class="rows" lang=${lang}>
      ${notice.details.map((point) =>
        row(
          point,
          point.clauses.length
            ? html` <small>${linkedClauses(point.clauses, notice, context, release)}</small>`
            : nothing,
        ),
      )}
    </dl>
    <div class="notes">
      <p>
        ${clausesAboveWords()} <span lang=${lang}>${linkedClauses(above, notice, context, release)}</span>
      </p>
      <p>${changeAnswer(context, 'tabs')}</p>
      <p id="tabs">${linksOpenTabsWords()}</p>
      <p>${versionWords(release)}</p>
      <p>${summaryNote()}</p>
      ${officialTexts(context, release)}
      ${lang === renderedLang() ? nothing : html`<p>${languageMissingWords(renderedLang(), lang)}</p>`}
    </div>
  </details>`;
}
