import {transform} from 'esbuild';

/**
 * Leaves comments out of a module that is published: editors take what they show from the types beside it.
 * @type {() => import('rollup').Plugin}
 */
export const dropComments = () => ({
  name: 'drop-comments',
  async renderChunk(code) {
    const options = {charset: 'utf8', legalComments: 'none', target: 'es2022'};
    return {code: (await transform(code, options)).code, map: null};
  },
});
