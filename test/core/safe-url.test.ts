import {expect} from 'chai';
import {safeUrl} from '../../src/core/safe-url.js';

const BASE = 'https://ipsm.kz/policy/manifest.json';
const LOCAL_BASE = 'http://localhost:8000/policy/manifest.json';

describe('an address in a manifest', () => {
  for (const [url, base, href] of [
    ['https://ipsm.kz', undefined, 'https://ipsm.kz/'],
    ['https://ipsm.kz/a?b=c#d', undefined, 'https://ipsm.kz/a?b=c#d'],
    ['HTTPS://IPSM.KZ/A', undefined, 'https://ipsm.kz/A'],
    ['2026-12-01.kk.html', BASE, 'https://ipsm.kz/policy/2026-12-01.kk.html'],
    ['./2026-12-01.kk.html', BASE, 'https://ipsm.kz/policy/2026-12-01.kk.html'],
    ['../terms.html', BASE, 'https://ipsm.kz/terms.html'],
    ['/terms.html', BASE, 'https://ipsm.kz/terms.html'],
    ['//other.kz/terms.html', BASE, 'https://other.kz/terms.html'],
    ['https://other.kz/', LOCAL_BASE, 'https://other.kz/'],
    ['doc.html', LOCAL_BASE, 'http://localhost:8000/policy/doc.html'],
    ['http://localhost/', undefined, 'http://localhost/'],
    ['http://LOCALHOST:3000/', undefined, 'http://localhost:3000/'],
    ['http://127.0.0.1:3000/', undefined, 'http://127.0.0.1:3000/'],
    ['http://[::1]:3000/', undefined, 'http://[::1]:3000/'],
    ['https://сайт.қаз/', undefined, 'https://xn--80aswg.xn--80ao21a/'],
  ] as const) {
    it(`is linkable as ${href}: ${url}${base ? ` in ${base}` : ''}`, () => {
      expect(safeUrl(url, base)).to.equal(href);
    });
  }

  for (const [url, base] of [
    ['javascript:alert(1)', BASE],
    ['JavaScript:alert(1)', BASE],
    [' javascript:alert(1)', BASE],
    ['java\nscript:alert(1)', BASE],
    ['\u0001javascript:alert(1)', BASE],
    ['javascript://ipsm.kz/%0Aalert(1)', BASE],
    ['data:text/html,<script>alert(1)</script>', BASE],
    ['vbscript:msgbox(1)', BASE],
    ['blob:https://ipsm.kz/0b8f5c1e', BASE],
    ['file:///etc/passwd', BASE],
    ['ftp://ipsm.kz/policy', BASE],
    ['mailto:hello@ipsm.kz', BASE],
    ['about:blank', BASE],
    ['http://ipsm.kz/', BASE],
    ['http://localhost.evil.kz/', BASE],
    ['http://evil.kz/localhost', BASE],
    ['http://localhost@evil.kz/', BASE],
    ['http://127.0.0.1.evil.kz/', BASE],
    ['//evil.kz/policy', LOCAL_BASE],
    ['policy.html', 'http://ipsm.kz/'],
    ['policy.html', undefined],
    ['//ipsm.kz/', undefined],
    ['', undefined],
    ['https://', BASE],
  ] as const) {
    it(`is not linkable: ${JSON.stringify(url)}${base ? ` in ${base}` : ''}`, () => {
      expect(safeUrl(url, base)).to.equal(null);
    });
  }

  for (const url of ['https://ipsm.kz@evil.kz/', 'https://user:secret@ipsm.kz/']) {
    it(`is not linkable with a name before the host, which passes for one: ${url}`, () => {
      expect(safeUrl(url, BASE)).to.equal(null);
    });
  }
});
