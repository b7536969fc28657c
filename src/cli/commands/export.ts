import {join} from 'node:path';
import {noticeDigests, sha256, type Notice, type Release} from '../../core/index.js';
import {unharmed, type Desk} from '../desk.js';
import {flatten} from '../check/flatten.js';
import {documentOf} from '../difference.js';
import {shown} from '../difference-lines.js';
import {paragraphsOf} from '../draft/page-text.js';
import {escapeHtml} from '../escape-html.js';
import {writeFile} from '../folder/write-file.js';
import {labelOf} from '../label-of.js';
import type {Outcome} from '../outcome.js';
import {EXIT} from '../stop.js';
import type {Words} from '../words/words.js';
import {releaseNamed} from './diff.js';

/** Where readable documents of releases are put. */
const FOLDER = 'export';

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}dt{font-weight:600}dd{margin:0 0 .5rem}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.25rem .5rem;text-align:start;vertical-align:top}
small{color:#555}section{break-before:page}@media print{body{margin:0;max-width:none}}`;

const rows = (list: Notice['points']) =>
  list
    .map(
      ({label, text, clauses}) =>
        `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)} <small>${escapeHtml(clauses.join(', '))}</small></dd>`,
    )
    .join('\n');

function noticeSection(lang: string, notice: Notice, digest: string | null | undefined, w: Words): string {
  const {
    question,
    brief,
    title,
    points,
    details,
    agree,
    agreeFor,
    accept,
    decline,
    purposes = {},
    clauseNames = {},
    changes = [],
  } = notice;
  return `<section lang="${lang}">
<h2>${escapeHtml(title)} (${lang})</h2>
<p><strong>${escapeHtml(question)}</strong><br>${escapeHtml(brief)}</p>
<dl>
${rows(points)}
${rows(details)}
</dl>
<p><strong>☐ ${escapeHtml(agree)}</strong></p>
${agreeFor === undefined ? '' : `<p>☐ ${escapeHtml(agreeFor)}</p>\n`}${Object.values(purposes)
    .map((text) => `<p>☐ ${escapeHtml(text)}</p>\n`)
    .join('')}<p>${escapeHtml(w.buttons())}: ${escapeHtml(accept)} / ${escapeHtml(decline)}</p>
${Object.entries(clauseNames)
  .map(([id, text]) => `<p><small>${id}: ${escapeHtml(text)}</small></p>\n`)
  .join('')}
${changes.length ? `<ul>${changes.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>\n` : ''}<p><small>SHA-256 ${digest ?? w.unsaid()}</small></p>
</section>`;
}

function documentSection(lang: string, page: string, w: Words): string {
  const paragraphs = paragraphsOf(page).map((text) => `<p>${escapeHtml(text)}</p>`);
  return `<section lang="${lang}">
<h2>${escapeHtml(w.documentsHead())} (${lang})</h2>
${paragraphs.join('\n')}
</section>`;
}

/** A release as a page to print and file. */
async function pageOf(release: Release, desk: Desk): Promise<string> {
  const {w, lang, settings} = desk;
  const texts: string[] = [];
  for (const of of Object.keys(release.documents)) {
    const page = await unharmed(documentOf(desk, {release}, of), desk);
    if (page !== undefined) texts.push(documentSection(of, page, w));
  }
  const {effectiveFrom, cancelled} = release;
  const digests = await noticeDigests(release, sha256);
  const terms = [...flatten(release)].filter(
    ([path]) => !path.startsWith('notice.') && !path.startsWith('documents.'),
  );
  const documents = Object.entries(release.documents)
    .map(
      ([of, document]) =>
        `<tr><td>${of}</td><td>${escapeHtml(document?.url ?? w.unsaid())}</td><td>${document?.sha256 ?? w.unsaid()}</td></tr>`,
    )
    .join('\n');
  const title = w.exportTitle(settings.id, release.version);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(w.inForceFrom(effectiveFrom))} <small>${effectiveFrom ?? ''}</small></p>
${cancelled === null ? '' : `<p>${escapeHtml(w.wasCancelled(cancelled))} <small>${cancelled}</small></p>`}
<table>
${terms.map(([path, text]) => `<tr><th>${escapeHtml(labelOf(path, w))}</th><td>${escapeHtml(shown(path, text, w))}</td></tr>`).join('\n')}
</table>
<h2>${escapeHtml(w.documentsHead())}</h2>
<table>
${documents}
</table>
${Object.entries(release.notice)
  .map(([of, notice]) => noticeSection(of, notice, digests[of], w))
  .join('\n')}
${texts.join('\n')}
</body>
</html>
`;
}

/** Writes a release as a document for the operator's files. */
export async function exportRelease(desk: Desk, version: string): Promise<Outcome> {
  const {io, root, w} = desk;
  const file = `${FOLDER}/${version}.html`;
  await writeFile(io.disk, join(root, file), await pageOf(await releaseNamed(desk, version), desk));
  return {exitCode: EXIT.ok, result: {ok: true, file}, lines: [w.exported(file)]};
}
