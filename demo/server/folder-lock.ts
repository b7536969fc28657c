import {readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

function isRunning(pid: number): boolean {
  try {
    // Signal 0 asks only whether there is such a process.
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether the process that a lock names is gone. In a container this one may have got its number. */
async function isLeftBehind(file: string): Promise<boolean> {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  return !pid || pid === process.pid || !isRunning(pid);
}

function isTaken(error: NodeJS.ErrnoException): false {
  if (error.code === 'EEXIST') return false;
  throw error;
}

/** Takes a folder for this process; the answer gives it back. `undefined`: a running process has it. */
export async function lockFolder(folder: string): Promise<(() => Promise<void>) | undefined> {
  const file = join(folder, 'in-use-by');
  const take = () => writeFile(file, `${process.pid}`, {flag: 'wx'}).then(() => true, isTaken);
  if (!(await take())) {
    if (!(await isLeftBehind(file))) return undefined;
    await rm(file, {force: true});
    if (!(await take())) return undefined;
  }
  return () => rm(file, {force: true});
}
