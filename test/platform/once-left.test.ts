import {expect} from 'chai';
import {onceLeft} from '../../src/platform/once-left.js';
import {turn} from '../helpers/turn.js';

const nextFrame = () => new Promise(requestAnimationFrame);

describe('what waits until the person is elsewhere', () => {
  let times = 0;
  /** The window has the focus, or has not. */
  const focus = (has: boolean) => {
    times = 0;
    Object.defineProperty(document, 'hasFocus', {configurable: true, value: () => has});
  };
  afterEach(() => delete (document as Partial<Document>).hasFocus);

  it('does not run while the window has the focus, and once when it loses it', async () => {
    focus(true);
    onceLeft(() => times++);
    await nextFrame();
    await turn();
    expect(times).to.equal(0);
    dispatchEvent(new Event('blur'));
    dispatchEvent(new Event('blur'));
    expect(times).to.equal(1);
  });

  it('runs once a frame has been painted where the window has no focus, such as a frame beside the one in use', async () => {
    focus(false);
    onceLeft(() => times++);
    expect(times).to.equal(0);
    await nextFrame();
    await turn();
    expect(times).to.equal(1);
  });
});
