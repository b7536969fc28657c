/** The moment that an ISO 8601 text names, in milliseconds. Not by `Date.parse`: old libraries put one of their own there. */
export const timeOf = (iso: string): number => +new Date(iso);

const pad = (number: number, length = 2) => `${number}`.padStart(length, '0');

/**
 * A moment as records have it: UTC with milliseconds. Not by `toISOString` or `toJSON`: pages patch them to write local
 * time, and a record would name another moment.
 */
export const utcTime = (date: Date): string =>
  `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}` +
  `T${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}.${pad(date.getUTCMilliseconds(), 3)}Z`;
