import {SWITCHES} from '../../shared/switches.js';
import {words, type Lang} from '../words.js';

/** What the gallery's address can say, beside the state; the first of each is how it is without. */
export const SETTINGS = {
  lang: Object.keys(words) as Lang[],
  /** Forced colours are those of the system: a page cannot ask for them. */
  theme: ['device', 'light', 'dark', 'forced'],
  host: [
    'plain',
    'black',
    'bare',
    'unset',
    'globals',
    'large',
    'rtl',
    'bootstrap',
    'steppe',
    'paper',
    'night',
  ],
  /** Policy of the package; or that of the demo, by the switches. */
  release: ['bundled', ...SWITCHES.release, 'with-term', 'for-oneself'],
  manifest: SWITCHES.manifest,
  network: [...SWITCHES.network, 'endless'],
  endpoint: ['none', ...SWITCHES.endpoint],
} as const;

export type Setting = keyof typeof SETTINGS;
export type GallerySettings = {[Name in Setting]: (typeof SETTINGS)[Name][number]};

const settingNames = Object.keys(SETTINGS) as Setting[];

/** What an address says. What it does not, or what is unknown, is left out. */
export function settingsIn(query: URLSearchParams): Partial<GallerySettings> {
  const said = settingNames.flatMap((name) => {
    const value = query.get(name);
    return (SETTINGS[name] as readonly (string | null)[]).includes(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(said) as Partial<GallerySettings>;
}

/** How everything stands: by the address, else by the state, else as it is without. */
export function settle(
  ofState: Partial<GallerySettings>,
  ofAddress: Partial<GallerySettings>,
): GallerySettings {
  const usual = Object.fromEntries(settingNames.map((name) => [name, SETTINGS[name][0]]));
  const settings = {...usual, ...ofState, ...ofAddress} as GallerySettings;
  // The policy of the package comes from nowhere: nothing can go wrong on the way.
  const isFetched = settings.manifest !== 'good' || settings.network !== 'normal';
  return isFetched && settings.release === 'bundled' ? {...settings, release: 'first'} : settings;
}

/** An address, relative to the gallery, with these settings. */
export function addressOf(page: string, settings: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(settings).filter(([, value]) => value));
  return `${page}?${query}`;
}
