import {createPreview} from '../preview/server.js';
import type {Desk} from '../desk.js';
import type {Outcome} from '../outcome.js';
import {printLines} from '../print.js';
import {EXIT, unusable} from '../stop.js';

/** Flags of `preview`. */
export interface PreviewOptions {
  port?: string;
  open: boolean;
}

const stopped = (signal: AbortSignal | undefined) =>
  new Promise<void>((resolve) => {
    if (!signal || signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), {once: true});
  });

/** Serves the draft on this machine until it is stopped. */
export async function preview(desk: Desk, {port, open}: PreviewOptions): Promise<Outcome> {
  const {io, w} = desk;
  const number = port === undefined ? 0 : Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw unusable('usage', w.usage.badPort(port ?? ''));
  const server = await createPreview(desk, number);
  printLines(io.stdout, io.env, w.preview.ready(server.url).split('\n'));
  if (open) io.open?.(server.url);
  await stopped(io.stop);
  await server.close();
  return {exitCode: EXIT.ok, result: {ok: true}, lines: []};
}
