#!/usr/bin/env node
import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {disk} from './folder/disk.js';
import {run} from './run.js';

// `ipsm-policy show … | head` closes the pipe early, which is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** The system's own way to open an address. */
const OPENERS: Partial<Record<NodeJS.Platform, [string, string[]]>> = {
  win32: ['cmd', ['/c', 'start', '""']],
  darwin: ['open', []],
};

function open(url: string) {
  const [program, args] = OPENERS[process.platform] ?? ['xdg-open', []];
  const child = spawn(program, [...args, url], {stdio: 'ignore', detached: true});
  // The address is printed as well.
  child.on('error', () => undefined);
  child.unref();
}

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort(signal));

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  now: () => new Date(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  disk,
  dist: fileURLToPath(new URL('../', import.meta.url)),
  stop: stopped.signal,
  open: process.stdout.isTTY ? open : undefined,
});
// A terminal that was asked keeps the process alive.
process.stdin.destroy();
