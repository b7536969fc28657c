import type {Words} from './words.js';

type LedgerWords = Words['ledger'];

const KAZAKHSTAN_MS = 5 * 60 * 60_000;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** A moment as clocks in Kazakhstan show it, to the second: `2026-12-01 09:05:00 UTC+5`. */
export function timeText(moment: Date): string {
  const there = new Date(moment.getTime() + KAZAKHSTAN_MS).toISOString();
  return `${there.slice(0, 10)} ${there.slice(11, 19)} UTC+5`;
}

function durationText(minutes: number, {day, hour, minute}: LedgerWords['units']): string {
  const parts: [number, string][] = [
    [Math.floor(minutes / DAY_MINUTES), day],
    [Math.floor((minutes % DAY_MINUTES) / 60), hour],
    [minutes % 60, minute],
  ];
  return parts.flatMap(([count, unit]) => (count ? [`${count}\u00A0${unit}`] : [])).join(' ');
}

/** What is odd about the device's clock, if anything: a minute ahead, or a day behind. */
export function clockRemark(acted: Date, received: Date, say: LedgerWords): string | undefined {
  const minutes = Math.trunc((acted.getTime() - received.getTime()) / MINUTE_MS);
  if (minutes < 1 && minutes > -DAY_MINUTES) return undefined;
  return say.clock(durationText(Math.abs(minutes), say.units), minutes > 0);
}
