import type {Context} from 'hono';
import {tokenIn} from './qa-settings.js';
import {sendFile} from './static-files.js';

/** Addresses that a tester's token has to go along with: the manifest, pages that load it, where decisions go. */
const OWN_ADDRESS =
  /(?:policy|href|endpoint)="(?:policy\/manifest\.json|banner-inline\.html|my-consent\.html|decisions|\.\/)(?=")/g;
const LANGUAGE = /href="\?lang=\w\w(?=")/g;

/** Answers with a page; one opened by a tester's token asks for the manifest of that token. */
export function sendPage(context: Context, folder: string, name: string): Promise<Response> {
  const token = tokenIn(context.req.query('qa'));
  if (!token) return sendFile(context, folder, name);
  return sendFile(context, folder, name, (html) =>
    html
      .replace(OWN_ADDRESS, `$&?qa=${token}`)
      .replace(LANGUAGE, `$&&amp;qa=${token}`)
      .replace('name="qa" disabled', `name="qa" value="${token}"`),
  );
}
