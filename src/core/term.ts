import type {ConsentRecord} from './record.js';
import {timeOf} from './time.js';

const DAY_MS = 24 * 60 * 60_000;

/**
 * The moment a consent's term ends, in milliseconds; `undefined` where it has no end. A date alone ends with its day, in
 * UTC; a month from 31 January ends on the last day of February.
 */
export function endOfTerm({valid, time}: Pick<ConsentRecord['event'], 'valid' | 'time'>): number | undefined {
  if (!valid || valid === 'until-purpose-achieved') return;
  if (!valid.startsWith('P')) return timeOf(valid) + (valid.length === 10 ? DAY_MS : 0);
  const [date, clock = ''] = valid.split('T');
  const number = (text: string, unit: string) => Number(new RegExp(`(\\d+)${unit}`).exec(text)?.[1] ?? 0);
  const end = new Date(time);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + number(date!, 'Y') * 12 + number(date!, 'M'));
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  const days = number(date!, 'W') * 7 + number(date!, 'D');
  const seconds = (number(clock, 'H') * 60 + number(clock, 'M')) * 60 + number(clock, 'S');
  return end.getTime() + days * DAY_MS + seconds * 1000;
}
