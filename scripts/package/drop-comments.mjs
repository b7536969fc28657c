import {transform} from 'esbuild';

/**
 * Leaves comments and blanks out of a module that is published, and its names in: editors take what they show from the types
 * beside it, and who looks for a fault finds the place. Long lines are broken, also within a text.
 * @type {() => import('rollup').Plugin}
 */
export const dropComments = () => ({
  name: 'drop-comments',
  async renderChunk(code) {
    const options = {
      charset: 'utf8',
      legalComments: 'none',
      lineLimit: 100,
      minifyWhitespace: true,
      target: 'es2022',
    };
    return {code: (await transform(code, options)).code, map: null};
  },
});
