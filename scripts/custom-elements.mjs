/**
 * Writes dist/custom-elements.json, which editors and documentation read. Each thing comes from where it is true: members
 * from the types, attributes and custom properties from the built classes, parts, states, slots and events from what is
 * written above a class. Tools that read file by file do not see what a mixin or a base class gives.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import ts from 'typescript';
import {TAGS} from '../dist/define/tags.js';

const {options, fileNames} = ts.parseJsonConfigFileContent(
  JSON.parse(readFileSync('tsconfig.json', 'utf8')),
  ts.sys,
  process.cwd(),
);
const program = ts.createProgram(fileNames, options);
const checker = program.getTypeChecker();

/** @param {string} path */
const sourceOf = (path) => program.getSourceFiles().find(({fileName}) => fileName.endsWith(path));
/** @param {string} path @param {string} name */
const exported = (path, name) =>
  checker.getExportsOfModule(checker.getSymbolAtLocation(sourceOf(path))).find((each) => each.name === name);
/** Where the module of a source is in the package. @param {ts.Node} node */
const moduleOf = (node) =>
  node
    .getSourceFile()
    .fileName.replace(/^.*\/src\//, 'dist/')
    .replace(/\.ts$/, '.js');
/** @param {string} text */
const inOneLine = (text) => text.replace(/\s+/g, ' ').trim();
/**
 * A type as text: as it is written, but a union of texts in full, since editors offer its members.
 * @param {ts.Type} type @param {ts.Symbol} [symbol] what is declared with it
 */
function typeText(type, symbol) {
  const isListed = type.isUnion() && type.types.every((each) => each.isStringLiteral());
  if (isListed) return {text: type.types.map(({value}) => `'${value}'`).join(' | ')};
  const written = symbol?.declarations
    ?.map((each) => /** @type {any} */ (each).type?.getText())
    .find(Boolean);
  return {text: written ?? checker.typeToString(type)};
}

/** What HTML itself says of a control. */
const AS_NATIVE = 'As on `<input type="checkbox">`.';
const input = checker.getDeclaredTypeOfSymbol(
  checker.resolveName('HTMLInputElement', undefined, ts.SymbolFlags.Interface, false),
);
/** @param {ts.Symbol} symbol */
const describe = (symbol) =>
  inOneLine(ts.displayPartsToString(symbol.getDocumentationComment(checker))) ||
  (input.getProperty(symbol.name) ? AS_NATIVE : '');

/** `{Type} name - description`, without type, name or description where there is none. */
const TAG = /^(?:\{(.+?)\}\s*)?(?:([^\s-]\S*|--\S+)\s*)?(?:-\s+(.*))?$/s;

/** What is written above a class in tags of a name. @param {ts.Node} node @param {string} tag */
const tagged = (node, tag) =>
  ts
    .getJSDocTags(node)
    .filter(({tagName}) => tagName.text === tag)
    .map(({comment}) => {
      const [, type, name = '', description = ''] = TAG.exec(ts.getTextOfJSDocComment(comment) ?? '') ?? [];
      return {name, description: inOneLine(description), ...(type && {type: {text: type}})};
    });

const HIDDEN = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
/** @param {ts.Symbol} symbol */
const isPublic = (symbol) =>
  !/^(#|__)/.test(symbol.name) &&
  !/Callback$/.test(symbol.name) &&
  !symbol.getJsDocTags().some(({name}) => name === 'internal') &&
  !symbol.declarations?.some((declaration) => ts.getCombinedModifierFlags(declaration) & HIDDEN);

/** @param {ts.Symbol} symbol */
const isReadonly = (symbol) =>
  symbol.flags & ts.SymbolFlags.Accessor
    ? !(symbol.flags & ts.SymbolFlags.SetAccessor)
    : symbol.declarations?.some((each) => ts.getCombinedModifierFlags(each) & ts.ModifierFlags.Readonly);

/** @param {ts.Symbol} symbol @param {ts.Signature} signature */
function methodOf(symbol, signature) {
  const parameters = signature.parameters.map((parameter) => {
    const {initializer, questionToken} = /** @type {any} */ (parameter.valueDeclaration);
    const description = describe(parameter);
    return {
      name: parameter.name,
      type: typeText(checker.getTypeOfSymbol(parameter), parameter),
      ...(description && {description}),
      ...((initializer || questionToken) && {optional: true}),
      ...(initializer && {default: initializer.getText()}),
    };
  });
  return {
    kind: 'method',
    name: symbol.name,
    description: describe(symbol),
    ...(parameters.length && {parameters}),
    return: {type: typeText(signature.getReturnType(), symbol)},
  };
}

/** Public members of a type that those of another lack. @param {ts.Type} type @param {ts.Type} base */
const membersOf = (type, base) =>
  checker
    .getPropertiesOfType(type)
    .filter((symbol) => isPublic(symbol) && !base.getProperty(symbol.name))
    .map((symbol) => {
      const memberType = checker.getTypeOfSymbol(symbol);
      const [signature] = memberType.getCallSignatures();
      if (signature) return methodOf(symbol, signature);
      const initial = symbol.getJsDocTags().find(({name}) => name === 'default')?.text?.[0]?.text;
      return {
        kind: 'field',
        name: symbol.name,
        description: describe(symbol),
        type: typeText(memberType, symbol),
        ...(initial && {default: initial}),
        ...(isReadonly(symbol) && {readonly: true}),
      };
    });

/** Attributes that browsers ask about are the box's, not ours. */
const ARIA = /^(aria-.*|title)$/;

/** The attributes that a class observes, and those that browsers see to themselves, with the property of each. */
function attributesOf(element, node, members) {
  const written = tagged(node, 'attr');
  // Lit collects the properties when it is asked for this
  const observed = element.observedAttributes.filter((name) => !ARIA.test(name));
  const fieldOf = new Map(
    [...element.elementProperties].map(([name, {attribute}]) => [attribute || name.toLowerCase(), name]),
  );
  return [...new Set([...observed, ...written.map(({name}) => name)])].map((name) => {
    const fieldName = fieldOf.get(name) ?? name;
    const member = members.find((each) => each.name === fieldName);
    const own = written.find((each) => each.name === name);
    const {type, fallback = ''} = element.elementProperties.get(fieldName) ?? {};
    if (member) {
      Object.assign(member, {attribute: name, reflects: true});
      if (fieldOf.has(name)) member.default ??= type === Boolean ? 'false' : `'${fallback}'`;
      if (own) member.description = own.description;
    }
    return {
      name,
      description: own?.description ?? member?.description,
      type: own?.type ?? member?.type,
      ...(member?.default && {default: member.default}),
      ...(member && {fieldName}),
    };
  });
}

/** What `@cssprop` says of each custom property, above whatever class. */
const CSS_PROPERTIES = new Map(
  program
    .getSourceFiles()
    .filter(({fileName}) => fileName.includes('/src/elements/'))
    .flatMap((file) => file.statements)
    .flatMap((node) => tagged(node, 'cssprop'))
    .map(({name, description}) => [name, description]),
);

/** What colours a part alone that not every element has, though all have its rules. */
const OF_PART = {'--ipsm-consent-error-color': 'error'};

/** The public custom properties that the styles of a class read, and that something in it shows: so each works where it is listed. */
function cssPropertiesOf(element, parts) {
  const css = element.elementStyles.map(({cssText}) => cssText).join('\n');
  const found = new Map(
    [...css.matchAll(/var\(\s*(--ipsm-[\w-]+)\s*(?:,\s*((?:[^()]|\([^()]*\))*))?\)/g)].map(
      ([, name, initial]) => [name, initial?.trim()],
    ),
  );
  const isShown = ([name]) => !OF_PART[name] || parts.some((part) => part.name === OF_PART[name]);
  return [...found]
    .filter(isShown)
    .sort()
    .map(([name, initial]) => ({
      name,
      description: CSS_PROPERTIES.get(name),
      ...(initial && {default: initial}),
    }));
}

const lit = checker.getDeclaredTypeOfSymbol(exported('/lit-element.d.ts', 'LitElement'));

/** @param {string} tagName @param {ts.Type} type @param {any} element the built class */
function elementOf(tagName, type, element) {
  const node = type.symbol.valueDeclaration;
  const members = membersOf(type, lit);
  const cssParts = tagged(node, 'csspart');
  return {
    kind: 'class',
    name: type.symbol.name,
    description: describe(type.symbol),
    superclass: {name: 'LitElement', package: 'lit'},
    customElement: true,
    tagName,
    attributes: attributesOf(element, node, members),
    members,
    events: tagged(node, 'fires'),
    slots: tagged(node, 'slot'),
    cssParts,
    cssStates: tagged(node, 'cssState'),
    cssProperties: cssPropertiesOf(element, cssParts),
  };
}

/** @param {ts.Symbol} symbol */
function eventOf(symbol) {
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const [base] = checker.getBaseTypes(type);
  return {
    kind: 'class',
    name: symbol.name,
    description: describe(symbol),
    superclass: {name: 'Event', package: 'global:'},
    members: membersOf(type, base),
  };
}

/** @param {string} path @param {any[]} declarations */
const declaring = (path, declarations) => ({
  kind: 'javascript-module',
  path,
  declarations,
  exports: declarations.map(({name}) => ({kind: 'js', name, declaration: {name, module: path}})),
});

const byTag = checker.getDeclaredTypeOfSymbol(exported('/src/define/tags.ts', 'ElementsByTag'));
const elements = Object.entries(TAGS).map(([tagName, element]) => {
  const type = checker.getTypeOfSymbol(byTag.getProperty(tagName));
  return declaring(moduleOf(type.symbol.valueDeclaration), [elementOf(tagName, type, element)]);
});
const events = declaring(
  'dist/elements/shared/events.js',
  checker
    .getExportsOfModule(checker.getSymbolAtLocation(sourceOf('/src/elements/shared/events.ts')))
    .filter(({flags}) => flags & ts.SymbolFlags.Class)
    .map(eventOf),
);
const definitions = elements.map(({path, declarations: [{name, tagName}]}) => ({
  kind: 'custom-element-definition',
  name: tagName,
  declaration: {name, module: path},
}));
/** @param {string} name @param {any[]} exports */
const defining = (name, exports) => ({kind: 'javascript-module', path: `dist/define/${name}.js`, exports});

const manifest = {
  schemaVersion: '2.1.0',
  readme: 'README.md',
  modules: [
    {
      kind: 'javascript-module',
      path: 'dist/index.js',
      exports: [...elements, events].flatMap(({exports}) => exports),
    },
    ...elements,
    events,
    ...definitions.map((definition) => defining(definition.name, [definition])),
    defining('all', definitions),
  ],
};
writeFileSync('dist/custom-elements.json', `${JSON.stringify(manifest)}\n`);
