import {LANGS, type Lang} from '../core/index.js';
import {unusable} from './cli-error.js';

function split(flag: string, given: string): [Lang, string] {
  const [, name, value] = /^([^=]*)=(.*)$/s.exec(given) ?? [];
  const lang = LANGS.find((candidate) => candidate === name);
  if (lang && value?.trim()) return [lang, value];
  throw unusable(
    'usage',
    flag,
    `Expected ${LANGS.join(', ')}, then "=" and a value, such as ${LANGS[0]}=…; found "${given}".`,
  );
}

/** Reads a repeatable flag of `kk=value`, all values of a language in their order. */
export function valuesByLang(flag: string, given: string[] = []): Map<Lang, string[]> {
  const values = new Map<Lang, string[]>();
  for (const [lang, value] of given.map((one) => split(flag, one))) {
    values.set(lang, [...(values.get(lang) ?? []), value]);
  }
  return values;
}

/** Reads a repeatable flag of `kk=value` that takes one value for each language. */
export function valueByLang(flag: string, given: string[] = []): Map<Lang, string> {
  const entries = [...valuesByLang(flag, given)].map(([lang, values]): [Lang, string] => {
    if (values.length === 1) return [lang, values[0]!];
    throw unusable(
      'usage',
      flag,
      `Expected one value for "${lang}", found ${values.length}: ${values.join(', ')}.`,
    );
  });
  return new Map(entries);
}
