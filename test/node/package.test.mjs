import {nodeResolve} from '@rollup/plugin-node-resolve';
import {build as esbuild} from 'esbuild';
import assert from 'node:assert/strict';
import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {closeSync, existsSync, openSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, relative} from 'node:path';
import {after, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {publint} from 'publint';
import {rollup} from 'rollup';
import ts from 'typescript';
import {build as vite} from 'vite';
import webpack from 'webpack';
import {packAndInstall} from '../helpers/packed.mjs';
import {ROOT, json} from '../helpers/project.mjs';

const node = promisify(execFile).bind(null, process.execPath);
const packed = packAndInstall();
after(() => packed.remove());
const paths = packed.files.map(({path}) => path);
const manifest = json(packed.installed, 'package.json');

describe('the package, as npm packs it,', () => {
  /** Where a file may lie, and what it may be. Whatever else is packed was not meant. */
  const MEANT = [
    /^(package\.json|LICENSE|README(\.(kk|ru))?\.md|CHANGELOG\.md|SECURITY\.md)$/,
    /^docs\/[\w.-]+\.md$/,
    /^docs\/pictures\/elements\.webp$/,
    /^examples\/(express-login|express-postgres)\/\w+\.(mjs|sql|css)$/,
    /^examples\/php\/\w+\.(php|sql)$/,
    /^examples\/python\/verify\.py$/,
    /^vectors\/(README\.md|[\w-]+\.json)$/,
    /^dist\/(LICENSES\.txt|sri\.json|custom-elements\.json|vscode\.html-custom-data\.json)$/,
    /^dist\/cdn\/(LICENSES\.txt|ipsm-consent[\w.-]*\.min\.js|ipsm-consent-fallback\.css)$/,
    /^dist\/cli\/(main\.js|LICENSES\.txt)$/,
    /^dist\/index\.(js|d\.ts)$/,
    /^dist\/(core|define|development|elements|fallback|l10n|platform|policies|server|types)\/[\w/-]+(\.js|\.d\.ts)$/,
    /^dist\/schemas\/[\w-]+\.(schema|openapi)\.json$/,
    /^dist\/sql\/[\w-]+\.sql$/,
  ];

  it('holds what is meant to be in it, and nothing else', () => {
    assert.deepEqual(
      paths.filter((path) => !MEANT.some((pattern) => pattern.test(path))),
      [],
    );
    for (const pattern of MEANT)
      assert.ok(
        paths.some((path) => pattern.test(path)),
        String(pattern),
      );
  });

  it('holds every page of docs/, and the pages that it is read first by', () => {
    const pages = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
    const expected = ['README.md', 'README.kk.md', 'README.ru.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE'];
    for (const path of [...expected, ...pages.map((name) => `docs/${name}`)])
      assert.ok(paths.includes(path), path);
  });

  /**
   * `bar` is what a part may weigh, unpacked. `gate` is what holds: the bar, or, where work has ended above it, the figure
   * reached. It falls, and rises only with a reason in the commit.
   */
  const WEIGHTS = [
    {part: 'dist/cdn', bar: 1_200_000, gate: 1_431_500, isIn: (path) => path.startsWith('dist/cdn/')},
    {part: 'code and types', bar: 1_200_000, gate: 1_244_000, isIn: (path) => /^dist\/(?!cdn\/)/.test(path)},
    {part: 'what is read', bar: 900_000, gate: 944_000, isIn: (path) => !path.startsWith('dist/')},
  ];
  for (const {part, gate, isIn} of WEIGHTS)
    it(`weighs no more than ${gate} bytes in ${part}`, () => {
      const bytes = packed.files.filter(({path}) => isIn(path)).reduce((sum, {size}) => sum + size, 0);
      assert.ok(bytes <= gate, `${bytes} bytes`);
    });

  it('begins its changes with the version that it is, which is released under a tag of that name and on a day alone', async () => {
    const {version} = manifest;
    const changes = readFileSync(join(packed.installed, 'CHANGELOG.md'), 'utf8');
    const [heading] = /^## .*$/m.exec(changes);
    assert.ok(heading.startsWith(`## ${version}, `), heading);
    const isDated = /, \d{4}-\d\d-\d\d$/.test(heading);
    const ready = (tag) =>
      node([join(ROOT, 'scripts/check-release.mjs'), tag]).then(
        () => true,
        () => false,
      );
    assert.deepEqual([await ready(`v${version}`), await ready('v9.9.9')], [isDated, false]);
  });

  it('runs nothing when it is installed', () => {
    const ofConsumers = ['preinstall', 'install', 'postinstall', 'prepare'];
    assert.deepEqual(
      ofConsumers.filter((name) => name in manifest.scripts),
      [],
    );
  });

  it('leaves the version of Lit to the app, and to nobody that of the files for script tags', () => {
    const {lit} = manifest.dependencies;
    const {packages} = json(ROOT, 'package-lock.json');
    const locked = packages['node_modules/lit'].version;
    assert.equal(
      lit,
      `^${locked}`,
      'the oldest version that is let in is the one that everything was tested with',
    );
    const terms = readFileSync(join(packed.installed, 'dist/cdn/LICENSES.txt'), 'utf8');
    for (const name of ['lit-html', 'lit-element', '@lit/reactive-element'])
      assert.ok(terms.includes(`${name} ${packages[`node_modules/${name}`].version}, `), name);
  });

  it('has nothing that publint finds wrong', async () => {
    const {messages} = await publint({pkgDir: packed.installed, strict: true, pack: false});
    assert.deepEqual(messages, []);
  });

  it('has types that are right by every way of resolving them', async () => {
    const attw = join(
      dirname(createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json')),
      'dist/index.js',
    );
    // into a file: it ends before a pipe has taken all that it says
    const said = join(packed.folder, 'attw.json');
    const file = openSync(said, 'w');
    const options = ['--profile', 'esm-only', '--format', 'json'];
    // styles have no types
    const styles = ['--exclude-entrypoints', './ipsm-consent-fallback.css'];
    const told = spawn(process.execPath, [attw, packed.tarball, ...options, ...styles], {
      stdio: ['ignore', file, 'inherit'],
    });
    await once(told, 'close');
    closeSync(file);
    const {analysis, problems} = JSON.parse(readFileSync(said, 'utf8'));
    assert.ok(analysis.types && Object.keys(analysis.entrypoints).length > 20);
    // a package of modules only: neither the resolution of Node 10 nor `require` is for it
    const wrong = Object.values(problems ?? {}).flat();
    const ignored = ['node10', 'node16-cjs'];
    assert.deepEqual(
      wrong.filter(({resolutionKind}) => !ignored.includes(resolutionKind)),
      [],
    );
  });
});

describe('the terms of what is inside', () => {
  const FREE = /^(MIT|ISC|BSD-2-Clause|BSD-3-Clause)$/;

  /** A file of terms: its entries by package. @param {string} file @param {RegExp} between */
  const termsIn = (file, between) =>
    readFileSync(join(packed.installed, file), 'utf8')
      .split(between)
      .map((entry) => {
        const [title, ...text] = entry.trim().split('\n');
        const [, name, licence] = /^([^\s,]+)(?: [\d.]+)?,? \(?([\w.-]+)\)?$/.exec(title) ?? [title];
        return {name, licence, text: text.join('\n').trim()};
      });

  /** Names of the packages that files come from. @param {string[]} files */
  const packagesOf = (files) => [
    ...new Set(files.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [])),
  ];

  for (const {what, file, between, inside} of [
    {
      what: 'the files for script tags',
      file: 'dist/cdn/LICENSES.txt',
      between: /^-{80}$/m,
      inside: () =>
        packagesOf(
          readdirSync(join(ROOT, 'dist/cdn'))
            .filter((name) => name.endsWith('.map'))
            .flatMap((name) => json(ROOT, 'dist/cdn', name).sources),
        ).concat('ipsm-consent'),
    },
    {
      what: 'the command line',
      file: 'dist/cli/LICENSES.txt',
      between: /^----$/m,
      inside: async () => {
        const {metafile} = await esbuild({
          entryPoints: [join(ROOT, 'out/src/cli/main.js')],
          bundle: true,
          platform: 'node',
          format: 'esm',
          write: false,
          metafile: true,
        });
        return packagesOf(Object.keys(metafile.inputs));
      },
    },
  ])
    it(`travel with ${what}, are those of all that is in there, and let anybody use it`, async () => {
      const terms = termsIn(file, between);
      assert.deepEqual(terms.map(({name}) => name).sort(), [...new Set(await inside())].sort());
      for (const {name, licence, text} of terms) {
        assert.match(licence, FREE, name);
        assert.match(text, /copyright/i, name);
        assert.match(text, /WARRANTY|WARRANTIES/, name);
      }
    });

  it('of what npm installs along let anybody use it', () => {
    const {packages} = json(ROOT, 'package-lock.json');
    const along = (name, seen = new Set()) => {
      if (seen.has(name)) return seen;
      seen.add(name);
      for (const each of Object.keys(packages[`node_modules/${name}`].dependencies ?? {})) along(each, seen);
      return seen;
    };
    const names = Object.keys(manifest.dependencies).flatMap((name) => [...along(name)]);
    assert.ok(names.includes('lit-html'));
    for (const name of names) assert.match(packages[`node_modules/${name}`].license, FREE, name);
  });
});

/** The exports that a pattern stands for; one of files that are not imported has none. */
function filled(name, target) {
  const [before, after] = target.default?.slice(2).split('*') ?? [];
  return paths
    .filter((path) => target.default && path.startsWith(before) && path.endsWith(after))
    .map((path) => {
      const fill = (text) => text.replace('*', path.slice(before.length, -after.length));
      const conditions = Object.entries(target).map(([condition, file]) => [condition, fill(file)]);
      return [fill(name), Object.fromEntries(conditions)];
    });
}

/** Every export: how it is imported, and where it leads, by condition. */
const entries = Object.entries(manifest.exports)
  .flatMap(([name, target]) => (name.includes('*') ? filled(name, target) : [[name, target]]))
  .map(([name, target]) => ({
    name: `ipsm-consent${name.slice(1)}`,
    file: typeof target === 'string' ? target : target.default,
    development: target.development ?? target.default ?? target,
    types: target.types,
  }));
const modules = entries.filter(({file}) => file.endsWith('.js'));
const write = (name, text) => {
  writeFileSync(join(packed.folder, name), text);
  return join(packed.folder, name);
};
const inPackage = (path) =>
  `./${relative(packed.installed, path.replace(/[?#].*$/, '').replace(/^\0+/, '')).replaceAll('\\', '/')}`;

/** Each imported by a module of its own, by name; what the app does with it is nothing, so nothing may be left out. */
const importers = Object.fromEntries(
  modules.map(({name}, i) => [
    name,
    write(`app-${i}.js`, `import * as all from '${name}';\nconsole.log(all);\n`),
  ]),
);
const names = Object.keys(importers);
const keyOf = (name) => `app-${names.indexOf(name)}`;
const input = Object.fromEntries(names.map((name) => [keyOf(name), importers[name]]));

/** Which files of the package each app pulled in, by bundler. @type {Record<string, () => Promise<(name: string) => string[]>>} */
const BUNDLERS = {
  async esbuild(conditions = ['production']) {
    const {metafile} = await esbuild({
      absWorkingDir: packed.folder,
      entryPoints: input,
      outdir: 'esbuild',
      bundle: true,
      format: 'esm',
      conditions,
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    return (name) =>
      Object.keys(metafile.outputs[`esbuild/${keyOf(name)}.js`].inputs).map((file) =>
        inPackage(join(packed.folder, file)),
      );
  },
  'esbuild while developing': () => BUNDLERS.esbuild(['development']),
  async Rollup() {
    const found = {};
    for (const name of names) {
      const warnings = [];
      const bundle = await rollup({
        input: importers[name],
        plugins: [nodeResolve({browser: true})],
        onwarn: (warning) => warnings.push(warning.message),
      });
      found[name] = bundle.watchFiles.map(inPackage);
      await bundle.close();
      assert.deepEqual(warnings, [], name);
    }
    return (name) => found[name];
  },
  async webpack() {
    const stats = await new Promise((done, fail) =>
      webpack(
        {
          mode: 'production',
          context: packed.folder,
          entry: input,
          output: {path: join(packed.folder, 'webpack')},
          performance: false,
          // so that a module is a module in what it tells
          optimization: {concatenateModules: false, sideEffects: false, minimize: false},
        },
        (error, stats) => (error ? fail(error) : done(stats)),
      ),
    );
    const {errors, warnings, entrypoints} = stats.toJson({
      all: false,
      errors: true,
      warnings: true,
      entrypoints: true,
    });
    assert.deepEqual([errors, warnings], [[], []]);
    const {compilation} = stats;
    return (name) => {
      assert.ok(entrypoints[keyOf(name)]);
      const reached = new Set();
      const visit = (module) => {
        if (!module || reached.has(module)) return;
        reached.add(module);
        for (const {module: next} of compilation.moduleGraph.getOutgoingConnections(module)) visit(next);
      };
      for (const dependency of compilation.entries.get(keyOf(name)).dependencies)
        visit(compilation.moduleGraph.getModule(dependency));
      return [...reached].flatMap(({resource}) => (resource ? inPackage(resource) : []));
    };
  },
  async Vite() {
    const {output} = await vite({
      root: packed.folder,
      configFile: false,
      logLevel: 'silent',
      build: {write: false, minify: false, rollupOptions: {input, treeshake: false}},
    });
    const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
    const moduleIds = (fileName, seen = new Set()) => {
      if (seen.has(fileName)) return [];
      seen.add(fileName);
      const {moduleIds: own = [], imports = []} = chunks.get(fileName) ?? {};
      return [...own, ...imports.flatMap((each) => moduleIds(each, seen))];
    };
    return (name) => moduleIds(output.find((chunk) => chunk.name === keyOf(name)).fileName).map(inPackage);
  },
};

for (const [bundler, bundle] of Object.entries(BUNDLERS))
  describe(`every export of the package, bundled by ${bundler},`, () => {
    it('is the file that the package names', async () => {
      const filesOf = await bundle();
      for (const {name, file, development} of modules)
        assert.ok(
          filesOf(name).includes(bundler.includes('developing') ? development : file),
          `${name}: ${filesOf(name).join(' ')}`,
        );
    });
  });

it('docs/versions.md names every bundler that takes every export', () => {
  const [table] = /### What resolves the exports\n[^#]*/.exec(
    readFileSync(join(ROOT, 'docs/versions.md'), 'utf8'),
  );
  for (const bundler of Object.keys(BUNDLERS)) assert.ok(table.includes(bundler.split(' ')[0]), bundler);
});

describe('every export of the package, in Node,', () => {
  it('is imported, and is the file that the package names', async () => {
    const code = `
      for (const {name, file} of ${JSON.stringify(modules)}) {
        if (!import.meta.resolve(name).endsWith('/ipsm-consent' + file.slice(1))) throw new Error(name);
        await import(name);
      }
      console.log('done');`;
    const {stdout} = await node([write('imports.mjs', code)], {cwd: packed.folder});
    assert.equal(stdout.trim(), 'done');
  });

  it('is there, where it is no module, and stands for files that are', () => {
    for (const {file} of entries) assert.ok(existsSync(join(packed.installed, file)), file);
    const patterns = Object.values(manifest.exports).filter((target) => target.includes?.('*'));
    assert.equal(patterns.length, 3);
    for (const target of patterns) {
      const [before, after] = target.slice(2).split('*');
      assert.ok(
        paths.some((path) => path.startsWith(before) && path.endsWith(after)),
        target,
      );
    }
  });

  it('is the command, which says its version', async () => {
    const {stdout} = await node([join(packed.installed, manifest.bin['ipsm-policy']), '--version']);
    assert.equal(stdout.trim(), manifest.version);
  });
});

describe('every export of the package, in TypeScript,', () => {
  const {ModuleKind, ModuleResolutionKind} = ts;
  const file = write(
    'uses.ts',
    modules.map(({name}, i) => `import * as m${i} from '${name}';\nexport {m${i}};\n`).join(''),
  );
  for (const [how, module, moduleResolution] of [
    ['bundler', ModuleKind.ESNext, ModuleResolutionKind.Bundler],
    ['node16', ModuleKind.Node16, ModuleResolutionKind.Node16],
    ['nodenext', ModuleKind.NodeNext, ModuleResolutionKind.NodeNext],
  ])
    it(`has types that stand by themselves: ${how}, strict, without skipLibCheck`, () => {
      const program = ts.createProgram([file], {
        module,
        moduleResolution,
        target: ts.ScriptTarget.ES2022,
        lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        skipLibCheck: false,
        types: [],
      });
      const sources = program.getSourceFiles().map(({fileName}) => inPackage(fileName));
      for (const {name, types} of modules) assert.ok(sources.includes(types), name);
      const ours = program
        .getSourceFiles()
        .filter(({fileName}) => fileName.startsWith(packed.folder.replaceAll('\\', '/')))
        .flatMap((source) => [
          ...program.getSyntacticDiagnostics(source),
          ...program.getSemanticDiagnostics(source),
        ])
        .concat(program.getGlobalDiagnostics(), program.getOptionsDiagnostics());
      assert.deepEqual(
        ours.map(({messageText}) => ts.flattenDiagnosticMessageText(messageText, '\n')),
        [],
      );
    });
});
