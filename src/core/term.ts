import type {ConsentRecord} from './record.js';

const DURATION =
  /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * The moment a consent's term ends, in milliseconds; `undefined` where it has no end, `NaN` for a term that nobody can
 * read. A month from 31 January ends on the last day of February.
 */
export function endOfTerm({valid, time}: Pick<ConsentRecord['event'], 'valid' | 'time'>): number | undefined {
  if (!valid || valid === 'until-purpose-achieved') return;
  const parts = DURATION.exec(valid);
  if (!parts) return /^\d{4}-/.test(valid) ? Date.parse(valid) : NaN;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const end = new Date(time);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + years * 12 + months);
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  return end.getTime() + ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
