import {expect} from 'chai';
import {openMarkup} from '../bundles/open-markup.js';
import {inAscii} from '../../src/core/canonical-json.js';
import {createVerifier} from '../../src/server/index.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';
import {clickOn} from '../helpers/commands.js';
import {next, tick} from '../helpers/page.js';

/** A policy whose operator is written with letters that windows-1251 does not have. */
const manifest = structuredClone(ipsmPolicy.manifest);
const [release] = manifest.releases;
Object.assign(release!.operator, {name: '«Ғылым» ЖШС', address: 'Қазақстан, Алматы қ.'});
release!.documents = {kk: {url: 'қағида.html', sha256: 'a'.repeat(64), anchor: '#{clause}'}};

/** As `ipsm-policy html` prints it: in ASCII. */
const carried = inAscii(JSON.stringify(manifest)).replaceAll('<', '\\u003c');
const HEAD = `<script type="application/json" data-ipsm-manifest="/nowhere/manifest.json">${carried}</script>
  <script src="/dist/cdn/ipsm-consent.min.js" data-ipsm-policy="/nowhere/manifest.json"></script>`;

/** The bytes of a part of an address, as a server reads them in the encoding that it expects. */
function decoded(part: string, encoding: string): string {
  const bytes = part
    .replaceAll('+', ' ')
    .replaceAll(/%([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

describe('a form that is sent in another encoding', function () {
  this.timeout(20_000);

  for (const encoding of ['windows-1251', 'koi8-r', 'iso-8859-1', 'gb18030', 'utf-8'])
    it(`has a record that the server accepts, whatever letters the policy has: ${encoding}`, async () => {
      const {document, window} = await openMarkup(
        HEAD,
        `<form accept-charset="${encoding}" action="/test/any-page/pages/sent.html">
          <input name="surname" value="Қасымов">
          <ipsm-consent-checkbox name="consent" subject-fields="surname"></ipsm-consent-checkbox>
          <button>Send</button></form>`,
      );
      const element = document.querySelector('ipsm-consent-checkbox')!;
      while (!element.checked) await tick(element);
      const left = next(window.frameElement!, 'load');
      await clickOn(document.querySelector('button')!);
      await left;
      const sent = (window.frameElement as HTMLIFrameElement)
        .contentWindow!.location.search.slice(1)
        .split('&')
        .map((entry) => entry.split('=').map((part) => decoded(part, encoding)));
      const record = sent.find(([name]) => name === 'consent-record')![1];
      const verdict = (await createVerifier(manifest)).acceptConsent(record, {});
      expect(verdict.ok ? verdict.record.operator.address : verdict).to.equal('Қазақстан, Алматы қ.');
    });
});
