const LIT = /node_modules.*[\\/](?:lit-html|lit-element|reactive-element)[\\/]/;

/** What Lit leaves open for others, and what stands there in a copy that is nobody else's. */
const OPEN = [
  // For its own helpers: a page's own support for what a server has drawn would change how ours draws, with functions of another copy.
  [
    /\b\w+\.(?:lit(?:Element|Html)(?:Hydrate|Polyfill)Support|reactiveElementPolyfillSupport)\b/g,
    'undefined',
  ],
  // A list of the copies in the page: with ours in it, Lit warns the page's author of a second one that is none of theirs.
  [/\(\w+\.(?:lit(?:Element|Html)|reactiveElement)Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g, '0'],
  // For decorators, of which we have none: they would change `Symbol` and the global object of the page.
  [/Symbol\.metadata\?\?=Symbol\("metadata"\)/g, '0'],
  [/\w+\.litPropertyMetadata\?\?=new WeakMap/g, '0'],
  [/\w+\[Symbol\.metadata\]/g, 'null'],
];

/** What our own modules do for an app's copy of Lit, which draws on a server or warns while one develops. */
const OURS = [
  [/static \{ this\.finalized = true; \}/g, ''],
  [/static \{ this\['_\$litElement\$'\] = [^}]*\}/g, ''],
  [/this\.removeAttribute\('defer-hydration'\);/g, ''],
];

/** @param {string} code @param {(RegExp | string)[][]} list as long as what it replaces, so that the map stays true */
const close = (code, list) =>
  list.reduce((text, [open, closed]) => text.replace(open, (found) => closed.padEnd(found.length)), code);

/**
 * Closes our copy of Lit: no other copy reaches into it, and it leaves no trace in the page.
 * @type {() => import('rollup').Plugin}
 */
export const closeLit = () => ({
  name: 'close-lit',
  transform: (code, id) => ({code: close(code, LIT.test(id) ? OPEN : OURS), map: null}),
});
