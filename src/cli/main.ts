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

let stopped: AbortController | undefined;

/** Only who asks for it stops in its own way; everything else is ended by the system at once, as a person expects. */
function stopSignal(): AbortSignal {
  if (stopped) return stopped.signal;
  const controller = (stopped = new AbortController());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort(signal));
  return controller.signal;
}

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  now: () => new Date(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  disk,
  dist: fileURLToPath(new URL('../', import.meta.url)),
  get stop() {
    return stopSignal();
  },
  open: process.stdout.isTTY ? open : undefined,
});
// A terminal that was asked keeps the process alive.
process.stdin.destroy();
