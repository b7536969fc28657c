import {LANGS, type Purpose} from './manifest.js';
import {instant, operatorOf, sha256Text, sharedTerms} from './read-manifest.js';
import {flag, list, matching, oneOf, orNull, refuse, shape, text, type Reader} from './reader.js';
import type {ConsentRecord} from './record.js';

const uuid = matching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  'a UUID of version 4',
);
/** As `Date.toJSON` writes it, so that a time which passes is one that a date can be made of. */
const utc: Reader<string> = (value, path) =>
  typeof value === 'string' && value.length === 24 && new Date(value).toJSON() === value
    ? value
    : refuse(path, 'a UTC time such as 2026-03-05T10:00:00.000Z', value, 'value');
const digest = orNull(sha256Text);
const lang = oneOf(...LANGS);

const record = shape<ConsentRecord>({
  schema: oneOf('ipsm-consent-record/1'),
  id: uuid,
  prev: orNull(shape<NonNullable<ConsentRecord['prev']>>({id: uuid, sha256: digest})),
  jurisdiction: text,
  event: shape<ConsentRecord['event']>({
    state: oneOf('given', 'declined', 'withdrawn'),
    time: utc,
    by: oneOf('self', 'representative'),
    method: oneOf('form-checkbox', 'banner-button', 'status-button', 'script'),
    valid: orNull(text),
  }),
  subject: shape<ConsentRecord['subject']>({ref: orNull(text), nameFields: list(text)}),
  operator: operatorOf(orNull(text)),
  policy: shape<ConsentRecord['policy']>({
    id: text,
    version: text,
    lang,
    url: orNull(text),
    sha256: digest,
    source: oneOf('network', 'cached', 'bundled'),
    effectiveFrom: orNull(instant),
  }),
  notice: shape<ConsentRecord['notice']>({lang, sha256: digest}),
  purposes: list(
    shape<Purpose & {decision: 'given' | 'declined' | 'not-asked'}>({
      id: text,
      clause: text,
      dpv: text,
      required: flag,
      decision: oneOf('given', 'declined', 'not-asked'),
    }),
    1,
  ),
  ...sharedTerms(text),
  gaps: list(text),
  generator: text,
});

/**
 * Reads a record of unknown origin.
 * @param json the parsed JSON
 * @throws {ReadError} with code and path
 */
export const readRecord = (json: unknown): ConsentRecord => record(json, '');
