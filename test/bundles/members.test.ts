import {expect} from 'chai';
import {openMarkup} from './open-markup.js';

const TAGS = ['ipsm-consent-checkbox', 'ipsm-consent-banner', 'ipsm-consent-status', 'ipsm-policy-summary'];

/** All that a page's script finds at an element, of what is ours. */
function membersOf(element: HTMLElement, {HTMLElement: End}: Window & typeof globalThis): unknown[] {
  const found: unknown[] = [];
  for (let at: object = element; at !== End.prototype; at = Object.getPrototypeOf(at) as object)
    for (const name of Reflect.ownKeys(at)) found.push(Reflect.get(at, name, element));
  return found;
}

describe('what is internal to the elements of a built file', () => {
  for (const tag of TAGS)
    it(`is no way for a page’s script to a decision that nobody made: <${tag}>`, async () => {
      const {document, window} = await openMarkup(
        '<script src="/dist/cdn/ipsm-consent-all.min.js"></script>',
        `<form><${tag} name="consent"></${tag}></form>`,
      );
      const element = document.querySelector<HTMLElement>(tag)!;
      const deciding = membersOf(element, window).filter(
        (member) => typeof member === 'object' && member !== null && 'decide' in member,
      );
      expect(deciding).to.deep.equal([]);
    });
});
