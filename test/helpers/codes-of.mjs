import {join, relative} from 'node:path';
import ts from 'typescript';
import {ROOT} from './project.mjs';

/** @type {Map<string, {program: ts.Program, checker: ts.TypeChecker}>} */
const projects = new Map();

/** @param {string} config */
function projectOf(config) {
  if (!projects.has(config)) {
    const {config: read} = ts.readConfigFile(join(ROOT, config), ts.sys.readFile);
    const {fileNames, options} = ts.parseJsonConfigFileContent(read, ts.sys, join(ROOT, config, '..'));
    const program = ts.createProgram(fileNames, {...options, noEmit: true});
    projects.set(config, {program, checker: program.getTypeChecker()});
  }
  return projects.get(config);
}

/**
 * Every code that sources give to a function as its parameter `code`, or to an object as its member `code`: what the compiler
 * knows the argument to be. A part that is known at run time alone is `…`.
 * @param {string} config the project of the sources @param {RegExp} isIn which of them, by their path from the root
 */
export function codesGivenIn(config, isIn) {
  const {program, checker} = projectOf(config);
  const codes = new Set();

  /** @param {ts.Node} value */
  function take(value) {
    if (ts.isConditionalExpression(value)) {
      for (const each of [value.whenTrue, value.whenFalse]) take(each);
      return;
    }
    const type = checker.getTypeAtLocation(value);
    const known = (type.isUnion() ? type.types : [type]).filter((each) => each.isStringLiteral());
    for (const each of known) codes.add(each.value);
    if (known.length === 0 && ts.isTemplateExpression(value))
      codes.add([value.head.text, ...value.templateSpans.map(({literal}) => literal.text)].join('…'));
  }

  /** @param {ts.Node} node */
  function visit(node) {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const parameters = checker.getResolvedSignature(node)?.getParameters() ?? [];
      const at = parameters.findIndex(({name}) => name === 'code');
      if (at >= 0 && node.arguments?.[at]) take(node.arguments[at]);
    } else if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') take(node.initializer);
    ts.forEachChild(node, visit);
  }
  for (const file of program.getSourceFiles())
    if (isIn.test(relative(ROOT, file.fileName).replaceAll('\\', '/'))) visit(file);
  return [...codes].sort();
}
