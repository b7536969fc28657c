import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import {createVerifier, pageRefusal} from 'ipsm-consent/server';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';

/** Where the pages ask for the policy: the folder `upload/` of `ipsm-policy`, as it is. */
const POLICY = '/policy/policy.json';
const INDEX = 'index.html';
const REFUSED = 422;

/** Puts the manifest into a page, so that no word of the policy has to be waited for. */
export function carryManifest(html, manifest) {
  // nothing in it may end the element
  const json = JSON.stringify(manifest).replaceAll('<', '\\u003c');
  const script = `<script type="application/json" data-ipsm-manifest="${POLICY}">${json}</script>`;
  return html.includes(' data-ipsm-manifest=') ? html : html.replace('</head>', () => `${script}</head>`);
}

/** Checks what a form posted. The records that count are kept with its other fields. */
export async function register(form, {manifest, keep, now = new Date()}) {
  const verifier = await createVerifier(manifest);
  const {'consent-record': entry, ...fields} = Object.fromEntries(form);
  const verdict =
    entry === undefined
      ? verifier.acceptFallback(form, {name: 'consent', subjectFields: ['surname', 'given'], now})
      : verifier.acceptConsent(entry, {now});
  if (!verdict.ok) return {ok: false, errors: verdict.errors, page: pageRefusal(entry, verdict.errors, now)};
  await keep({record: verdict.record, fields});
  return {ok: true, id: verdict.record.id};
}

const escaped = (text) => text.replace(/["&<]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** The page once more, with what was typed into it and why the record was refused. */
function askAgain(html, form, {page}) {
  const filled = html.replace(/<input name="(\w+)"/g, (tag, name) =>
    form.has(name) ? `${tag} value="${escaped(form.get(name))}"` : tag,
  );
  return page ? filled.replace('data-ipsm-consent', `$& data-ipsm-refused="${page.attribute}"`) : filled;
}

/**
 * The server of an app: its built files, the policy, and the registration, which answers a script in JSON and a form
 * with a page.
 * @param {{pages: string, policy: string, keep: Function}} site folders of both, and what keeps a registration
 */
export function createSite({pages, policy, keep}) {
  const app = new Hono();
  const manifestNow = async () => JSON.parse(await readFile(join(policy, 'policy.json'), 'utf8'));
  const indexNow = async () => carryManifest(await readFile(join(pages, INDEX), 'utf8'), await manifestNow());

  app.post('/register', async (context) => {
    const form = await context.req.formData();
    const answer = await register(form, {manifest: await manifestNow(), keep});
    if (context.req.header('Accept') === 'application/json')
      return context.json(
        answer.ok ? answer : {ok: false, refusal: answer.page?.refusal},
        answer.ok ? 200 : REFUSED,
      );
    if (answer.ok) return context.redirect(`/registered.html?id=${answer.id}`, 303);
    return context.html(askAgain(await indexNow(), form, answer), REFUSED);
  });
  app.get('/', async (context) => context.html(await indexNow()));
  app.use(
    '/policy/*',
    serveStatic({root: policy, rewriteRequestPath: (path) => path.slice('/policy'.length)}),
  );
  app.use('/*', serveStatic({root: pages}));
  return app;
}
