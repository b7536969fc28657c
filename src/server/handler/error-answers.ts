import {MAX_BYTES} from '../posted.js';

/** An answer that is no acknowledgement and no refusal of the verifier's or the ledger's. */
export interface ErrorAnswer {
  status: number;
  code: string;
  path: string;
  message: string;
  headers?: Record<string, string>;
}

export const METHOD: ErrorAnswer = {
  status: 405,
  code: 'method',
  path: '',
  message: 'Decisions are posted. Send POST.',
  headers: {Allow: 'POST'},
};
// Another site's page can send texts and forms without asking first; JSON it cannot.
export const TYPE: ErrorAnswer = {
  status: 415,
  code: 'body-type',
  path: 'Content-Type',
  message: 'The body is not JSON. Send application/json.',
};
export const HEADER: ErrorAnswer = {
  status: 400,
  code: 'header',
  path: '',
  message: 'The value of this header is not valid in HTTP. Send the request without this header.',
};
export const KEY: ErrorAnswer = {
  status: 400,
  code: 'key',
  path: 'Idempotency-Key',
  message: 'It is not the id of the record. Send that.',
};
export const TOO_LARGE: ErrorAnswer = {
  status: 413,
  code: 'too-large',
  path: '',
  message: `The body is longer than ${MAX_BYTES} bytes. Send one record.`,
};
export const BUSY: ErrorAnswer = {
  status: 409,
  code: 'busy',
  path: 'Idempotency-Key',
  message: 'The same record is at work. Send it again later.',
  headers: {'Retry-After': '5'},
};
export const FAILED: ErrorAnswer = {
  status: 503,
  code: 'failed',
  path: '',
  message: 'The record could not be kept. Send it again later.',
  headers: {'Retry-After': '15'},
};

export const ERROR_ANSWERS: readonly ErrorAnswer[] = [METHOD, TYPE, HEADER, KEY, TOO_LARGE, BUSY, FAILED];

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  Response.json(body, {status, headers: {'Cache-Control': 'no-store', ...headers}});

export const errorResponse = ({status, code, path, message, headers}: ErrorAnswer): Response =>
  json(status, {errors: [{code, path, message}]}, headers);
