import 'server-only';
import {printFallback} from 'ipsm-consent/fallback';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';

/** The file `policy.json` of the folder `upload` of `ipsm-policy`. */
const FILE = process.env.POLICY ?? 'upload/policy.json';
const STYLES = join(process.cwd(), 'node_modules/ipsm-consent/dist/cdn/ipsm-consent-fallback.css');
export const POLICY_URL = '/policy/policy.json';

export const manifestNow = async (): Promise<unknown> => JSON.parse(await readFile(FILE, 'utf8'));

export const fallbackStyles = () => readFile(STYLES, 'utf8');

/** What is read and ticked before the script runs, and without it. */
export const fallbackNow = async () =>
  printFallback(await manifestNow(), {lang: 'ru', manifestUrl: `https://shop.example${POLICY_URL}`});
