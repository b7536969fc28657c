import {build} from 'esbuild';

/** Libraries that come as CommonJS alone, each packed into one classic script. */
const PACKED = {
  '/packed/react.js': {
    globalName: 'ReactPage',
    contents: `export * as React from 'react'; export {createRoot, hydrateRoot} from 'react-dom/client';
      export {flushSync} from 'react-dom'; export {renderToString} from 'react-dom/server';`,
  },
};

/**
 * Serves what a browser cannot import as it is.
 * @returns {import('koa').Middleware}
 */
export function packedMiddleware() {
  /** @type {Map<string, Promise<string>>} */
  const made = new Map();
  return async (ctx, next) => {
    const wanted = PACKED[ctx.path];
    if (!wanted) return next();
    const {contents, globalName} = wanted;
    if (!made.has(ctx.path)) {
      const packed = build({
        stdin: {contents, resolveDir: import.meta.dirname},
        globalName,
        bundle: true,
        write: false,
        // what React has to complain of is said by its development build alone
        define: {'process.env.NODE_ENV': '"development"'},
      });
      made.set(
        ctx.path,
        packed.then(({outputFiles: [file]}) => file.text),
      );
    }
    ctx.type = 'text/javascript';
    ctx.body = await made.get(ctx.path);
  };
}
