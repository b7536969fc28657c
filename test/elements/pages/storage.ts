import {configure, type StorageKind} from '../../../src/elements/page/configure.js';
import {decide} from '../../helpers/decide.js';

const query = new URLSearchParams(location.search);
configure({
  storage: (query.get('storage') as StorageKind | null) ?? undefined,
  cookieDomain: query.get('cookie-domain') ?? undefined,
});
await import('../../../src/define/all.js');

// For a window of another host, which the test cannot look into.
const banner = document.querySelector('ipsm-consent-banner')!;
const tell = () =>
  (opener as Window | null)?.postMessage({host: location.hostname, status: banner.status}, '*');
addEventListener('message', ({data}) => {
  if (data === 'forget') document.querySelector('ipsm-consent-checkbox')!.forget();
  else decide(banner);
  tell();
});
tell();
