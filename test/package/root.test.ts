import {expect} from 'chai';

// What another test file left here is not what the package does.
localStorage.clear();
sessionStorage.clear();
const root = await import('../../src/index.js');
const {TAGS} = await import('../../src/define/tags.js');

describe('the package', () => {
  it('gives classes, events and core', () => {
    expect(Object.keys(root)).to.include.members([
      'ConsentBannerElement',
      'ConsentCheckboxElement',
      'ConsentStatusElement',
      'PolicySummaryElement',
      'IpsmConsentChangeEvent',
      'IpsmConsentErrorEvent',
      'IpsmConsentOpenEvent',
      'configure',
      'buildRecord',
      'canonicalJson',
      'consentStatus',
      'readManifest',
      'readRecord',
      'History',
      'GENERATOR',
    ]);
  });

  // in this order: what is registered once stays registered
  it('registers nothing by itself, and leaves the page alone', () => {
    for (const tag of Object.keys(TAGS)) expect(customElements.get(tag), tag).to.equal(undefined);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
    expect(document.cookie).to.equal('');
  });

  it('registers every element where define/all.js is imported', async () => {
    await import('../../src/define/all.js');
    for (const [tag, element] of Object.entries(TAGS)) expect(customElements.get(tag), tag).to.equal(element);
  });
});
