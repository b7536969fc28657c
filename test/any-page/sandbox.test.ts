import {expect} from 'chai';
import {clickAt} from '../helpers/commands.js';

interface Told {
  what: string[];
  next?: {x: number; y: number};
  said: string[];
}

const told = (from: HTMLIFrameElement) =>
  new Promise<Told>((resolve) => {
    addEventListener('message', function listen({source, data}: MessageEvent<Told>) {
      if (source !== from.contentWindow) return;
      removeEventListener('message', listen);
      resolve(data);
    });
  });

describe('a page in a sandboxed frame, without origin and storage', function () {
  this.timeout(30_000);

  it('has a banner that can be answered, and a form that takes the record along', async () => {
    const frame = document.createElement('iframe');
    frame.className = 'place';
    frame.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 700px; height: 500px; border: 0';
    frame.setAttribute('sandbox', 'allow-scripts allow-forms');
    frame.src = '/test/any-page/pages/sandboxed.html';
    document.body.append(frame);
    const heard: string[][] = [];
    let last = await told(frame);
    while ((heard.push(last.what), last.next)) {
      const answer = told(frame);
      await clickAt(last.next.x, last.next.y);
      last = await answer;
    }
    frame.remove();
    expect(heard).to.deep.equal([
      ['SecurityError'],
      ['accept', 'given', 'banner-button'],
      ['tick', 'form-checkbox'],
      ['consent', 'consent-record'],
    ]);
    expect(last.said.filter((line) => !line.includes('[gaps]'))).to.deep.equal([
      'ipsm-consent [storage]: This browser stores nothing for the site. The answer is kept until the page is left.',
    ]);
  });
});
