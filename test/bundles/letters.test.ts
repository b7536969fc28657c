import {expect} from 'chai';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {openFrame} from '../helpers/frame.js';
import {entriesOf, part} from '../helpers/page.js';
import {FILES, SENTENCE, UNTICKED} from './files.js';

const FILE = 'ipsm-consent-checkbox.kk.min.js';
const sums = (await (await fetch('/dist/sri.json')).json()) as Record<string, string>;

const PAGES = ['windows-1251', 'utf-8'];
/** What the server says of the file. */
const CHARSETS = ['', 'utf-8', 'windows-1251'];
const MARKS = ['kept', 'lost'];
/** Ways to write the tag. */
const WAYS: Record<string, string> = {
  'as a classic script': '',
  'with defer': 'defer',
  'with a charset of its own': 'charset="windows-1251"',
  'as a module': 'type="module"',
  'with its digest': `integrity="${sums[FILE]!}"`,
};

/** What a browser reads a file as, by the HTML standard: mark, header, attribute, page. */
function encodingOf(page: string, charset: string, mark: string, attributes: string): string {
  if (mark === 'kept' || attributes.includes('module')) return 'utf-8';
  return charset || (attributes.includes('charset') ? 'windows-1251' : page);
}

/** A page with one of the files, and what its console was told. */
async function open(page: string, file: string, attributes: string, query: Record<string, string> = {}) {
  // `for`: an engine keeps a script in memory by its address, as it was read for another page or tag
  const address = new URLSearchParams({...query, for: page + attributes});
  const src = `/dist/cdn/${file}?${address.toString()}`;
  const asked = new URLSearchParams({src, attributes});
  const frame = await openFrame(`/test/bundles/pages/${page}.html?${asked.toString()}`);
  expect(frame.document.characterSet.toLowerCase()).to.equal(page);
  const element = frame.document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
  return {element, errors: (frame as unknown as {errors: string[]}).errors};
}

describe('the letters of a file', () => {
  for (const {file, lang} of FILES)
    it(`are its own on a page in windows-1251: ${file}`, async () => {
      const {element, errors} = await open('windows-1251', file, '');
      const spoken = /\.(kk|ru|en)\./.test(file) ? lang : 'en';
      expect(part(element, 'sentence').textContent).to.contain(SENTENCE[spoken]);
      expect(element.validationMessage).to.equal(UNTICKED[spoken]);
      expect(errors).to.deep.equal([]);
    });

  for (const page of PAGES)
    for (const charset of CHARSETS)
      for (const mark of MARKS)
        for (const [way, attributes] of Object.entries(WAYS)) {
          const isRefused = way === 'with its digest' && mark === 'lost';
          const isRead = !isRefused && encodingOf(page, charset, mark, attributes) === 'utf-8';
          const outcome = isRead ? 'are right' : 'are never shown wrong: the fallback asks';
          it(`${outcome}: page ${page}, header ${charset || 'without charset'}, mark ${mark}, ${way}`, async () => {
            const {element, errors} = await open(page, FILE, attributes, {
              ...(charset && {charset}),
              ...(mark === 'lost' && {mark}),
            });
            if (isRead) {
              expect(part(element, 'sentence').textContent).to.contain(SENTENCE.kk);
              expect(errors).to.deep.equal([]);
              return;
            }
            expect(element.shadowRoot === null).to.equal(true);
            expect(errors.filter((text) => text.startsWith('ipsm-consent [letters]'))).to.have.length(
              isRefused ? 0 : 1,
            );
            const form = element.closest('form')!;
            expect(form.checkValidity()).to.equal(false);
            form.querySelector('input')!.checked = true;
            expect(entriesOf(form)).to.deep.equal({consent: 'on'});
          });
        }
});
