/**
 * dist/cdn/ipsm-consent-fallback.css: the element's own styles for the same markup outside of its shadow root, so that
 * nothing moves when it takes over. Classes get a prefix, and what the page's own styles say of headings, lists and labels
 * is put back to what browsers do.
 */
import {transformSync} from 'esbuild';
import {writeFileSync} from 'node:fs';
import {checkboxStyles} from '../../out/src/elements/checkbox/checkbox-styles.js';
import {baseStyles} from '../../out/src/elements/shared/base-styles.js';
import {summaryStyles} from '../../out/src/elements/summary/summary-styles.js';

/** Those without nesting, since a fallback is above all for old browsers. */
const TARGET = ['chrome77', 'firefox78', 'safari13'];
const own = [baseStyles, summaryStyles, checkboxStyles]
  .map(({cssText}) => cssText)
  .join('')
  .replaceAll(/:host\(([^)]*)\)/g, '&$1')
  .replaceAll(':host', '&')
  // a class begins with a letter, a number after a point does not
  .replaceAll(/\.(?=[a-z])/g, '.ipsm-');
const {code} = transformSync(`.ipsm-host, .ipsm-host * {all: revert} .ipsm-host {${own}}`, {
  loader: 'css',
  minify: true,
  target: TARGET,
});
writeFileSync('dist/cdn/ipsm-consent-fallback.css', code);
