/**
 * Writes the JSON Schemas of manifest and record. They are made from the very lines that read: the shapes of src/core are
 * run with combinators that describe (scripts/schemas/describing-reader.mjs) in place of those that check, and each
 * field's comment becomes its description.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import MagicString from 'magic-string';
import ts from 'typescript';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const DESCRIBING = join(root, 'scripts', 'schemas', 'describing-reader.mjs');

/** The text of a JSDoc comment, on one line. @param {ts.Node} node */
const docOf = (node) =>
  ts
    .getJSDocCommentsAndTags(node)
    .map(({comment}) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Wraps the value of each commented field: `/** … *\/ title: text` → `title: described("…", text)`. */
function withDescriptions(path) {
  const code = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true);
  const edited = new MagicString(code);
  /** @param {ts.Node} node */
  const visit = (node) => {
    const isField = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
    const doc = isField && docOf(node);
    if (doc) {
      const value = ts.isPropertyAssignment(node) ? node.initializer : node.name;
      const before = ts.isPropertyAssignment(node) ? '' : `${node.name.text}: `;
      edited.appendLeft(value.getStart(), `${before}described(${JSON.stringify(doc)}, `);
      edited.appendRight(value.getEnd(), ')');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return `import {described} from ${JSON.stringify(DESCRIBING)};\n${edited.toString()}`;
}

const describing = {
  name: 'describing',
  /** @param {import('esbuild').PluginBuild} build */
  setup({onResolve, onLoad}) {
    onResolve({filter: /^\.\/reader\.js$/}, () => ({path: DESCRIBING}));
    onLoad({filter: /src[\\/]core[\\/](manifest|record)\.ts$/}, ({path}) => ({
      contents: withDescriptions(path),
      loader: 'ts',
    }));
  },
};

const {outputFiles} = await build({
  stdin: {
    contents: `export {manifestShape} from './src/core/manifest.js'; export {recordShape} from './src/core/record.js';`,
    resolveDir: root,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'esm',
  plugins: [describing],
});
const {manifestShape, recordShape} = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const BEYOND =
  'Fields that are not named here are allowed, and left out by a reader. Beyond this schema readers hold what JSON Schema cannot say: no text holds a lone surrogate or more than 30 combining marks in a row, dates are in the calendar, and text is compared in NFC';
const SCHEMAS = {
  'ipsm-policy-1': [
    manifestShape,
    'Policy manifest, ipsm-policy/1',
    `The releases of a privacy policy (docs/format.md, section 2). ${BEYOND}; versions, ids and the instants at which releases begin are unique; documents and notice have an entry under a language; cancelled is earlier than effectiveFrom.`,
  ],
  'ipsm-consent-record-1': [
    recordShape,
    'Consent record, ipsm-consent-record/1',
    `What one person decided about one release of a policy, in one language, by one act (docs/format.md, section 5). No personal data. ${BEYOND}. A server checks more: docs/format.md, section 7.`,
  ],
};

const folder = join(root, process.argv[2] ?? 'dist/schemas');
mkdirSync(folder, {recursive: true});
for (const [name, [shape, title, description]] of Object.entries(SCHEMAS)) {
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:ipsm-consent:schema:${name}`,
    title,
    description,
  };
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify({...head, ...shape}, null, 1)}\n`);
}
