import type {ConsentStatusElement} from '../../src/elements/consent-status-element.js';
import {emulate, screenshot, setViewport} from '../helpers/commands.js';
import {part, show, speak} from '../helpers/page.js';
import {publish, until} from '../helpers/publish.js';

describe('scratch', () => {
  it('draws', async function () {
    this.timeout(100000);
    const published = await publish();
    for (const [w, lang, mode] of [[1280,'en','light'],[390,'kk','dark'],[320,'ru','light'],[390,'en','forced']] as const) {
      localStorage.clear(); dispatchEvent(new StorageEvent('storage', {key: null}));
      await setViewport({width: w, height: 1400});
      await emulate(mode === 'dark' ? {colorScheme: 'dark'} : mode === 'forced' ? {forcedColors: 'active'} : {});
      document.documentElement.style.colorScheme = mode === 'dark' ? 'dark' : '';
      const checkbox = show(`<form><ipsm-consent-checkbox policy="${published.url}"></ipsm-consent-checkbox></form>`);
      await until(() => checkbox.release);
      const el = show<ConsentStatusElement>(`<ipsm-consent-status policy="${published.url}"></ipsm-consent-status>`, 'ipsm-consent-status');
      await speak(lang, el);
      (checkbox.parentElement as HTMLElement).style.display = 'none';
      document.body.style.fontFamily='sans-serif';
      await screenshot(`status-${w}-${lang}-none.png`);
      const ctx = (el as any).context;
      ctx.commit(ctx.decide({state:'given', method:'form-checkbox', lang, purposes: {ads:'given'}}, false), 'commit');
      await el.updateComplete;
      await screenshot(`status-${w}-${lang}-given.png`);
      el.withdraw('ads'); await el.updateComplete;
      await screenshot(`status-${w}-${lang}-partial.png`);
      (part(el,'withdraw-button') as HTMLElement).click();
      await el.updateComplete;
      await screenshot(`status-${w}-${lang}-pressed.png`);
      el.withdraw(); await el.updateComplete;
      part(el, 'ask-button').click(); await el.updateComplete; await el.updateComplete;
      await new Promise(requestAnimationFrame);
      await screenshot(`status-${w}-${lang}-withdrawn.png`);
      document.querySelectorAll('.place').forEach((p) => p.remove());
    }
  });
});
