/**
 * Name of a form entry that goes with another one: `consent` → `consent-record`, `user[consent]` → `user[consent-record]`,
 * `consent[]` → `consent-record[]` (docs/format.md, section 8).
 */
export const nameBeside = (name: string, suffix: '-record' | '-notice'): string =>
  name.replace(/(\]?)((?:\[\])?)$/, `${suffix}$1$2`);
