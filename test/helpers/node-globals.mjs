/** What suites of core and server find in a browser as globals, for Node. */
import {readFile} from 'node:fs/promises';

export {after, afterEach, before, beforeEach, describe, it} from 'node:test';

/** The project's files, as the test server of the browsers serves them. @param {string} path from the root */
export async function fetch(path) {
  return new Response(await readFile(`.${path}`));
}
