/** Makes a site of the pages in docs/: `npm run docs` writes it to out/docs, which works from any folder, served or opened; the gallery in it, served alone. */
import {buildDocs} from './docs/build.mjs';

const OUT = 'out/docs';
const pages = await buildDocs(OUT);
console.log(`${pages.length} pages: ${OUT}/index.html`);
