const HOOKS = /\b\w+\.(?:lit(?:Element|Html)(?:Hydrate|Polyfill)Support|reactiveElementPolyfillSupport)\b/g;

/**
 * Closes the hooks that Lit leaves for its own helpers. A page that brings its own copy of Lit, and its support for what a
 * server has drawn, would change how ours draws with the functions of the other.
 * @type {() => import('rollup').Plugin}
 */
export const closeLit = () => ({
  name: 'close-lit',
  transform: (code, id) =>
    /node_modules.*[\\/](?:lit-html|lit-element|reactive-element)[\\/]/.test(id)
      ? // as long as what it replaces, so that the map stays true
        {code: code.replace(HOOKS, (hook) => 'undefined'.padEnd(hook.length)), map: null}
      : null,
});
