import {isTooLong, longestIn} from '../check/face-lines.js';
import {GONE} from '../check/languages.js';
import type {Desk} from '../desk.js';
import {escapeHtml} from '../escape-html.js';
import {inOneLine} from '../finding.js';
import {langsOf, VIEWS, type View} from './frame.js';
import {PAGE_SCRIPT, PAGE_STYLE} from './page-assets.js';
import type {PreviewState} from './state.js';

const counted = (isOver: boolean, text: string) =>
  `<li class="${isOver ? 'warning' : ''}">${escapeHtml(text)}</li>`;

function sideOf({findings, questions, face}: PreviewState, {w}: Desk): string {
  const {preview} = w;
  const listOf = (items: string[]) =>
    items.length ? `<ul>\n${items.join('\n')}\n</ul>` : `<p class="none">${preview.none}</p>`;
  return `<h2>${preview.faults} (${findings.length})</h2>
${listOf(findings.map((finding) => `<li class="${finding.level}">${escapeHtml(inOneLine(finding))}</li>`))}
<h2>${preview.open} (${questions.length})</h2>
${listOf(questions.map(({question, text}) => `<li><b>${question}</b> ${escapeHtml(text)}</li>`))}
<h2>${preview.words}</h2>
${listOf(
  Object.entries(face).flatMap(([lang, count]) => {
    const {words, limit} = count;
    return [
      counted(limit !== null && words > limit, w.wordCount(lang, words, limit)),
      counted(isTooLong(count), longestIn(lang, count, w)),
    ];
  }),
)}`;
}

/**
 * A message that is long has to be scrolled, which nobody can do on paper; of a form that is longer than a sheet, paper has
 * the beginning only, and what people agree to stands at its end.
 */
function wholeText(view: View, {release}: PreviewState, lang: string, desk: Desk): string {
  const {question, brief, agree, agreeFor, purposes} = release.notice[lang]!;
  const {whole, sentence} = desk.w.preview;
  const texts: Partial<Record<View, [string, ...(string | undefined)[]]>> = {
    form: [sentence, agree, ...Object.values(purposes ?? {})],
    representative: [sentence, agreeFor],
    banner: [whole, question, brief],
  };
  const [name, ...said] = texts[view] ?? [];
  if (name === undefined) return '';
  return `<p class="whole" lang="${lang}"><span lang="${desk.lang}">${name}</span> ${said.map((text) => escapeHtml(text ?? '')).join(' ')}</p>`;
}

function viewSection(view: View, state: PreviewState, desk: Desk): string {
  const {mark} = state;
  const {w} = desk;
  const frames = langsOf(view, state).map(
    (lang) =>
      `<figure><figcaption>${escapeHtml(w.lang(lang))}</figcaption><iframe title="${escapeHtml(`${w.preview[view]}, ${w.lang(lang)}`)}" src="frame?view=${view}&amp;lang=${lang}&amp;mark=${mark}" data-view="${view}" data-lang="${lang}"></iframe>${wholeText(view, state, lang, desk)}</figure>`,
  );
  return `<section class="${view}"><h2>${w.preview[view]}</h2><div class="frames">${frames.join('\n')}</div></section>`;
}

function differenceSection({before, differences}: PreviewState, {w}: Desk): string {
  if (!before) return `<section><h2>${w.firstRelease()}</h2></section>`;
  const {preview} = w;
  const rows = differences.map(
    (line) =>
      `<tr><th>${escapeHtml(line.label)}</th><td>${escapeHtml(line.before)}</td><td>${escapeHtml(line.after)}</td></tr>`,
  );
  return `<section><h2>${escapeHtml(preview.difference(before.version))}</h2>
${
  rows.length
    ? `<table><thead><tr><th>${preview.where}</th><th>${preview.before}</th><th>${preview.after}</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`
    : `<p class="none">${preview.noDifference}</p>`
}</section>`;
}

/** The page that the operator looks at. */
export function previewPage(state: PreviewState, desk: Desk): string {
  const {w, lang, settings} = desk;
  const {preview} = w;
  // Without its faults mended, it cannot be published, whoever has looked at it. That a language is gone can be meant.
  const isSound = state.findings.every(({level, code}) => level !== 'problem' || code === GONE);
  const views = VIEWS.filter((view) => langsOf(view, state).length);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${preview.title}: ${escapeHtml(settings.id)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body data-mark="${state.mark}" data-digest="${state.digest}" data-seen="${escapeHtml(isSound ? preview.seen : preview.mendFirst)}" data-sound="${isSound}" data-failed="${escapeHtml(preview.failed)}" data-gone="${escapeHtml(preview.gone)}">
<header>
<h1>${preview.title}: ${escapeHtml(state.release.operator.name)}</h1>
<p>${preview.draftOnly}</p>
<div class="tools">
<fieldset><label><input type="radio" name="device" value="phone" checked> ${preview.phone}</label>
<label><input type="radio" name="device" value="desktop"> ${preview.desktop}</label></fieldset>
<label><input type="checkbox" id="layers" autocomplete="off"> ${preview.layers}</label>
<button type="button" id="print">${preview.print}</button>
<output id="state">${preview.drawing}</output>
</div>
</header>
<div class="columns">
<aside>
${sideOf(state, desk)}
</aside>
<main>
${views.map((view) => viewSection(view, state, desk)).join('\n')}
${differenceSection(state, desk)}
</main>
</div>
<script type="module">${PAGE_SCRIPT}</script>
</body>
</html>
`;
}
