// The command line as one file: a frontend that installs the package installs none of its libraries.
import {buildSync} from 'esbuild';
import {chmodSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';

const {metafile} = buildSync({
  entryPoints: ['out/src/cli/main.js'],
  outfile: 'dist/cli/main.js',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minify: true,
  charset: 'utf8',
  // Commander and yaml are CommonJS, and ask for Node's own modules by name.
  banner: {js: "import {createRequire} from 'node:module';const require = createRequire(import.meta.url);"},
  logLevel: 'warning',
  metafile: true,
});

// npm sets this bit when it installs a package, but not in the checkout itself.
chmodSync('dist/cli/main.js', 0o755);

const names = Object.keys(metafile.inputs).flatMap((file) => {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
  return name === undefined ? [] : [name];
});
const licences = [...new Set(names)].sort().map((name) => {
  const folder = `node_modules/${name}`;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const {license} = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const text = file === undefined ? '' : readFileSync(`${folder}/${file}`, 'utf8').trim();
  return `${name} (${license})\n\n${text}\n`;
});
writeFileSync('dist/cli/LICENSES.txt', licences.join('\n----\n\n'));
