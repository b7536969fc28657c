import {safeUrl, type Manifest} from '../../core/index.js';
import {unusable} from '../cli-error.js';
import type {ManifestFile} from '../manifest-file.js';
import {sha256Of} from '../sha256-of.js';
import {problem, type Finding} from './finding.js';

/** A policy is no film. */
const MAX_BYTES = 32 * 1024 * 1024;

interface Answer {
  /** After redirects. */
  url: string;
  bytes: Uint8Array;
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES} bytes`);
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks);
}

async function get(url: string, timeout: number): Promise<Answer> {
  const response = await fetch(url, {signal: AbortSignal.timeout(timeout * 1000)});
  if (!response.ok) throw new Error(`the answer has status ${response.status}`);
  return {url: response.url || url, bytes: await bytesOf(response)};
}

function reasonOf(error: unknown, timeout: number): string {
  const {name, message, cause} = error as Error;
  if (name === 'TimeoutError') return `no answer within ${timeout} seconds`;
  // fetch says only "fetch failed" and hides why
  const {code, message: deeper} = (cause ?? {}) as {code?: string; message?: string};
  return code ?? deeper ?? message;
}

/** Compares what is served at an address with what should be; an answer that does not come is a problem, too. */
async function compare(
  url: string,
  path: string,
  timeout: number,
  wrong: (answer: Answer) => string | undefined,
): Promise<{findings: Finding[]; url: string}> {
  try {
    const answer = await get(url, timeout);
    const message = wrong(answer);
    return {url: answer.url, findings: message ? [problem('live-mismatch', path, message)] : []};
  } catch (error) {
    const message = `${url} cannot be had: ${reasonOf(error, timeout)}. Check that it is served.`;
    return {url, findings: [problem('live-unreachable', path, message)]};
  }
}

/** Compares the manifest and all its documents with what is served. @param timeout seconds for each answer */
export async function checkLive(
  {bytes, shown}: ManifestFile,
  manifest: Manifest,
  given: string,
  timeout: number,
): Promise<Finding[]> {
  const url = safeUrl(given);
  if (!url)
    throw unusable('usage', '--live', `Expected an address that begins with https://, found "${given}".`);
  const served = await compare(url, '', timeout, (answer) =>
    Buffer.compare(answer.bytes, bytes) === 0
      ? undefined
      : `${url} is not ${shown} byte for byte: ${answer.bytes.length} bytes served, ${bytes.length} on disk. Upload it again.`,
  );
  const {findings} = served;
  for (const [i, {documents}] of manifest.releases.entries()) {
    for (const [lang, {url: relative, sha256}] of Object.entries(documents)) {
      const path = `releases[${i}].documents.${lang}`;
      const address = relative && safeUrl(relative, served.url);
      // `links` has told of an unsafe one
      if (!address) continue;
      const found = await compare(address, path, timeout, (answer) => {
        const digest = sha256Of(answer.bytes);
        return sha256 === null || digest === sha256
          ? undefined
          : `${address} has the digest ${digest}, not ${sha256}. Upload the document again, unchanged.`;
      });
      findings.push(...found.findings);
    }
  }
  return findings;
}
