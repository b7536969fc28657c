import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {dirname, extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Context} from 'hono';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Names that cannot climb out of a folder, name a hidden file or hide a separator: everything else is not found. */
const SAFE_PATH = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/** Answers with these bytes. */
export function sendBytes(context: Context, bytes: Uint8Array, type: string): Response {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
  // Kept, but asked for each time: QA must see what was built a moment ago.
  const headers = {'Content-Type': type, 'Cache-Control': 'no-cache', ETag: etag};
  const known = context.req.header('If-None-Match')?.split(/,\s*/) ?? [];
  if (known.some((tag) => tag.replace(/^W\//, '') === etag)) return context.body(null, 304, headers);
  return context.body(new Uint8Array(bytes), 200, headers);
}

/**
 * Answers with a file below `folder`, as its bytes are: the digest of a policy document is that of the bytes served.
 * @param edit makes another text of it
 */
export async function sendFile(
  context: Context,
  folder: string,
  path: string,
  edit?: (text: string) => string | Promise<string>,
): Promise<Response> {
  const type = TYPES[extname(path)];
  if (!type || !SAFE_PATH.test(path)) return context.notFound();
  const bytes = await readFile(join(folder, path)).catch(() => undefined);
  if (!bytes) return context.notFound();
  return sendBytes(context, edit ? Buffer.from(await edit(bytes.toString())) : bytes, type);
}

function holdsProject(folder: string): boolean {
  try {
    const {name} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {name?: unknown};
    return name === 'ipsm-consent';
  } catch {
    return false;
  }
}

/** The project's folder, found upwards from this file: it runs compiled from `out/` and, in tests, from the source. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!holdsProject(folder)) {
    if (folder === dirname(folder))
      throw new Error('demo: no package.json of ipsm-consent above the demo server');
    folder = dirname(folder);
  }
  return folder;
}
