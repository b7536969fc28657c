import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Serves files and does nothing else, as any web server does.
 * @param {Record<string, string>} folders by the path that they are below, such as `/`
 * @returns {Promise<{port: number, missing: string[], close: () => void}>} with what was asked for and is not there
 */
export async function serveFolders(folders) {
  const missing = [];
  const server = createServer(async ({method, url}, answer) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    const [prefix] = Object.keys(folders)
      .filter((each) => path.startsWith(each))
      .sort((a, b) => b.length - a.length);
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const bytes =
      method === 'GET' && prefix !== undefined
        ? await readFile(join(folders[prefix], name.slice(prefix.length))).catch(() => undefined)
        : undefined;
    if (!bytes) missing.push(`${method} ${path}`);
    answer.writeHead(bytes ? 200 : 404, {'content-type': TYPES[extname(name)] ?? 'application/octet-stream'});
    answer.end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    missing,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
