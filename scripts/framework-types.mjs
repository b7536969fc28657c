/**
 * Writes dist/types/ and dist/vscode.html-custom-data.json from dist/custom-elements.json: what compilers and editors know
 * of the tags in each framework. The libraries that do this from a manifest offer what cannot be set, give events the
 * wrong class and import names twice, so that their types do not compile by themselves.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {TAGS} from '../dist/define/tags.js';

const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
const elements = manifest.modules
  .flatMap(({declarations = []}) => declarations)
  .filter(({tagName}) => tagName);

/** @param {string} text */
const comment = (text) => (text ? `/** ${text.replaceAll('*/', '* /')} */\n  ` : '');
/** @param {string} name */
const key = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);

/**
 * Whether setting it to `undefined` is as if it was not there. Not so where that is the text "undefined", as in HTML's own
 * `name` and `value`.
 */
function takesUndefined(tagName, {name}) {
  const {observedAttributes, elementProperties} = TAGS[tagName]; // Lit collects the properties when it is asked for the former
  return Boolean(observedAttributes) && !elementProperties.get(name)?.stringify;
}

/** One line of an interface. */
const line = (name, {description, type}, isLoose) =>
  `  ${comment(description)}${key(name)}?: ${type.text}${isLoose ? ' | undefined' : ''};`;

/** @param {any} element */
function declarationsOf({name, tagName, attributes, members, events}) {
  const settable = members.filter(({kind, readonly}) => kind === 'field' && !readonly);
  // an attribute's own type goes before that of a property that reads as something else, as `form` does
  const typeOf = (field) => attributes.find(({fieldName}) => fieldName === field.name)?.type ?? field.type;
  const ofAttributes = attributes.map((each) =>
    line(each.name, each, takesUndefined(tagName, {...each, name: each.fieldName})),
  );
  const ofProperties = settable.map((each) =>
    line(
      each.name,
      {...each, type: typeOf(each)},
      takesUndefined(tagName, each) && each.attribute !== undefined,
    ),
  );
  const ofEvents = events
    .filter(({type}) => type.text !== 'Event')
    .map((each) => `  ${comment(each.description)}${key(each.name)}: ${each.type.text};`);
  const base = name.replace(/Element$/, '');
  return `
/** Attributes of \`<${tagName}>\`. */
export interface ${base}Attributes {
${ofAttributes.join('\n')}
}
/** Properties of \`<${tagName}>\` that can be set. */
export interface ${base}Properties {
${ofProperties.join('\n')}
}
/** Events of \`<${tagName}>\` that HTML does not know. */
export interface ${base}Events {
${ofEvents.join('\n')}
}`;
}

/** @param {any} element */
function entryOf({name, tagName, description}) {
  const base = name.replace(/Element$/, '');
  const all = `element: ${name}; attributes: ${base}Attributes; properties: ${base}Properties; events: ${base}Events`;
  return `  ${comment(description)}'${tagName}': {${all}};`;
}

const names = [
  ...elements.map(({name}) => name),
  ...new Set(elements.flatMap(({events}) => events.map(({type}) => type.text))),
].filter((name) => name !== 'Event');

const shared = `import type {${names.join(', ')}} from '../index.js';
${elements.map(declarationsOf).join('\n')}

/** What is known of each tag. */
export interface Elements {
${elements.map(entryOf).join('\n')}
}
/** A tag of ours. */
export type Tag = keyof Elements;

/** Events of all tags together, as something around the elements hears them. */
export type AllEvents = ${elements.map(({name}) => name.replace(/Element$/, 'Events')).join(' & ')};

/** An event as a listener at an element hears it. */
export type Heard<E, Target> = E & {readonly currentTarget: Target};
/** A listener for each event, under the event's name with something before it. */
export type Listeners<Events, Target, Before extends string> = {
  [Name in keyof Events & string as \`\${Before}\${Name}\`]?:
    | ((event: Heard<Events[Name], Target>) => void)
    | undefined;
};
/** What a tag takes in JSX: its attributes, its properties that have none, listeners, and what every element takes. */
export type Props<T extends Tag, OfAll, Before extends string> = Elements[T]['attributes'] &
  Omit<Elements[T]['properties'], Camel<keyof Elements[T]['attributes']>> &
  Listeners<Elements[T]['events'], Elements[T]['element'], Before> &
  Omit<OfAll, keyof Elements[T]['attributes'] | keyof Elements[T]['properties']>;

/** \`policyId\` of \`policy-id\`. */
export type Camel<Name> = Name extends \`\${infer First}-\${infer Rest}\` ? \`\${First}\${Capitalize<Camel<Rest>>}\` : Name;
`;

/** Extends what a framework says of the attributes of forms, since a form hears of the elements in it. */
const form = (declaration, before) => `${declaration}
      extends Listeners<AllEvents, HTMLFormElement, '${before}'> {}`;

/** The declarations for each framework, by the name of the file. In React only tags with a hyphen hear events of their own. */
const frameworks = {
  react: `import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {Elements, Props} from './elements.js';

type OfAll<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element> & {class?: string | undefined};
type Known = {[T in keyof Elements]: Props<T, OfAll<Elements[T]['element']>, 'on'>};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Known {}
  }
}
`,
  preact: `import type {ClassAttributes, HTMLAttributes} from 'preact';
import type {Elements, Props} from './elements.js';

type OfAll<Element extends EventTarget> = HTMLAttributes<Element> & ClassAttributes<Element>;
type Known = {[T in keyof Elements]: Props<T, OfAll<Elements[T]['element']>, 'on'>};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Known {}
  }
}
`,
  solid: `import type {JSX} from 'solid-js';
import type {AllEvents, Elements, Listeners, Props, Tag} from './elements.js';

/** What is set as a property or as an attribute, whatever Solid would do. */
type Explicit<T extends Tag> = {
  [Name in keyof Elements[T]['properties'] & string as \`prop:\${Name}\`]?: Elements[T]['properties'][Name];
} & {
  [Name in keyof Elements[T]['attributes'] & string as \`attr:\${Name}\`]?: string | undefined;
} & {
  [Name in keyof Elements[T]['attributes'] & string as \`bool:\${Name}\`]?: boolean | undefined;
};
type Known = {[T in keyof Elements]: Props<T, JSX.HTMLAttributes<Elements[T]['element']> & Explicit<T>, 'on:'>};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Known {}
    ${form('interface FormHTMLAttributes<T>', 'on:')}
  }
}
`,
  vue: `import type {HTMLAttributes, PublicProps} from 'vue';
import type {AllEvents, Camel, Elements, Heard, Tag} from './elements.js';

/** Vue's compiler of templates takes \`policy-id\` for \`policyId\`, and \`@ipsm-consent-change\` for \`onIpsmConsentChange\`. */
type Listeners<Events, Target> = {
  [Name in keyof Events & string as Camel<\`on-\${Name}\`>]?:
    | ((event: Heard<Events[Name], Target>) => void)
    | undefined;
};
type Attributes<T extends Tag> = {
  [Name in keyof Elements[T]['attributes'] as Camel<Name>]: Elements[T]['attributes'][Name];
};
/** A tag as if it were a component. */
type Component<T extends Tag> = new () => Elements[T]['element'] & {
  $props: Attributes<T> &
    Omit<Elements[T]['properties'], keyof Attributes<T>> &
    Listeners<Elements[T]['events'], Elements[T]['element']> &
    Omit<HTMLAttributes & PublicProps, keyof Elements[T]['properties']> & {
      [name: \`data\${Capitalize<string>}\`]: unknown;
    };
};
type Known = {[T in keyof Elements]: Component<T>};

declare module 'vue' {
  interface GlobalComponents extends Known {}
  ${form('interface FormHTMLAttributes', '').replace(", ''>", '>')}
}
`,
  svelte: `import type {HTMLAttributes} from 'svelte/elements';
import type {AllEvents, Elements, Listeners, Props} from './elements.js';

type Known = {[T in keyof Elements]: Props<T, HTMLAttributes<Elements[T]['element']>, 'on'>};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Known {}
  ${form('interface HTMLFormAttributes', 'on')}
}
`,
};

mkdirSync('dist/types', {recursive: true});
writeFileSync('dist/types/elements.d.ts', shared);
for (const [name, text] of Object.entries(frameworks)) writeFileSync(`dist/types/${name}.d.ts`, text);
// a module that imports the types imports this at run time
writeFileSync('dist/types/nothing.js', 'export {};\n');

/** The texts that an attribute may have, where they are listed. @param {string} type */
const valuesOf = (type) => [...type.matchAll(/'([^']+)'/g)].map(([, name]) => ({name}));

const customData = {
  version: 1.1,
  tags: elements.map(({tagName, description, attributes}) => ({
    name: tagName,
    description: {kind: 'markdown', value: description},
    attributes: attributes.map(({name, description, type}) => ({
      name,
      description: {kind: 'markdown', value: description},
      // "v": an attribute without a value
      ...(type.text === 'boolean' ? {valueSet: 'v'} : {values: valuesOf(type.text)}),
    })),
  })),
};
writeFileSync('dist/vscode.html-custom-data.json', `${JSON.stringify(customData)}\n`);
