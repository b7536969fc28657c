import {expect} from 'chai';
import {openMarkup} from './open-markup.js';

const TAGS = ['ipsm-consent-checkbox', 'ipsm-consent-banner', 'ipsm-consent-status', 'ipsm-policy-summary'];

/** What the sources call their own. */
interface Internal extends Element {
  context?: {
    decide(decision: object, linked: boolean): unknown;
    commit(record: unknown, cause: string, progress: string): void;
  };
}

describe('what is internal to the elements of a built file', () => {
  for (const tag of TAGS)
    it(`is no way for a page’s script to a decision that nobody made: <${tag}>`, async () => {
      const {document} = await openMarkup(
        '<script src="/dist/cdn/ipsm-consent-all.min.js"></script>',
        `<form><${tag} name="consent"></${tag}></form>`,
      );
      const element = document.querySelector<Internal & {status: string}>(tag)!;
      expect(element.status).to.equal('unasked');
      const {context} = element;
      const decision = {state: 'given', method: 'form-checkbox', lang: 'kk'};
      context?.commit(context.decide(decision, false), 'accept', 'accepted');
      expect([element.status, Object.keys(localStorage)]).to.deep.equal(['unasked', []]);
    });
});
