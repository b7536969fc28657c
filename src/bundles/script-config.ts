import './trusted-types.js';
import {configure, type PageConfig} from '../elements/page/configure.js';

/** The script tag that this bundle was loaded by; a module script is found by its `data-ipsm-consent`. */
const tag =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[data-ipsm-consent]');

const config: PageConfig = {};
for (const setting of [
  'lang',
  'policy',
  'policyId',
  'storage',
  'cookieDomain',
  'endpoint',
  'contact',
  'refused',
  'standing',
] as const) {
  const value = tag?.dataset[`ipsm${setting[0]!.toUpperCase()}${setting.slice(1)}`];
  if (value !== undefined) (config as Record<string, unknown>)[setting] = value;
}
if (tag?.hasAttribute('data-ipsm-endpoint-declines')) config.endpointDeclines = true;
configure(config);
