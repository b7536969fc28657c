import {SECTIONS} from './pages.mjs';

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** @param {string} file the page that it stands in */
const navigation = (file) =>
  SECTIONS.map(([title, pages]) => {
    const links = pages.map(
      (page) =>
        `<li><a href="${page.file}" lang="${page.lang}"${page.file === file ? ' aria-current="page"' : ''}>${escaped(page.label)}</a></li>`,
    );
    // browsers run no modules of a page that is opened as a file
    if (title === 'In a page')
      links.push(
        '<li><a href="gallery/index.html">Gallery of all states</a> (where a web server serves it)</li>',
      );
    return `<h2>${title}</h2><ul>${links.join('')}</ul>`;
  }).join('\n');

/**
 * A page of the site, around what its Markdown says.
 * @param {{page: import('./pages.mjs').Page, content: string, title: string, version: string}} data
 */
export const layout = ({page, content, title, version}) => `<!doctype html>
<html lang="${page.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title === 'ipsm-consent' ? title : `${title} · ipsm-consent`)}</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<header lang="en"><a href="index.html">ipsm-consent</a> ${version} <a href="#pages">All pages</a></header>
<main>
${content}
</main>
<nav lang="en" aria-label="Pages" id="pages">
${navigation(page.file)}
</nav>
</body>
</html>
`;
