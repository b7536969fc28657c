import {existsSync, readFileSync} from 'node:fs';

/** Follows the maps beside compiled modules, so that the bundle's map leads to what people wrote. @type {() => import('rollup').Plugin} */
export const readMaps = () => ({
  name: 'read-maps',
  load(id) {
    if (!existsSync(`${id}.map`)) return null;
    return {code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8'))};
  },
});
