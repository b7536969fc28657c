import fc from 'fast-check';

/** A deep copy that keeps a key `__proto__` and lone surrogates. */
export const copy = (value) => JSON.parse(JSON.stringify(value));

/** Sets a member, also one called `__proto__`. */
export const put = (parent, key, value) =>
  Object.defineProperty(parent, key, {value, enumerable: true, configurable: true, writable: true});

/** All paths into a value, its own empty one left out. @returns {(string | number)[][]} */
export function pathsOf(value, path = []) {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [[...path, key], ...pathsOf(value[key], [...path, key])]);
}

export const at = (value, path) => path.reduce((parent, key) => parent[key], value);

/** A path as readers write it. */
export const inWords = (path) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');

const times = [
  '2026-12-01T00:00:00+05:00',
  '2026-12-01T24:00Z',
  '2028-02-29T23:59:59.5-00:00',
  '2026-02-29T00:00:00Z',
];
const nearly = [
  ...times,
  ...[
    '2026-12-01',
    '2026-12-01T00:00:00',
    '2026-13-01T00:00:00Z',
    '2026-12-01T24:00:01Z',
    '2026-04-31T10:00:00.000Z',
  ],
  ...[
    '2026-03-05T10:00:00.000Z',
    '2026-03-05T24:00:00.000Z',
    '2026-12-01T00:00:00+24:00',
    '0000-01-01T00:00:00Z',
  ],
  ...['a'.repeat(64), 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}\n`],
  ...[
    '0b8f5c1e-6f0a-4c55-9d0e-2d7a3f0c9a11',
    '0b8f5c1e-6f0a-1c55-9d0e-2d7a3f0c9a11',
    '0b8f5c1e-6f0a-4c55-cd0e-2d7a3f0c9a11',
  ],
  ...[
    'KZ',
    'kz',
    'KAZ',
    'KZ\n',
    'kk',
    'de',
    'material',
    'editorial',
    'given',
    'declined',
    'withdrawn',
    'not-asked',
  ],
  ...['self', 'script', 'network', 'ipsm-policy/1', 'ipsm-policy/2', 'ipsm-consent-record/1', 'true', 'null'],
];

const wellKnownKeys = [
  'kk',
  'ru',
  'en',
  'de',
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  'more',
  'label',
  'changes',
];

const simple = [null, '', ' ', '\n\u2003\ufeff', 0, 1, -1.5, true, false];
const odd = ['a\ud83d', '\udc00b', 'Қ😀', 'e\u0301', '\u00e9', '\u0000'];
const nested = [[], {}, [''], [null], [[]], ['a'], {kk: 5}, {de: {}}, [{}]];

/** Any JSON, mostly what is nearly right. */
export const someValue = fc.oneof(
  {arbitrary: fc.constantFrom(...simple), weight: 3},
  {arbitrary: fc.constantFrom(...nearly), weight: 4},
  {arbitrary: fc.constantFrom(...odd), weight: 2},
  {arbitrary: fc.constantFrom(...nested), weight: 2},
  {arbitrary: fc.jsonValue({maxDepth: 2}), weight: 2},
);

/** A value with each of its members gone, replaced by each value of the lists above, and joined by new ones. */
export function* everyChange(whole) {
  const values = [...simple, ...nearly, ...odd, ...nested];
  for (const path of pathsOf(whole)) {
    const [parentPath, last] = [path.slice(0, -1), path.at(-1)];
    const dropped = copy(whole);
    const parent = at(dropped, parentPath);
    if (Array.isArray(parent)) parent.splice(last, 1);
    else delete parent[last];
    yield dropped;
    for (const value of values) {
      const changed = copy(whole);
      put(at(changed, parentPath), last, copy(value));
      yield changed;
    }
    const member = at(whole, path);
    if (typeof member !== 'object' || member === null || Array.isArray(member)) continue;
    for (const key of wellKnownKeys) {
      for (const value of [...simple, ...odd, ...nested]) {
        const joined = copy(whole);
        if (!Object.hasOwn(member, key)) put(at(joined, path), key, copy(value));
        yield joined;
      }
    }
  }
}

/**
 * One way to spoil a JSON value, as a function. Most leave something that is nearly right.
 * `seed` picks where; what is picked depends on the value, so that it shrinks with it.
 */
const mutation = fc
  .record({
    kind: fc.constantFrom(
      'drop',
      'empty',
      'null',
      'set',
      'set',
      'set',
      'extra',
      'move',
      'repeat',
      'letter',
      'letter',
    ),
    seed: fc.nat(),
    other: fc.nat(),
    key: fc.oneof(fc.constantFrom(...wellKnownKeys), fc.string({maxLength: 4})),
    value: someValue,
  })
  .map((choice) => Object.assign((value) => mutate(value, choice), {toString: () => JSON.stringify(choice)}));

function mutate(value, {kind, seed, other, key, value: replacement}) {
  const paths = pathsOf(value);
  if (!paths.length) return;
  const path = paths[seed % paths.length];
  const parent = at(value, path.slice(0, -1));
  const last = path.at(-1);
  const old = parent[last];
  if (kind === 'drop' && Array.isArray(parent)) parent.splice(last, 1);
  else if (kind === 'drop') delete parent[last];
  else if (kind === 'null') put(parent, last, null);
  else if (kind === 'empty') put(parent, last, Array.isArray(old) ? [] : typeof old === 'object' ? {} : '');
  else if (kind === 'set') put(parent, last, copy(replacement));
  else if (kind === 'move') put(parent, last, copy(at(value, paths[other % paths.length])));
  else if (kind === 'extra' && !Array.isArray(parent)) put(parent, key, copy(replacement));
  else if (kind === 'repeat' && Array.isArray(parent)) parent.push(copy(old));
  else if (kind === 'letter' && typeof old === 'string') {
    const i = other % (old.length + 1);
    const letters = [old[0] ?? '', '', '0', '9', 'Z', ':', '-', ' '];
    put(parent, last, old.slice(0, i) + letters[seed % letters.length] + old.slice(i + (seed % 2)));
  }
}

/** A value of `arbitrary`, spoiled in up to three places. */
export const spoiled = (arbitrary) =>
  fc.tuple(arbitrary, fc.array(mutation, {maxLength: 3})).map(([value, mutations]) => {
    const result = copy(value);
    for (const change of mutations) change(result);
    return result;
  });
