import {configure} from '../../../src/elements/page/configure.js';
import {ipsmPolicy} from '../../../src/policies/ipsm.js';

// a release that came between two visits: the page is loaded again and finds it in force
const version = sessionStorage.getItem('conformance-release');
if (version) {
  const {manifest} = ipsmPolicy;
  const releases = manifest.releases.map((release) => ({...release, version}));
  configure({bundled: {...ipsmPolicy, manifest: {...manifest, releases}}});
}
await import('../../../src/define/ipsm-consent-checkbox.js');
