import './trusted-types.js';
import {configure} from '../elements/page/configure.js';
import {warnOnce} from '../elements/page/warn-once.js';

const TEXTS = [
  'lang',
  'policy',
  'policyId',
  'storage',
  'cookieDomain',
  'endpoint',
  'contact',
  'statusPage',
  'refused',
  'standing',
] as const;
const FLAGS = ['endpointDeclines', 'quiet'] as const;

/** Name of a setting in `dataset`. */
const inDataset = (setting: string) => `ipsm${setting[0]!.toUpperCase()}${setting.slice(1)}`;
const hasSettings = ({dataset}: HTMLElement) =>
  [...TEXTS, ...FLAGS].some((setting) => dataset[inDataset(setting)] !== undefined);

/** What an optimiser makes of the tag: joined with others or inlined, it runs from another one; delayed, it is a dead one. */
const marked = () => document.querySelector<HTMLScriptElement>('script[data-ipsm-consent]');

function read({dataset}: HTMLElement): void {
  const config: Record<string, unknown> = {};
  for (const setting of TEXTS) {
    const value = dataset[inDataset(setting)];
    if (value !== undefined) config[setting] = value;
  }
  for (const setting of FLAGS) if (dataset[inDataset(setting)] !== undefined) config[setting] = true;
  configure(config);
}

const current = document.currentScript as HTMLScriptElement | null;
const tag = current && hasSettings(current) ? current : marked();

/** By now the whole page is there: also a tag after this script. */
function lookAgain(): void {
  const found = marked();
  const lost = [...document.scripts].find(hasSettings);
  if (found) read(found);
  else if (lost)
    warnOnce(
      'settings',
      `The settings of ${(lost.cloneNode() as HTMLElement).outerHTML} are not in force: this file did not run from that tag. Add the attribute data-ipsm-consent to it.`,
    );
}

if (tag) read(tag);
else if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', lookAgain);
else lookAgain();
