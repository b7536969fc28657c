// Other banners and checkboxes to compare with: downloaded when they are measured, never installed.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {build} from 'esbuild';
import {existsSync, mkdirSync, readFileSync, renameSync} from 'node:fs';
import {join, resolve} from 'node:path';

const CACHE = join('.cache', 'bench');
const PEERS = {
  '@material/web@2.5.0':
    'sha512-x2Uovyq8E/Zc1xHXd9s1eBMXF5pMHVAt70pISKd0fL3Ajj4L6zQaQUY/awcfR2RDAMKXC7i4+vr0arv1YaOR/g==',
  '@awesome.me/webawesome@3.14.0':
    'sha512-m5rTGLK/iOvaVFOkYxRjiBOp8lwrBap5tv+zz1gsqLgAxlfwdvElB7BVGjs+Lf9gDps7bWRPTkG0FwZk40mk2A==',
  'orejime@3.2.1':
    'sha512-jAEjX6Rzn8W6D+vkoFhJUXECzpLtGUXQJ9yj9PhEkDo/7ZeK2uGjAfXxdQRI4IWPvIL+jVPxgm5Dsi5Rv+8qMw==',
  'vanilla-cookieconsent@3.1.0':
    'sha512-/McNRtm/3IXzb9dhqMIcbquoU45SzbN2VB+To4jxEPqMmp7uVniP6BhGLjU8MC7ZCDsNQVOp27fhQTM/ruIXAA==',
};

/** @param {string} name with its version @returns {string} its folder */
function download(name) {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, {recursive: true});
  const shell = process.platform === 'win32';
  const packed = execFileSync('npm', ['pack', name, '--silent', '--pack-destination', CACHE], {
    encoding: 'utf8',
    stdio: 'pipe',
    shell,
  });
  const file = join(CACHE, packed.trim());
  const digest = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (digest !== PEERS[name]) throw new Error(`${name} is not the file it was: ${digest}.`);
  mkdirSync(`${folder}.new`, {recursive: true});
  execFileSync('tar', ['-xzf', file, '-C', `${folder}.new`]);
  renameSync(`${folder}.new`, folder);
  return folder;
}

/** Folder of a peer's package; `undefined`, and a line that says why, where it cannot be had. @param {string} name */
export function peer(name) {
  try {
    return join(download(name), 'package');
  } catch (error) {
    console.error(`Measured without ${name}: ${error.message}`);
    return undefined;
  }
}

/**
 * One module of a peer's, bundled and minified as an app would; `undefined` where the package cannot be had.
 * @param {string} name @param {string} module
 */
export async function bundledPeer(name, module) {
  const folder = peer(name);
  if (!folder) return undefined;
  const outfile = join(CACHE, `${name.replaceAll('/', '-')}.js`);
  await build({
    entryPoints: [join(folder, module)],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    legalComments: 'none',
    conditions: ['production'],
    nodePaths: [resolve('node_modules')],
  });
  return outfile;
}
