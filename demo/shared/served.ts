import type {Manifest} from 'ipsm-consent/core';
import type {Switched} from './switches.js';

const LARGE = 2.1 * 1024 * 1024;
const JSON_TYPE = 'application/json; charset=utf-8';
const HTML_TYPE = 'text/html; charset=utf-8';

/** What a server answers. */
export interface Served {
  status: 200 | 404 | 500;
  type: string;
  text: string;
}

const json = (value: unknown) => JSON.stringify(value, null, 2);
const served = (text: string, type = JSON_TYPE): Served => ({status: 200, type, text});

/** A manifest as it comes out of a server, by a tester's switch. */
export function servedManifest(manifest: Manifest, state: Switched['manifest']): Served {
  switch (state) {
    case 'missing':
      return {...served('404', 'text/plain'), status: 404};
    case 'server-error':
      return {...served('500', 'text/plain'), status: 500};
    case 'not-json':
      // As from a hotel's Wi-Fi.
      return served('<!doctype html><title>Wi-Fi</title>', HTML_TYPE);
    case 'wrong-schema':
      return served(json({...manifest, schema: 'ipsm-policy/2'}));
    case 'foreign-id':
      return served(json({...manifest, id: 'another-policy'}));
    case 'too-large':
      return served(json(manifest).padEnd(LARGE));
    default:
      return served(json(manifest));
  }
}

/** As if somebody had mended a figure in 5.2 without a new release. */
export const mendedDocument = (text: string): string => text.replaceAll('30', '5');
