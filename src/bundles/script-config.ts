import './trusted-types.js';
import {configure} from '../elements/page/configure.js';
import {warnOnce} from '../elements/page/warn-once.js';

const FLAGS = ['endpointDeclines', 'quiet'];

/** What else is written there is no setting: the mark of the tag, the address of a manifest; and no policy can be written. */
const settingsOf = ({dataset}: HTMLElement) =>
  Object.keys(dataset).filter((key) => /^ipsm(?!Consent|Manifest|Bundled)[A-Z]/.test(key));
const hasSettings = (tag: HTMLElement) => settingsOf(tag).length > 0;

/** What an optimiser makes of the tag: joined with others or inlined, it runs from another one; delayed, it is a dead one. */
const marked = () => document.querySelector<HTMLScriptElement>('script[data-ipsm-consent]');

function read(tag: HTMLElement): void {
  const config: Record<string, unknown> = {};
  for (const key of settingsOf(tag)) {
    const setting = key[4]!.toLowerCase() + key.slice(5);
    config[setting] = FLAGS.includes(setting) || tag.dataset[key];
  }
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
      `The settings of ${(lost.cloneNode() as HTMLElement).outerHTML} are not in force: this file did not run from that tag. Add data-ipsm-consent to it.`,
    );
}

if (tag) read(tag);
else if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', lookAgain);
else lookAgain();
