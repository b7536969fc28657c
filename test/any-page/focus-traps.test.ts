import {createFocusTrap} from 'focus-trap';
import {expect} from 'chai';
import {tab} from '../helpers/commands.js';
import {boxOf, show} from '../helpers/page.js';

describe('a page that traps the focus', function () {
  this.timeout(20_000);

  it('lets Tab come to the box and go on, in a dialog made by focus-trap, by the recipe', async () => {
    const place = show<HTMLElement>(
      `<div id="trap"><form><button type="button" id="first">First</button>
       <ipsm-consent-checkbox name="consent" storage="memory"></ipsm-consent-checkbox>
       <button type="button" id="last">Last</button></form></div>`,
      '#trap',
    );
    const box = place.querySelector('ipsm-consent-checkbox')!;
    const trap = createFocusTrap(place, {tabbableOptions: {getShadowRoot: true}, initialFocus: '#first'});
    trap.activate();
    await new Promise(requestAnimationFrame);
    const stops = new Set<string>();
    for (let step = 0; step < 40 && !(stops.has('last') && stops.has('first')); step++) {
      await tab();
      const inBox = box.shadowRoot!.activeElement === boxOf(box);
      stops.add(inBox ? 'box' : document.activeElement!.id);
    }
    trap.deactivate({returnFocus: false});
    expect([...stops]).to.include.members(['box', 'last', 'first']);
  });

  it('gives the focus of a modal dialog that opens to the box that comes first in it', () => {
    const dialog = show<HTMLDialogElement>(
      '<dialog><form><ipsm-consent-checkbox name="consent" storage="memory"></ipsm-consent-checkbox><button>Send</button></form></dialog>',
      'dialog',
    );
    dialog.showModal();
    const box = dialog.querySelector('ipsm-consent-checkbox')!;
    expect(box.shadowRoot!.activeElement).to.equal(boxOf(box));
  });
});
