import {resolve} from 'node:path';
import {safeUrl, type Operator} from '../core/index.js';
import {matching, text, type Reader} from '../core/reader.js';
import {createAsker, need, type Asker, type Wanted} from './ask.js';
import {EXIT, unusable} from './cli-error.js';
import type {Io} from './io.js';
import type {Outcome} from './outcome.js';
import {valueWith} from './text-value.js';
import {createFile, formatJson} from './write-file.js';

/** Flags of `init`. */
export interface InitOptions extends Partial<Record<keyof Operator, string>> {
  id?: string;
  jurisdiction: string;
}

const link: Reader<string> = (value, path) => {
  const url = text(value, path);
  if (safeUrl(url)) return url;
  throw unusable('usage', path, `Expected an address that begins with https://, found "${url}".`);
};

const required = (flag: string, question: string): Wanted<string> => ({
  flag,
  question,
  read: valueWith(flag, text),
});

/** A field that the operator may leave unsaid, which `check` then lists as a gap. */
async function orNull(
  given: string | undefined,
  flag: string,
  question: string,
  read: Reader<string>,
  asker?: Asker,
) {
  const readText = valueWith(flag, read);
  if (given !== undefined) return readText(given);
  if (!asker) return null;
  const wanted = {
    flag,
    question: `${question} (empty: not stated)`,
    read: (text: string) => (text ? readText(text) : null),
  };
  return asker.ask(wanted);
}

/** Writes a manifest that names the operator and has no release yet. */
export async function init(io: Io, file: string, options: InitOptions): Promise<Outcome> {
  const {id, name, bin, address, email, url} = options;
  const jurisdiction = valueWith(
    '--jurisdiction',
    matching(/^[A-Z]{2}$/, 'an ISO 3166 country code'),
  )(options.jurisdiction);
  const binText = jurisdiction === 'KZ' ? matching(/^\d{12}$/, '12 digits') : text;
  const asker = createAsker(io);
  // Who gives what is needed wants to be asked nothing.
  const forTheRest = id === undefined || name === undefined ? asker : undefined;
  try {
    const draft = {
      schema: 'ipsm-policy/1',
      id: await need(id, required('--id', 'Id of the policy, such as ipsm-privacy'), asker),
      jurisdiction,
      operator: {
        name: await need(name, required('--name', "The operator's full name"), asker),
        bin: await orNull(bin, '--bin', "The operator's BIN or IIN", binText, forTheRest),
        address: await orNull(address, '--address', "The operator's address", text, forTheRest),
        email: await orNull(
          email,
          '--email',
          'E-mail for questions about the policy',
          matching(/^[^\s@]+@[^\s@]+$/, 'an e-mail address'),
          forTheRest,
        ),
        url: await orNull(url, '--url', "The operator's site", link, forTheRest),
      },
      releases: [],
    };
    await createFile(resolve(io.cwd, file), file, formatJson(draft));
    return {
      exitCode: EXIT.ok,
      result: {ok: true, file, manifest: draft},
      lines: [`Wrote ${file}. It has no release yet; add the first with: ipsm-policy add ${file}`],
    };
  } finally {
    asker?.close();
  }
}
