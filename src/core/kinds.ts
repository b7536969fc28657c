import {mapOf, matching, text, type Reader} from './reader.js';
import {utcTime} from './time.js';

/** A language: BCP 47 primary subtag. Which ones the elements speak is for l10n to say; formats take any. */
export type Lang = string;

const ID = /^[a-z0-9-]+$/;
const LANG = /^[a-z]{2,3}$/;

/** `[a-z0-9-]+`. */
export const id = matching(ID, 'an id: a-z, 0-9, "-"');

/** What a release is called. */
export const version = matching(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  'a version: letters, digits, ".", "_", "-", at most 64',
);

/** BCP 47 primary subtag. */
export const lang: Reader<Lang> = matching(LANG, 'a language such as "kk"');

/** A clause of the document: a number, or an id for a part that has none. */
export const clause = matching(/^(\d+(\.\d+)*|[a-z0-9-]+)$/, 'a clause number such as "2.2.1", or an id');

/** Lower-case hex SHA-256. */
export const sha256Text = matching(/^[0-9a-f]{64}$/, '64 lower-case hex digits');

/** UUID version 4, in lower case. */
export const uuid = matching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  'a UUID of version 4',
);

/** ISO 3166-1 alpha-2. */
export const country = matching(/^[A-Z]{2}$/, 'an ISO 3166 country code');

/** Kept as written: resolved and checked where a link is drawn, against the address of the manifest. */
export const url = text;

/** Whether the calendar has the day that the text begins with. V8 takes 30 February for 2 March. */
function isDay(text: string): boolean {
  const day = text.slice(0, 10);
  return utcTime(new Date(day)).startsWith(day);
}

const INSTANT =
  /^[1-9]\d{3}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** ISO 8601 date and time that names its offset: a time without one is another moment in every time zone. */
export const instant = matching(INSTANT, 'a time with offset such as 2026-12-01T00:00:00+05:00', isDay);

/** UTC with milliseconds, as records have it. */
export const time = matching(
  /^[1-9]\d{3}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/,
  'a UTC time such as 2026-03-05T10:00:00.000Z',
  isDay,
);

/** How long a consent holds: `until-purpose-achieved`, a date, an instant, or an ISO 8601 duration. */
export const term = matching(
  new RegExp(
    `^until-purpose-achieved$|^[1-9]\\d{3}-\\d\\d-\\d\\d$|${INSTANT.source}|` +
      '^P(?=\\d|T\\d)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,4}D)?(T(?=\\d)(\\d{1,4}H)?(\\d{1,4}M)?(\\d{1,4}S)?)?$',
  ),
  'until-purpose-achieved, a date, or a duration such as P3Y',
  (text) => !/^\d/.test(text) || isDay(text),
);

/** By language; other keys are left out. */
export const byLang = <T>(read: Reader<T>): Reader<Record<Lang, T>> => mapOf(read, LANG, false);

/** By id; another key is refused. */
export const byId = <T>(read: Reader<T>): Reader<Record<string, T>> => mapOf(read, ID, true);
