/**
 * The combinators of src/core/reader.ts once more, each giving a JSON Schema instead of a function that reads.
 * scripts/schemas.mjs puts them in their place; a test holds both to the same values.
 */

/** Marks a schema of a field that may be absent. */
const MAY_BE_ABSENT = Symbol('may be absent');

/** @typedef {Record<string | symbol, any>} Schema */

/** A string with a character that is not white space. */
export const text = {type: 'string', pattern: '\\S'};
export const flag = {type: 'boolean'};
export const whole = {type: 'integer', minimum: 0};
/** @param {RegExp} pattern */
export const matching = ({source}) => ({type: 'string', pattern: source});
/** @param {...string} values */
export const oneOf = (...values) => (values.length === 1 ? {const: values[0]} : {enum: values});
/** @param {Schema} schema */
export const orNull = (schema) =>
  typeof schema.type === 'string' && !schema.enum
    ? {...schema, type: [schema.type, 'null']}
    : {anyOf: [schema, {type: 'null'}]};
/** @param {Schema} schema */
export const optional = (schema) => ({...schema, [MAY_BE_ABSENT]: true});
/** @param {Schema} items @param {number} [minItems] */
export const list = (items, minItems) => ({type: 'array', ...(minItems ? {minItems} : {}), items});
/** @param {Record<string, Schema>} fields */
export const shape = (fields) => ({
  type: 'object',
  required: Object.keys(fields).filter((key) => !fields[key][MAY_BE_ABSENT]),
  properties: fields,
});
/** @param {Schema} schema @param {RegExp} keys @param {boolean} isStrict */
export const mapOf = (schema, {source}, isStrict) => ({
  type: 'object',
  patternProperties: {[source]: schema},
  ...(isStrict ? {propertyNames: {pattern: source}} : {minProperties: 1}),
});
/** Called by the reader's own checks, which no schema runs. */
export const refuse = () => {};

/** @param {string} description @param {Schema} schema */
export const described = (description, schema) => ({description, ...schema});
