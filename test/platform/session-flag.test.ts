import {expect} from 'chai';
import {hasSessionFlag, setSessionFlag} from '../../src/platform/session-flag.js';
import {blockStorage, fillStorage, restore} from '../helpers/stub.js';

describe('"not now"', () => {
  const clear = () => {
    sessionStorage.clear();
    localStorage.clear();
  };
  beforeEach(clear);
  afterEach(() => {
    restore();
    clear();
  });

  it('is not said at first', () => {
    expect(hasSessionFlag('ipsm-privacy/v1')).to.equal(false);
    expect(sessionStorage.length).to.equal(0);
  });

  it('is one flag of this session without identifier', () => {
    setSessionFlag('ipsm-privacy/v1', true);
    expect(hasSessionFlag('ipsm-privacy/v1')).to.equal(true);
    expect({...sessionStorage}).to.deep.equal({'ipsm-consent/later/ipsm-privacy/v1': '1'});
    expect(localStorage.length).to.equal(0);
  });

  it('is about one release only', () => {
    setSessionFlag('ipsm-privacy/v1', true);
    expect(hasSessionFlag('ipsm-privacy/v2')).to.equal(false);
  });

  it('is taken back without a trace', () => {
    setSessionFlag('ipsm-privacy/v1', true);
    setSessionFlag('ipsm-privacy/v1', false);
    expect(hasSessionFlag('ipsm-privacy/v1')).to.equal(false);
    expect(sessionStorage.length).to.equal(0);
  });

  for (const [what, refuse] of [
    ['blocked', () => blockStorage('sessionStorage')],
    ['full', fillStorage],
  ] as const) {
    it(`is remembered until the page is left where storage is ${what}`, () => {
      refuse();
      setSessionFlag('ipsm-privacy/v1', true);
      expect(hasSessionFlag('ipsm-privacy/v1')).to.equal(true);
      setSessionFlag('ipsm-privacy/v1', false);
      expect(hasSessionFlag('ipsm-privacy/v1')).to.equal(false);
    });
  }
});
