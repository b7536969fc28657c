import {expect} from 'chai';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import {clickOn, press, setViewport, tab} from '../helpers/commands.js';
import {until} from '../helpers/publish.js';
import {boxOf, listenTo, next, part, show, textOf, tick} from '../helpers/page.js';

const TAG = 'ipsm-consent-banner';
const banner = (attributes = '') => show<ConsentBannerElement>(`<${TAG} ${attributes}></${TAG}>`, TAG);
const isOpen = (element: Element) => element.matches(':state(open)');

async function answer(element: ConsentBannerElement, button: 'accept' | 'decline' | 'later') {
  await clickOn(part(element, `${button}-button`));
  await element.updateComplete;
}

describe('ipsm-consent-banner', () => {
  describe('while nobody has answered', () => {
    it('is a labelled region that takes no focus', () => {
      const element = banner();
      const region = element.shadowRoot!.querySelector('section')!;
      const title = element.shadowRoot!.getElementById(region.getAttribute('aria-labelledby')!)!;
      expect(isOpen(element)).to.equal(true);
      expect(title.textContent).to.equal('IPSM құпиялылық саясатының қысқаша мазмұны');
      expect(document.activeElement).to.equal(document.body);
    });

    it('writes nothing and says nothing', () => {
      const heard = listenTo(document);
      banner();
      expect(localStorage.length + sessionStorage.length).to.equal(0);
      expect(heard).to.have.length(0);
    });

    it('gives agreeing and declining equal weight, side by side', () => {
      const element = banner();
      const [accept, decline] = ['accept-button', 'decline-button'].map((name) => part(element, name)) as [
        HTMLElement,
        HTMLElement,
      ];
      const style = (button: HTMLElement) => {
        const {fontSize, fontWeight, padding, border, color, backgroundColor} = getComputedStyle(button);
        return {fontSize, fontWeight, padding, border, color, backgroundColor};
      };
      expect(accept.nextElementSibling).to.equal(decline);
      expect(style(accept)).to.deep.equal(style(decline));
      const [a, b] = [accept.getBoundingClientRect(), decline.getBoundingClientRect()];
      expect((a.width * a.height) / (b.width * b.height)).to.be.within(0.9, 1.1);
      expect(a.height).to.be.at.least(44);
    });

    it('stays closed where the page cancels ipsm-consent-open, until show() is called', async () => {
      document.addEventListener('ipsm-consent-open', (event) => event.preventDefault(), {once: true});
      const element = banner();
      expect(isOpen(element)).to.equal(false);
      element.show();
      await element.updateComplete;
      expect(isOpen(element)).to.equal(true);
      element.hide();
      await element.updateComplete;
      expect(isOpen(element)).to.equal(false);
    });
  });

  describe('an answer', () => {
    it('is recorded, remembered and confirmed in place', async () => {
      const element = banner();
      const heard = listenTo(document);
      await answer(element, 'accept');
      expect(heard.map(({cause, status, previous}) => [cause, status, previous])).to.deep.equal([
        ['accept', 'given', 'unasked'],
      ]);
      expect(heard[0]!.record!.event).to.include({state: 'given', method: 'banner-button'});
      expect(isOpen(element)).to.equal(false);
      expect(part(element, 'confirmation').textContent).to.contain('Жауабыңыз: «Келісемін».');
      expect(part(element, 'confirmation').getAttribute('role')).to.equal('status');
      expect(isOpen(banner())).to.equal(false);
    });

    it('of "I do not agree" is recorded with the same fields and asks no more', async () => {
      const element = banner();
      const heard = listenTo(document);
      await answer(element, 'decline');
      const record = heard[0]!.record!;
      expect(record.event).to.include({state: 'declined', method: 'banner-button'});
      expect(record.purposes.map(({id, decision}) => `${id} ${decision}`)).to.deep.equal([
        'services declined',
        'identify declined',
        'contact declined',
        'ads not-asked',
        'research not-asked',
      ]);
      expect(element.status).to.equal('declined');
      expect(isOpen(banner())).to.equal(false);
    });

    it('"not now" is no answer: nothing is recorded, and this visit is left in peace', async () => {
      const element = banner();
      const heard = listenTo(document);
      await answer(element, 'later');
      expect(heard).to.have.length(0);
      expect(element.status).to.equal('unasked');
      expect(localStorage.length).to.equal(0);
      expect(Object.values(sessionStorage)).to.deep.equal(['1']);
      expect(isOpen(banner())).to.equal(false);
    });

    it('by Escape inside it means "not now", and outside it means nothing', async () => {
      const element = banner();
      const heard = listenTo(document);
      await press('Escape');
      expect(isOpen(element)).to.equal(true);
      part(element, 'accept-button').focus();
      await press('Escape');
      await element.updateComplete;
      expect(isOpen(element)).to.equal(false);
      expect(heard).to.have.length(0);
    });

    it('made by a script says so in the record', () => {
      const element = banner();
      const heard = listenTo(document);
      part(element, 'decline-button').click();
      expect(heard[0]!.record!.event.method).to.equal('script');
    });

    it('is told to the form it names, once', async () => {
      const form = show<HTMLFormElement>('<form id="registration"></form>', 'form');
      const heard = listenTo(form);
      await answer(banner('for="registration"'), 'accept');
      expect(heard.map(({cause}) => cause)).to.deep.equal(['accept']);
    });

    it('names the record it replaces', async () => {
      const element = banner();
      const heard = listenTo(document);
      await answer(element, 'decline');
      element.show();
      await element.updateComplete;
      await answer(element, 'accept');
      const [first, second] = heard.map(({record}) => record!);
      expect(first!.prev).to.equal(null);
      expect(second!.prev!.id).to.equal(first!.id);
      expect(second!.prev!.sha256).to.match(/^[0-9a-f]{64}$/);
    });

    it('moves the focus to the confirmation only if it was inside, and closing brings it back', async () => {
      const outside = show<HTMLButtonElement>('<button>before</button>', 'button');
      const element = banner();
      outside.focus();
      part(element, 'accept-button').focus();
      await press('Enter');
      await element.updateComplete;
      expect(element.shadowRoot!.activeElement).to.equal(part(element, 'confirmation'));
      await clickOn(part(element, 'close-button'));
      await element.updateComplete;
      expect(textOf(element)).to.equal('');
      expect(document.activeElement).to.equal(outside);
    });

    it('is forgotten with forget(), and asked for again', async () => {
      const element = banner();
      await answer(element, 'accept');
      const checkbox = show('<ipsm-consent-checkbox></ipsm-consent-checkbox>');
      checkbox.forget();
      await element.updateComplete;
      expect(isOpen(element)).to.equal(true);
      expect(textOf(element)).not.to.contain('Жауабыңыз');
    });
  });

  describe('beside a checkbox', () => {
    it('leaves the box unticked and required after "I agree", and the box says what was agreed', async () => {
      const element = banner();
      const checkbox = show('<form><ipsm-consent-checkbox name="c"></ipsm-consent-checkbox></form>');
      await answer(element, 'accept');
      await checkbox.updateComplete;
      expect(checkbox.checked).to.equal(false);
      expect(checkbox.form!.checkValidity()).to.equal(false);
      expect(part(checkbox, 'status').textContent).to.contain('Сіз осы нұсқаға келіскенсіз');
      expect((part(checkbox, 'body') as HTMLDetailsElement).open).to.equal(false);
    });

    it('leaves the box usable after "I do not agree"', async () => {
      const element = banner();
      const checkbox = show('<form><ipsm-consent-checkbox name="c"></ipsm-consent-checkbox></form>');
      await answer(element, 'decline');
      await tick(checkbox);
      expect(checkbox.form!.checkValidity()).to.equal(true);
      expect(boxOf(checkbox).disabled).to.equal(false);
    });

    it('stays open while the box is ticked, and closes once the record is committed', async () => {
      const element = banner('placement="inline"');
      const checkbox = show('<form><ipsm-consent-checkbox name="c"></ipsm-consent-checkbox></form>');
      await tick(checkbox);
      await element.updateComplete;
      expect(isOpen(element)).to.equal(true);
      checkbox.commit();
      await element.updateComplete;
      expect(isOpen(element)).to.equal(false);
    });
  });

  describe('in the page', () => {
    it('covers no control that has the focus', async function () {
      if (!(await setViewport({width: 800, height: 500}))) return this.skip();
      const links = Array.from({length: 40}, (_, i) => `<p><a href="#${i}">Link ${i}</a></p>`).join('');
      const list = show<HTMLElement>(`<div class="list">${links}</div>`, '.list');
      const element = banner();
      await until(() => document.documentElement.style.scrollPaddingBottom);
      const bar = part(element, 'base').getBoundingClientRect();
      (list.querySelector('a') as HTMLElement).focus();
      const covered: string[] = [];
      for (let i = 0; i < 39; i++) {
        await tab();
        const {top} = document.activeElement!.getBoundingClientRect();
        if (top >= bar.top) covered.push(document.activeElement!.textContent);
      }
      expect(covered).to.deep.equal([]);
      expect(document.activeElement!.textContent).to.equal('Link 39');
    });

    it('does not make the page jump when it closes at the end of the page', async () => {
      const tall = Array.from({length: 60}, (_, i) => `<p>${i}</p>`).join('');
      const last = show<HTMLElement>(`${tall}<p class="last">end</p>`, '.last');
      const element = banner();
      await until(() => document.documentElement.style.scrollPaddingBottom);
      scrollTo(0, document.documentElement.scrollHeight);
      const {top} = last.getBoundingClientRect();
      part(element, 'later-button').click();
      await element.updateComplete;
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      expect(last.getBoundingClientRect().top).to.be.closeTo(top, 1);
      const scrolled = next(window, 'scroll');
      scrollTo(0, 0);
      await scrolled;
      expect(document.body.style.paddingBottom).to.equal('');
    });

    it('gives the room below the page back when it closes', async () => {
      const element = banner();
      await until(() => document.documentElement.style.scrollPaddingBottom);
      expect(document.documentElement.style.scrollPaddingBottom).to.match(/^\d+px$/);
      await answer(element, 'later');
      expect(document.documentElement.style.scrollPaddingBottom).to.equal('');
      expect(document.body.style.paddingBottom).to.equal('');
    });
  });
});
