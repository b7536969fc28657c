import type {Manifest} from '../../core/index.js';

/** The name of a release: the day from which it applies, and a number where the day has one already. */
export function versionFor(manifest: Manifest | undefined, effectiveFrom: string): string {
  const taken = new Set(manifest?.releases.map(({version}) => version));
  const day = effectiveFrom.slice(0, 10);
  for (let n = 1; ; n++) {
    const version = n === 1 ? day : `${day}-${n}`;
    if (!taken.has(version)) return version;
  }
}
