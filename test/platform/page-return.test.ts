import {expect} from 'chai';
import {onReturn} from '../../src/platform/page-return.js';
import {restore, stub} from '../helpers/stub.js';

describe('coming back to the page', () => {
  let times = 0;
  let tick: (() => void) | undefined;
  let every: number | undefined;

  before(() => {
    stub(window, 'setInterval', {
      writable: true,
      value: (handler: () => void, ms: number) => {
        tick = handler;
        every = ms;
      },
    });
    onReturn(() => times++);
    restore();
  });

  beforeEach(() => (times = 0));

  const see = (visibilityState: DocumentVisibilityState) => {
    stub(document, 'visibilityState', {get: () => visibilityState});
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('is noticed when its tab is in view again', () => {
    see('visible');
    expect(times).to.equal(1);
  });

  it('is not noticed when its tab goes out of view', () => {
    see('hidden');
    expect(times).to.equal(0);
  });

  it('is noticed when the page comes from the back/forward cache, not when it is loaded', () => {
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: false}));
    expect(times).to.equal(0);
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    expect(times).to.equal(1);
  });

  it('is noticed when the network is there again', () => {
    dispatchEvent(new Event('online'));
    expect(times).to.equal(1);
  });

  it('is assumed every five minutes while the page is in view', () => {
    expect(every).to.equal(300_000);
    see('hidden');
    tick!();
    expect(times).to.equal(0);
    restore();
    see('visible');
    tick!();
    expect(times).to.equal(2);
  });
});
