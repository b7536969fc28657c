import ts from 'typescript';

const {ModuleKind, ModuleResolutionKind, ScriptTarget} = ts;

/**
 * What TypeScript says of sources that exist in memory only, as `nodenext` reads them: messages by file.
 * @param {Map<string, string>} files @param {import('typescript').CompilerOptions} options
 */
export function compiled(files, options) {
  const all = {
    ...{
      module: ModuleKind.NodeNext,
      moduleResolution: ModuleResolutionKind.NodeNext,
      target: ScriptTarget.ES2022,
    },
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    ...{strict: true, skipLibCheck: true, noEmit: true},
    ...options,
  };
  const host = ts.createCompilerHost(all);
  const {getSourceFile, fileExists, readFile} = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) =>
    files.has(name) ? ts.createSourceFile(name, files.get(name), rest[0]) : getSourceFile(name, ...rest);
  const program = ts.createProgram([...files.keys()], all, host);
  const saidOf = (name) => {
    const source = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({messageText}) => ts.flattenDiagnosticMessageText(messageText, '\n'),
    );
  };
  return new Map([...files.keys()].map((name) => [name, saidOf(name)]));
}
