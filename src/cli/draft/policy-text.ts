import {escapeHtml} from '../escape-html.js';

const STYLE = `:root{color-scheme:light dark}
body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.125rem;margin:2rem 0 .5rem}
:target{background:#fff3bf;color:#111;outline:.375rem solid #fff3bf}
@media print{body{margin:0;max-width:none}}`;

const NUMBERED = /^(\d+(?:\.\d+)*)\.?\s*(?=\S)/;

/** Paragraphs: parted by empty lines, and by clauses that begin. */
const paragraphsIn = (text: string): string[] =>
  text
    .split(/\n[ \t]*\n|\n(?=[ \t]*\d+(?:\.\d+)+\.?\s)/)
    .map((paragraph) => paragraph.replace(/[ \t\n]+/g, ' ').trim())
    .filter(Boolean);

/** A heading is a whole number and capitals: "2. DATA". */
const isHeading = (number: string, words: string) =>
  !number.includes('.') && words === words.toUpperCase() && /\p{L}/u.test(words);

const linked = (text: string) =>
  escapeHtml(text).replace(
    /(?:&lt;)?(https:\/\/[^\s&<>"]+?)(?:&gt;|(?=[.,;:)]?(?:\s|$)))/g,
    (_, url: string) => `<a href="${url}">${url}</a>`,
  );

/**
 * A policy's plain text as a page whose clauses can be linked to: each paragraph that begins with a number has it as its
 * id, and the first one before any number is `preamble`.
 * @param lang of the text
 */
export function pageOf(text: string, lang: string): string {
  const [title = '', ...rest] = paragraphsIn(text);
  const ids = new Set<string>();
  const idOf = (id: string) => {
    if (ids.has(id)) return '';
    ids.add(id);
    return ` id="${id}"`;
  };
  let seen = false;
  const body = rest.map((paragraph) => {
    const number = NUMBERED.exec(paragraph)?.[1];
    if (number === undefined) return `<p${seen ? '' : idOf('preamble')}>${linked(paragraph)}</p>`;
    seen = true;
    const tag = isHeading(number, paragraph.slice(number.length)) ? 'h2' : 'p';
    return `<${tag}${idOf(number)}>${linked(paragraph)}</${tag}>`;
  });
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${body.join('\n')}
</body>
</html>
`;
}
