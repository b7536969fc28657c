import {expect} from 'chai';
import {clickOn, press, setViewport, tab, emulate} from '../helpers/commands.js';
import {
  answer,
  answersOf,
  boxOf,
  isOpen,
  listenTo,
  next,
  oneLine,
  part,
  parts,
  show,
  showBanner,
  speak,
  textOf,
  tick,
} from '../helpers/page.js';
import {inDays, publish, renew, until} from '../helpers/publish.js';
import {roomIn} from '../helpers/room.js';

describe('ipsm-consent-banner', () => {
  describe('while nobody has answered', () => {
    it('is a region named by its question, with the brief under it, and takes no focus', () => {
      const element = showBanner();
      const {question, brief} = element.release!.notice['kk']!;
      const region = element.shadowRoot!.querySelector('section')!;
      const title = element.shadowRoot!.getElementById(region.getAttribute('aria-labelledby')!)!;
      expect(isOpen(element)).to.equal(true);
      expect(title).to.equal(part(element, 'title'));
      expect(oneLine(title)).to.equal(question);
      expect(oneLine(title.nextElementSibling!)).to.equal(brief);
      expect(document.activeElement).to.equal(document.body);
    });

    it('has both layers and the link one press away', async () => {
      const element = showBanner();
      const all = element.shadowRoot!.querySelector('details')!;
      expect(all.open).to.equal(false);
      expect(oneLine(all.querySelector('summary')!)).to.equal('Толығырақ');
      await clickOn(all.querySelector('summary')!);
      const {points, details} = element.release!.notice['kk']!;
      const rows = parts(element, 'row');
      expect(rows).to.have.length(points.length + details.length);
      expect(rows[0]!.checkVisibility()).to.equal(true);
      expect(all.contains(part(element, 'more'))).to.equal(true);
      expect(part(element, 'policy-link').checkVisibility()).to.equal(true);
    });

    it('gives agreeing and declining in the notice’s words, each large enough for a thumb', () => {
      const element = showBanner();
      const {accept, decline} = answersOf(element);
      const {notice} = element.release!;
      expect([accept, decline].map(oneLine)).to.deep.equal([notice['kk']!.accept, notice['kk']!.decline]);
      expect([accept.translate, decline.translate]).to.deep.equal([false, false]);
      for (const each of [accept, decline]) expect(each.getBoundingClientRect().height).to.be.at.least(44);
    });

    it('stays closed where the page cancels ipsm-consent-open, until show() is called', async () => {
      document.addEventListener('ipsm-consent-open', (event) => event.preventDefault(), {once: true});
      const element = showBanner();
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
    for (const [button, state, decision, ...confirmed] of [
      [
        ...(['accept', 'given', 'given'] as const),
        'Жауабыңыз: «Келісемін». Нысан жіберерде келісім бөлек құсбелгімен сұралады.',
        'Ваш ответ: «Даю согласие». В форме согласие спросят отдельной отметкой.',
        'Your answer: “I agree”. A form will ask for consent with its own tick.',
      ],
      [
        ...(['decline', 'declined', 'declined'] as const),
        'Жауабыңыз: «Келіспеймін». Саясат өзгергенше бұл хабарлама қайта шықпайды.',
        'Ваш ответ: «Не даю согласия». Пока политика не изменится, это сообщение больше не появится.',
        'Your answer: “I do not agree”. This message will not come back unless the policy changes.',
      ],
    ] as const) {
      it(`is recorded, remembered and confirmed in place: ${state}`, async () => {
        const element = showBanner();
        const heard = listenTo(document);
        await answer(element, button);
        expect(heard.map(({cause, status, previous}) => [cause, status, previous])).to.deep.equal([
          [button, state, 'unasked'],
        ]);
        const record = heard[0]!.record!;
        expect(record.event).to.include({state, method: 'banner-button'});
        expect(record.purposes.map((purpose) => purpose.decision)).to.deep.equal([
          ...[decision, decision, decision],
          ...['not-asked', 'not-asked'],
        ]);
        expect(isOpen(element)).to.equal(false);
        const confirmation = part(element, 'confirmation');
        expect(confirmation.getAttribute('role')).to.equal('status');
        for (const [i, lang] of ['kk', 'ru', 'en'].entries()) {
          await speak(lang, element);
          expect(oneLine(confirmation.querySelector('p')!)).to.equal(confirmed[i]);
        }
        expect(isOpen(showBanner())).to.equal(false);
      });
    }

    it('"later" holds until there is a new material release', async () => {
      const published = publish();
      const element = showBanner(`policy="${published.url}"`);
      await until(() => isOpen(element));
      await answer(element, 'later');
      await renew(published, element, {version: '1.1', effectiveFrom: inDays(-2), change: 'editorial'});
      expect(isOpen(element)).to.equal(false);
      await renew(published, element);
      await until(() => isOpen(element));
    });

    it('by Escape inside it means "later", and outside it means nothing', async () => {
      const element = showBanner();
      const heard = listenTo(document);
      await press('Escape');
      expect(isOpen(element)).to.equal(true);
      answersOf(element).accept.focus();
      await press('Escape');
      await element.updateComplete;
      expect(isOpen(element)).to.equal(false);
      expect(heard).to.have.length(0);
    });

    for (const [lang, words] of [
      ['kk', 'Батырманы адам емес, бағдарлама басты, сондықтан ештеңе жазылмады. Батырманы өзіңіз басыңыз.'],
      ['ru', 'Кнопку нажал не человек, а программа, поэтому ничего не записано. Нажмите кнопку сами.'],
      [
        'en',
        'A program pressed the button, not a person, so nothing was recorded. Press the button yourself.',
      ],
    ] as const) {
      it(`made by a script is none, which is said in ${lang}; the person can still answer`, async () => {
        const element = showBanner();
        await speak(lang, element);
        const heard = listenTo(document);
        for (const button of ['accept', 'decline'] as const) {
          answersOf(element)[button].click();
          await element.updateComplete;
          expect([heard.length, localStorage.length, isOpen(element)]).to.deep.equal([0, 0, true]);
        }
        expect(oneLine(part(element, 'actions').querySelector('[role=status]')!)).to.equal(words);
        await answer(element, 'decline');
        expect(element.status).to.equal('declined');
      });
    }

    it('is told to the form it names, once', async () => {
      const form = show<HTMLFormElement>('<form id="registration"></form>', 'form');
      const heard = listenTo(form);
      await answer(showBanner('for="registration"'), 'accept');
      expect(heard.map(({cause}) => cause)).to.deep.equal(['accept']);
    });

    it('names the record it replaces', async () => {
      const element = showBanner();
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
      const element = showBanner();
      outside.focus();
      answersOf(element).accept.focus();
      await press('Enter');
      await element.updateComplete;
      expect(element.shadowRoot!.activeElement).to.equal(part(element, 'confirmation'));
      await clickOn(part(element, 'close-button'));
      await element.updateComplete;
      expect(textOf(element)).to.equal('');
      expect(document.activeElement).to.equal(outside);
    });

    it('is forgotten with forget(), and asked for again', async () => {
      const element = showBanner();
      await answer(element, 'accept');
      const checkbox = show('<ipsm-consent-checkbox optional></ipsm-consent-checkbox>');
      checkbox.forget();
      await element.updateComplete;
      expect(isOpen(element)).to.equal(true);
      expect(textOf(element)).not.to.contain('Жауабыңыз');
    });
  });

  describe('beside a checkbox', () => {
    const FORM = '<form><ipsm-consent-checkbox name="c"></ipsm-consent-checkbox></form>';

    it('leaves the box unticked and required after "I agree", and the box says what was answered', async () => {
      await answer(showBanner(), 'accept');
      const checkbox = show(FORM);
      await checkbox.updateComplete;
      expect(checkbox.checked).to.equal(false);
      expect(checkbox.form!.checkValidity()).to.equal(false);
      expect(oneLine(part(checkbox, 'status'))).to.match(
        /^\d{4} жылғы \d{1,2} \p{L}+ күні осы сайтта «Келісемін» деп жауап бердіңіз\. Нысанға бөлек құсбелгі керек:/u,
      );
    });

    it('leaves the box usable after "I do not agree", and reminds nobody', async () => {
      await answer(showBanner(), 'decline');
      const checkbox = show(FORM);
      await checkbox.updateComplete;
      expect(oneLine(part(checkbox, 'status'))).to.equal('');
      await tick(checkbox);
      expect(checkbox.form!.checkValidity()).to.equal(true);
      expect(boxOf(checkbox).disabled).to.equal(false);
    });

    it('is quiet where the box asks, and asks once that is gone, hidden, disabled or not required', async () => {
      const checkbox = show(FORM);
      const element = showBanner();
      expect(isOpen(element)).to.equal(false);
      const form = checkbox.form!;
      for (const [away, back] of [
        [() => checkbox.remove(), () => form.append(checkbox)],
        [() => (form.hidden = true), () => (form.hidden = false)],
        [() => (checkbox.disabled = true), () => (checkbox.disabled = false)],
        [() => (checkbox.optional = true), () => (checkbox.optional = false)],
      ] as const) {
        away();
        await until(() => isOpen(element), String(away));
        back();
        await until(() => !isOpen(element), String(back));
      }
    });

    it('asks beside a box of another policy, and beside one for a purpose', async () => {
      show('<ipsm-consent-checkbox policy="/other.json"></ipsm-consent-checkbox>');
      show('<ipsm-consent-checkbox purpose="ads"></ipsm-consent-checkbox>');
      expect(isOpen(showBanner())).to.equal(true);
    });

    it('closes when a box comes, unless somebody is in it', async () => {
      const element = showBanner();
      answersOf(element).decline.focus();
      const checkbox = show(FORM);
      await checkbox.updateComplete;
      await element.updateComplete;
      expect(isOpen(element)).to.equal(true);
      answersOf(element).decline.blur();
      checkbox.requestUpdate();
      await until(() => !isOpen(element));
    });

    it('opens beside it for show()', async () => {
      show(FORM);
      const element = showBanner();
      element.show();
      await element.updateComplete;
      expect(isOpen(element)).to.equal(true);
    });

    it('stays open while the box is ticked, and closes once the record is committed', async () => {
      const element = showBanner('placement="inline"');
      const checkbox = show(FORM);
      element.show();
      await element.updateComplete;
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
      const links = Array.from({length: 60}, (_, i) => `<p><a href="#${i}">Link ${i}</a></p>`).join('');
      const list = show<HTMLElement>(`<div class="list">${links}</div>`, '.list');
      const element = showBanner();
      await until(() => roomIn() > 0);
      const bar = part(element, 'base').getBoundingClientRect();
      (list.querySelector('a') as HTMLElement).focus();
      const covered: string[] = [];
      for (let i = 0; i < 59; i++) {
        await tab();
        const {top} = document.activeElement!.getBoundingClientRect();
        if (top >= bar.top) covered.push(document.activeElement!.textContent);
      }
      expect(covered).to.deep.equal([]);
      expect(document.activeElement!.textContent).to.equal('Link 59');
    });

    it('does not make the page jump when it closes at the end of the page', async () => {
      const tall = Array.from({length: 60}, (_, i) => `<p>${i}</p>`).join('');
      const last = show<HTMLElement>(`${tall}<p class="last">end</p>`, '.last');
      const element = showBanner();
      await until(() => roomIn() > 0);
      scrollTo(0, document.documentElement.scrollHeight);
      const {top} = last.getBoundingClientRect();
      answersOf(element).later.click();
      await element.updateComplete;
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      expect(last.getBoundingClientRect().top).to.be.closeTo(top, 1);
      const scrolled = next(window, 'scroll');
      scrollTo(0, 0);
      await scrolled;
      expect(getComputedStyle(document.body).paddingBottom).to.equal('0px');
    });

    it('keeps no room for itself on paper, and its page’s own', async function () {
      document.body.style.paddingBottom = '7px';
      try {
        const element = showBanner();
        await until(() => roomIn() > 0);
        // a wide window keeps a gap below the bar
        const height = innerHeight - part(element, 'base').getBoundingClientRect().top;
        const room = () => parseFloat(getComputedStyle(document.body).paddingBottom);
        expect(room()).to.be.closeTo(height + 7, 1);
        if (!(await emulate({media: 'print'}))) return this.skip();
        expect(room()).to.equal(7);
        expect(part(element, 'base').checkVisibility()).to.equal(false);
      } finally {
        document.body.removeAttribute('style');
      }
    });

    it('gives the room below the page back when it closes', async () => {
      const element = showBanner();
      await until(() => roomIn() > 0);
      const styles = [document.documentElement, document.body].map(({style}) => style.cssText);
      expect(styles).to.deep.equal(['', '']);
      await answer(element, 'later');
      expect([roomIn(), getComputedStyle(document.body).paddingBottom]).to.deep.equal([0, '0px']);
    });
  });
});
