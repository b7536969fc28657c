// Runs programs side by side, and says whose each line is.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';

/**
 * Runs a program with this Node. A program that has the terminal to itself gets it; else each of its lines begins with
 * its name.
 * @param {{name: string, args: string[], env?: NodeJS.ProcessEnv, cwd: string, alone?: boolean}} program
 * @returns {Promise<string>} how it ended: empty when it ended well, else in words
 */
export async function runNamed({name, args, env, cwd, alone = false}) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: {...process.env, ...(process.stdout.isTTY && {FORCE_COLOR: '1'}), ...env},
    stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface(stream).on('line', (line) => console.log(`[${name}] ${line}`));
  const [code, signal] = await closed;
  if (code === 0) return '';
  return signal ? `ended by ${signal}` : `exit code ${code}`;
}

/**
 * Works through tasks in their order, so many at a time. A task learns whether it is the only one.
 * @param {((alone: boolean) => Promise<void>)[]} tasks @param {number} lanes
 */
export async function inLanes(tasks, lanes) {
  const waiting = [...tasks];
  const lane = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) await task(tasks.length === 1);
  };
  await Promise.all(Array.from({length: lanes}, lane));
}
