import type {Context} from 'hono';
import {tokenIn} from './qa-settings.js';
import {sendFile} from './static-files.js';

/** The manifest: a token has a folder of its own. */
const MANIFEST = /((?:policy|href)="policy\/)(?=manifest\.json")/g;
/** Other addresses that a tester's token has to go along with: pages that load the manifest, where decisions go. */
const OWN_ADDRESS = /(?:href|endpoint)="(?:banner-inline\.html|my-consent\.html|decisions|\.\/)(?=")/g;
const LANGUAGE = /href="\?lang=\w\w(?=")/g;

/** Answers with a page; one opened by a tester's token asks for the manifest of that token. */
export function sendPage(context: Context, folder: string, name: string): Promise<Response> {
  const token = tokenIn(context.req.query('qa'));
  if (!token) return sendFile(context, folder, name);
  return sendFile(context, folder, name, (html) =>
    html
      .replace(MANIFEST, `$&${token}/`)
      .replace(OWN_ADDRESS, `$&?qa=${token}`)
      .replace(LANGUAGE, `$&&amp;qa=${token}`)
      .replace('name="qa" disabled', `name="qa" value="${token}"`),
  );
}
