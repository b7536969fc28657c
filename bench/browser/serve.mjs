// A local server of pages and of files compressed as a host would have them.
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';

const TYPES = {'.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript'};

/** @param {string | Buffer} text */
const compressed = (text) => brotliCompressSync(text, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}});

/**
 * @param {Record<string, string>} pages HTML by path
 * @param {Record<string, string>} files on the disk, by path
 * @returns {Promise<{origin: string, close: () => void}>}
 */
export async function serve(pages, files) {
  const bodies = new Map([
    ...Object.entries({'/': '<!doctype html><title>.</title>', ...pages}).map(([path, html]) => [
      path,
      compressed(html),
    ]),
    ...Object.entries(files).map(([path, file]) => [path, compressed(readFileSync(file))]),
  ]);
  const server = createServer((request, response) => {
    const body = bodies.get(request.url);
    response.writeHead(body ? 200 : 404, {
      'content-type': `${TYPES[extname(request.url)] ?? 'text/html'}; charset=utf-8`,
      'cache-control': 'no-store',
      ...(body && {'content-encoding': 'br', 'content-length': body.length}),
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
