import {join} from 'node:path';
import {Hono, type Context} from 'hono';
import type {Database} from './database.js';
import {decideInLedger} from './decisions.js';
import {decisionsRoute} from './decisions-route.js';
import {chooseLang} from './language.js';
import {Ledger} from './ledger.js';
import {ledgerRoute} from './ledger-route.js';
import {messages} from './messages.js';
import {projectRoot} from './project-root.js';
import {publishedBySwitches, publishedInFile, publishedInPackage} from './published-policy.js';
import {qaPolicyRoute} from './qa-policy-route.js';
import {qaRoute} from './qa-route.js';
import {QaDesk} from './qa-settings.js';
import {FULL_FORM, PLAIN_FORM} from './registration-form.js';
import {registrationRoute} from './registration-route.js';
import {securityHeaders} from './security-headers.js';
import {sendPage} from './send-page.js';
import {sendFile} from './static-files.js';

export interface AppOptions {
  /** Where registrations and decisions are kept. */
  database: Database;
  /** The project's folder, with `demo/`, `dist/` and `out/`. */
  root?: string;
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
  now = () => new Date(),
}: AppOptions): Promise<Hono> {
  const app = new Hono();
  const ledger = new Ledger(database);
  const folders: Record<string, string> = {
    assets: join(root, 'demo/assets'),
    client: join(root, 'out/demo/client'),
    cdn: join(root, 'dist/cdn'),
    policy: join(root, 'demo/policy'),
  };
  const pages = join(root, 'demo/pages');

  app.use(securityHeaders);
  const say = (context: Context) => messages[chooseLang(context.req.header('Accept-Language'))];
  app.notFound((context) => context.text(say(context).notFound, 404));
  app.onError((error, context) => {
    console.error(error);
    return context.text(say(context).failed, 500);
  });

  const desk = new QaDesk();
  const policy = folders['policy']!;
  const published = publishedBySwitches(policy, desk, publishedInFile(join(policy, 'manifest.json')));
  app.route(FULL_FORM.action, registrationRoute(FULL_FORM, published, ledger, now));
  const packaged = await publishedInPackage();
  app.route(PLAIN_FORM.action, registrationRoute(PLAIN_FORM, packaged, ledger, now));
  app.route('/decisions', decisionsRoute(decideInLedger(ledger, [published, packaged]), desk, now));
  app.route('/ledger', ledgerRoute(ledger));

  app.route('/qa', qaRoute(desk, now));
  app.route('/policy', qaPolicyRoute(policy, desk));
  for (const [name, folder] of Object.entries(folders)) {
    app.get(`/${name}/*`, (context) => sendFile(context, folder, context.req.path.slice(name.length + 2)));
  }
  // Browsers ask for it on pages that name no icon.
  app.get('/favicon.ico', (context) => sendFile(context, folders['assets']!, 'icon.svg'));
  app.get('/', (context) => sendPage(context, pages, 'index.html'));
  app.get('/:page{[\\w-]+\\.html}', (context) => sendPage(context, pages, context.req.param('page')));
  return app;
}
