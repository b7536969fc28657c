import type {Manifest} from '../../core/index.js';
import {withIsoDays} from '../draft/iso-day.js';

const millisecondsOf = (offset: string) => {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset)!;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
};

/** A moment as clocks in the operator's place show it, to the second where that is exact. */
export function writeInstant(time: number, offset: string): string {
  const local = new Date(time + millisecondsOf(offset))
    .toISOString()
    .slice(0, -1)
    .replace(/\.000$/, '');
  return `${local}${offset}`;
}

/** Now, to the second; later by the least that parts it from a release that has begun just then. */
export function instantNow(manifest: Manifest | undefined, now: Date): number {
  const second = Math.floor(now.getTime() / 1000) * 1000;
  const begun = (manifest?.releases ?? [])
    .map(({effectiveFrom}) => (effectiveFrom === null ? -Infinity : Date.parse(effectiveFrom)))
    .filter((time) => time >= second && time <= Math.max(now.getTime(), second + 999));
  return begun.length ? Math.max(...begun) + 1 : second;
}

/** The moment that a person names: a day, which begins at midnight, or a day with hours and minutes. */
export function instantOn(text: string, offset: string): number | undefined {
  const [, day, time = '00:00'] =
    /^(\d{4}-\d\d-\d\d)(?:[ T]([01]\d:[0-5]\d|2[0-3]:[0-5]\d))?$/.exec(withIsoDays(text.trim())) ?? [];
  if (!day) return undefined;
  const moment = Date.parse(`${day}T${time}:00${offset}`);
  // 30 February is taken for 2 March.
  return Number.isNaN(moment) || !writeInstant(moment, offset).startsWith(day) ? undefined : moment;
}
