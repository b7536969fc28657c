import {execFile} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The project. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The program as it is published. */
export const BIN = join(ROOT, 'dist', 'cli', 'main.js');

/**
 * Runs `ipsm-policy` in a folder, with no terminal.
 * @param {string} cwd @param {string[]} args @param {Record<string, string>} [env]
 * @returns {Promise<{status: number, stdout: string, stderr: string}>}
 */
export const cli = (cwd, args, env = {}) =>
  new Promise((resolve) => {
    const options = {cwd, env: {...process.env, ...env}};
    const child = execFile(process.execPath, [BIN, ...args], options, (error, stdout, stderr) =>
      resolve({status: error ? Number(error.code) : 0, stdout, stderr}),
    );
    child.stdin?.end();
  });

/** The same with `--json`, parsed; whatever else is on standard output makes it throw. */
export async function cliJson(cwd, args, env) {
  const {status, stdout, stderr} = await cli(cwd, [...args, '--json'], env);
  return {status, stderr, json: JSON.parse(stdout)};
}

/** An empty folder that is gone after the test. @param {import('node:test').TestContext} t */
export function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'ipsm-policy-'));
  t.after(() => rmSync(path, {recursive: true, force: true}));
  return path;
}

/** A file's JSON. */
export const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
