/** Writes the gallery into a folder that any web server serves: `node scripts/demo-static.mjs [folder]`. */
import {relative} from 'node:path';
import {writeStaticSite} from './gallery/static-site.mjs';

const folder = process.argv[2] ?? 'out/demo-static';
writeStaticSite(folder);
console.log(`The gallery is in ${relative('.', folder)}/. To look at it: npx --yes http-server ${folder}`);
