import {join} from 'node:path';
import type {Disk} from './disk.js';
import {SETTINGS} from './find-folder.js';
import {textOf} from './read-text.js';
import {YamlFile} from './yaml-file.js';

/** What seldom changes. */
export interface Settings {
  /** Name of the policy in every record; never changed. */
  id: string;
  /** ISO 3166. */
  country: string;
  /** Of the operator's clocks, such as `+05:00`. */
  offset: string;
  /** Where the folder to upload is served; ends in a slash. */
  site: string | null;
}

/** A setting that cannot be used. */
export class BadSetting extends Error {
  constructor(
    readonly setting: string,
    readonly value: string,
    readonly line: number | null,
  ) {
    super(setting);
  }
}

const RULES: Record<string, RegExp> = {
  id: /^[a-z0-9-]+$/,
  country: /^[A-Z]{2}$/,
  time: /^[+-](0\d|1[0-4]):[0-5]\d$/,
  site: /^(https:\/\/\S+)?$/,
};

/** Reads the settings. @throws {BadSetting} */
export async function readSettings(disk: Disk, root: string): Promise<Settings> {
  const file = new YamlFile(SETTINGS, textOf(await disk.readFile(join(root, SETTINGS))) ?? '');
  const top =
    typeof file.value === 'object' && file.value !== null ? (file.value as Record<string, unknown>) : {};
  const read = (name: string) => {
    const value = typeof top[name] === 'string' ? top[name].trim() : '';
    if (!RULES[name]!.test(value)) throw new BadSetting(name, value, file.placeOf([name]).line);
    return value;
  };
  const site = read('site');
  return {
    id: read('id'),
    country: read('country'),
    offset: read('time'),
    site: site ? site.replace(/\/?$/, '/') : null,
  };
}
