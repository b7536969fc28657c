import {MAX_BYTES} from '../posted.js';
import {ERROR_ANSWERS} from './error-answers.js';

const ERRORS = {
  type: 'object',
  required: ['errors'],
  properties: {
    errors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['code', 'path', 'message'],
        properties: {
          code: {type: 'string', description: 'Stable, for programs.'},
          path: {type: 'string', description: 'Where in the record or request; empty for the whole.'},
          message: {type: 'string', description: 'What happened, which value, what to do.'},
          version: {type: ['string', 'null'], description: 'The version that would be accepted.'},
        },
      },
    },
  },
};

const answer = (description: string, schema: object) => ({
  description,
  content: {'application/json': {schema}},
});

const KEPT = {
  type: 'object',
  required: ['id'],
  properties: {id: {type: 'string', format: 'uuid'}},
};

const errorAnswers = () => {
  const byStatus = new Map<number, string[]>();
  for (const {status, code, message} of ERROR_ANSWERS)
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\`: ${message}`]);
  return Object.fromEntries([...byStatus].map(([status, said]) => [status, answer(said.join(' '), ERRORS)]));
};

/**
 * Describes what `createConsentHandler` answers, as OpenAPI 3.1.
 * @param options.path where the server has it
 * @param options.record where the schema of a record is
 */
export const describeConsentHandler = ({
  path = '/consent/decisions',
  record = 'ipsm-consent-record-1.schema.json',
} = {}) => ({
  openapi: '3.1.0',
  info: {title: 'Decisions about a privacy policy', version: '1'},
  paths: {
    [path]: {
      post: {
        summary: 'Keeps what a person decided in the banner or in the status, once.',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description: 'The id of the record.',
            schema: {type: 'string', format: 'uuid'},
          },
        ],
        requestBody: {
          required: true,
          description: `The record in wire form, as a form would submit it; at most ${MAX_BYTES} bytes.`,
          content: {'application/json': {schema: {$ref: record}}},
        },
        responses: {
          200: answer('Kept, now or before. Not to be sent again.', KEPT),
          ...errorAnswers(),
          422: answer('Refused for good: by the verifier, or `replayed`. Not to be sent again.', ERRORS),
        },
      },
    },
  },
});
