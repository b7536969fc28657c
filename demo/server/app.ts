import {join} from 'node:path';
import {Hono, type Context} from 'hono';
import type {Opened} from './database.js';
import {decisionsRoute} from './decisions-route.js';
import {projectRoot, sendFile} from './files.js';
import {ledgerLock, ownHosts, ownPagesOnly, securityHeaders} from './guard.js';
import {newPassword} from './ledger-password.js';
import {ledgerRoute} from './ledger-route.js';
import {sendPage} from './pages.js';
import {publishedBySwitches, publishedInFile, publishedInPackage} from './policies.js';
import {QaDesk} from './qa-desk.js';
import {qaPolicyRoute, qaRoute} from './qa-routes.js';
import {FULL_FORM, PLAIN_FORM} from './registration-form.js';
import {registrationRoute} from './registration-route.js';
import {chooseLang, words} from './words.js';

export interface AppOptions {
  /** Where registrations and decisions are kept. */
  database: Opened;
  /** The project's folder, with `demo/`, `dist/` and `out/`. */
  root?: string;
  /** Names that the server is reached by, besides this machine's own. */
  hosts?: readonly string[];
  /** Opens the ledger; without it nothing does. */
  ledgerPassword?: string;
  /** The server's clock. */
  now?: () => Date;
}

/**
 * The demo as a Web-standard app. Every link in its pages is relative, so it works at `/` and below any prefix that
 * the outer server takes off.
 */
export async function createApp({
  database,
  root = projectRoot(),
  hosts = [],
  ledgerPassword = newPassword(),
  now = () => new Date(),
}: AppOptions): Promise<Hono> {
  const app = new Hono();
  const folders: Record<string, string> = {
    assets: join(root, 'demo/assets'),
    client: join(root, 'out/demo/client'),
    cdn: join(root, 'dist/cdn'),
    policy: join(root, 'demo/policy'),
    hosts: join(root, 'demo/hosts'),
    themes: join(root, 'demo/themes'),
    // For the gallery: how the elements look in a page of it.
    bootstrap: join(root, 'node_modules/bootstrap/dist/css'),
  };
  const pages = join(root, 'demo/pages');

  app.use(securityHeaders, ownHosts(hosts), ownPagesOnly);
  const say = (context: Context) =>
    words[chooseLang(context.req.query('lang'), context.req.header('Accept-Language'))];
  app.notFound((context) => context.text(say(context).notFound, 404));
  app.onError((error, context) => {
    console.error(error);
    return context.text(say(context).failed, 500);
  });

  const desk = new QaDesk();
  const policy = folders['policy']!;
  const published = publishedBySwitches(policy, desk, publishedInFile(join(policy, 'manifest.json')));
  const packaged = await publishedInPackage();
  app.route(FULL_FORM.action, registrationRoute(FULL_FORM, published, database, now));
  app.route(PLAIN_FORM.action, registrationRoute(PLAIN_FORM, packaged, database, now));
  app.route('/decisions', decisionsRoute(database, [published, packaged], desk, now));
  app.use(
    '/ledger/*',
    ledgerLock(ledgerPassword, (context) => say(context).ledger.locked),
  );
  app.route('/ledger', ledgerRoute(database, published));

  app.route('/qa', qaRoute(desk, now));
  app.route('/policy', qaPolicyRoute(policy, desk));
  for (const [name, folder] of Object.entries(folders)) {
    app.get(`/${name}/*`, (context) => sendFile(context, folder, context.req.path.slice(name.length + 2)));
  }
  // Browsers ask for it on pages that name no icon.
  app.get('/favicon.ico', (context) => sendFile(context, folders['assets']!, 'icon.svg'));
  const page = (context: Context, name: string) => sendPage(context, pages, name, published, now());
  app.get('/', (context) => page(context, 'index.html'));
  app.get('/gallery', (context) => page(context, 'gallery.html'));
  app.get('/:page{[\\w-]+\\.html}', (context) => page(context, context.req.param('page')));
  return app;
}
