/**
 * A device of the frame's own: what is stored and what day it is follow from the address alone, and neighbours in the
 * gallery do not hear of each other.
 */

/** When every frame is opened. */
const TODAY = '2026-11-20T12:00:00+05:00';

/** As `localStorage` is: its entries are its own properties. */
class DeviceStorage {
  [key: string]: unknown;

  getItem(key: string) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key: string, value: string) {
    this[key] = String(value);
  }
  removeItem(key: string) {
    delete this[key];
  }
  clear() {
    for (const key of Object.keys(this)) delete this[key];
  }
}

/** Puts an empty device in place of the browser's. Returns what moves its clock forward, in milliseconds. */
export function openDevice(): (ms: number) => void {
  Object.defineProperty(window, 'localStorage', {value: new DeviceStorage(), configurable: true});
  const {now} = Date;
  let ahead = Date.parse(TODAY) - now();
  const Original = Date;
  window.Date = new Proxy(Original, {
    construct: (target, args: [], newTarget: typeof Date) =>
      Reflect.construct(
        target,
        args.length > 0 ? args : [now.call(Original) + ahead],
        newTarget,
      ) as typeof Date,
    get: (target, name) =>
      name === 'now' ? () => now.call(Original) + ahead : (Reflect.get(target, name) as unknown),
  });
  return (ms) => (ahead += ms);
}
