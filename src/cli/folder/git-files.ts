import {join} from 'node:path';
import {readIfThere, type Disk} from './disk.js';
import {writeFile} from './write-file.js';

/** Lines for git, by file: Git for Windows changes line ends of texts, and what was published is compared byte for byte. */
const LINES: Record<string, string[]> = {
  '.gitattributes': ['archive/** -text', 'upload/** -text', 'draft/document.* -text'],
  '.gitignore': ['.previewed', '.new-*', '*.tmp'],
};

/** Adds what is missing of the lines for git; what somebody wrote in these files stays. @returns names of the files written */
export async function writeGitFiles(disk: Disk, root: string): Promise<string[]> {
  const written: string[] = [];
  for (const [name, lines] of Object.entries(LINES)) {
    const text = String((await readIfThere(disk, join(root, name))) ?? '');
    const present = text.split('\n').map((line) => line.trim());
    const missing = lines.filter((line) => !present.includes(line));
    if (!missing.length) continue;
    const before = text && !text.endsWith('\n') ? `${text}\n` : text;
    await writeFile(disk, join(root, name), `${before}${missing.join('\n')}\n`);
    written.push(name);
  }
  return written;
}
