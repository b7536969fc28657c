import {expect} from 'chai';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import type {IpsmConsentErrorEvent} from '../../src/elements/shared/events.js';
import {expectNoAxeViolations} from '../helpers/axe.js';
import {clickOn, press} from '../helpers/commands.js';
import {until} from '../helpers/publish.js';
import {boxOf, listenTo, part, show, speak, tick} from '../helpers/page.js';
import {turn} from '../helpers/turn.js';

const SAID = {
  kk: 'Нысан жіберілмеді: келісім құсбелгісі көрінбей тұр. Ол орналасқан бөлімді ашыңыз. Ол жоқ болса, осы бет үшін жарнама бұғаттағышын өшіріп көріңіз немесе операторға жазыңыз: hello@ipsm.kz',
  ru: 'Форма не отправлена: отметка согласия не видна. Откройте раздел, где она находится. Если её нет, попробуйте отключить блокировщик рекламы для этой страницы или напишите оператору: hello@ipsm.kz',
  en: 'The form was not sent: its consent box cannot be seen. Open the section that it is in. If it is not there, try turning off the ad blocker for this page, or write to the operator: hello@ipsm.kz',
};

const BOX = '<ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox>';
const FORM = `<form><label>E-mail <input name="email" value="a@b.kz"></label>
  <div class="around">${BOX}</div><p><button>Send</button></p></form>`;

/** A form, what its listeners hear of hidden boxes, and what came to stand in it. */
function inForm(markup = FORM) {
  const element = show(markup);
  const form = element.form!;
  const errors = listenTo(form, 'ipsm-consent-error') as unknown as IpsmConsentErrorEvent[];
  const sent = listenTo(form, 'submit');
  form.addEventListener('submit', (event) => event.preventDefault());
  return {
    element,
    form,
    button: form.querySelector('button')!,
    errors,
    sent,
    message: () => form.querySelector<HTMLElement>('[role=alert]'),
    said: () => [...form.querySelectorAll('[role=alert]')].map(({textContent}) => textContent),
  };
}

/** As a filter list does: a style sheet of the user reaches into shadow roots, and wins. */
function filter(element: ConsentCheckboxElement, rule: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rule);
  element.shadowRoot!.adoptedStyleSheets.push(sheet);
}

const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

const HIDING: Record<string, (element: ConsentCheckboxElement) => unknown> = {
  'its element is not displayed': (element) => (element.style.display = 'none'),
  'its element is hidden': (element) => (element.hidden = true),
  'its element is invisible': (element) => (element.style.visibility = 'hidden'),
  'its element is transparent': (element) => (element.style.opacity = '0'),
  'its element has no height': (element) => (element.style.cssText = 'height: 0; overflow: hidden'),
  'its element is cut down to a pixel': (element) =>
    (element.style.cssText = 'position: absolute; width: 1px; height: 1px; overflow: hidden'),
  'its element is off the page': (element) =>
    (element.style.cssText = 'position: absolute; left: -9999px; width: 500px'),
  'its element is above the page': (element) => (element.style.cssText = 'position: absolute; top: -9999px'),
  'its step is inert': (element) => (element.parentElement!.inert = true),
  'its step is cut away': (element) => (element.parentElement!.style.clipPath = 'inset(100%)'),
  'its step is cut away from one side': (element) =>
    (element.parentElement!.style.clipPath = 'inset(0 100% 0 0)'),
  'its step is cut to a circle of nothing': (element) =>
    (element.parentElement!.style.clipPath = 'circle(0 at 50% 50%)'),
  'its step is cut to a point': (element) =>
    (element.parentElement!.style.clipPath = 'polygon(0 0, 0 0, 0 0)'),
  'its step is clipped as older pages do': (element) =>
    (element.parentElement!.style.cssText = 'position: absolute; clip: rect(0 0 0 0)'),
  'content-visibility hides it': (element) => (element.style.contentVisibility = 'hidden'),
  'a part of it is not displayed': (element) => filter(element, '.choice { display: none !important }'),
  'all its parts are not displayed': (element) => filter(element, '.base { display: none !important }'),
  'an ancestor is not displayed': (element) => (element.parentElement!.style.display = 'none'),
  'an ancestor has no height': (element) =>
    (element.parentElement!.style.cssText = 'max-height: 0; overflow: hidden'),
  'an ancestor is a closed details': (element) => {
    const details = document.createElement('details');
    element.replaceWith(details);
    details.append(element);
  },
};

describe('a required box that nobody can see', () => {
  for (const [why, hide] of Object.entries(HIDING)) {
    it(`says beside the button why the form is not sent, where ${why}`, async () => {
      const {element, button, errors, sent, message, said} = inForm();
      hide(element);
      await turn();
      expect([errors.length, said()]).to.deep.equal([0, []]);
      await clickOn(button);
      await turn();
      expect(errors.map(({code, message}) => [code, message])).to.deep.equal([['hidden', SAID.kk]]);
      expect(message()!.textContent).to.equal(SAID.kk);
      expect(message()!.previousElementSibling === button).to.equal(true);
      expect(message()!.checkVisibility()).to.equal(true);
      expect(sent).to.have.length(0);
    });
  }

  const SHOWING: Record<string, (element: ConsentCheckboxElement) => unknown> = {
    'it is plainly there': () => {},
    'the page draws a box of its own at the label': (element) =>
      filter(element, 'input { position: absolute; opacity: 0; width: 1px; height: 1px }'),
    'it is below what the window shows': (element) => (element.style.marginTop = '3000px'),
    'it is scrolled out of a scroller': (element) => {
      const around = element.parentElement!;
      // else the browser scrolls it back
      element.addEventListener('invalid', (event) => event.preventDefault());
      around.style.cssText = 'height: 200px; overflow: auto';
      element.style.marginBottom = '3000px';
      around.scrollTop = 2500;
    },
    'the page draws around it late': (element) => (element.style.contentVisibility = 'auto'),
    'the body has no height of its own': (element) => {
      document.body.style.cssText = 'height: 0; overflow: hidden';
      element.form!.addEventListener('submit', () => (document.body.style.cssText = ''));
    },
  };
  for (const [how, place] of Object.entries(SHOWING)) {
    it(`is none where ${how}`, async () => {
      const {element, form, errors, said} = inForm();
      place(element);
      form.requestSubmit();
      await turn();
      document.body.style.cssText = '';
      expect(form.matches(':invalid')).to.equal(true);
      expect([errors.length, said()]).to.deep.equal([0, []]);
    });
  }

  it('is told to assistive technology in the language of the page, and stands where a person looks', async () => {
    document.documentElement.lang = 'ru';
    const {element, button, message} = inForm();
    button.style.marginTop = '2000px';
    element.style.display = 'none';
    element.form!.querySelector('input')!.focus();
    // WebKit takes back a scroll from before the page was drawn once.
    await drawn();
    await press('Enter');
    await turn();
    expect(message()!.role).to.equal('alert');
    await until(
      () => message()!.getBoundingClientRect().bottom <= innerHeight + 1,
      'the message in the window',
    );
    for (const lang of ['ru', 'en', 'kk'] as const) {
      await speak(lang, element);
      expect([message()!.lang, message()!.textContent]).to.deep.equal([lang, SAID[lang]]);
      await expectNoAxeViolations(element.form!);
    }
  });

  it('gives the next control the word where the browser points at another one', async () => {
    const {element, form, message} = inForm();
    const email = form.querySelector('input')!;
    email.required = true;
    email.value = '';
    element.style.display = 'none';
    form.querySelector('p')!.style.marginTop = '3000px';
    scrollTo(0, 0);
    form.requestSubmit();
    await turn();
    expect(document.activeElement === email).to.equal(true);
    expect(message()!.isConnected).to.equal(true);
    expect(email.getBoundingClientRect().bottom).to.be.within(0, innerHeight);
  });

  it('is said at the end of the form where the button cannot be seen, and where there is none', async () => {
    for (const sender of ['<p hidden><button>Send</button></p>', '<a href="#">Send</a>']) {
      const {element, form, message} = inForm(FORM.replace('<p><button>Send</button></p>', sender));
      element.style.display = 'none';
      form.requestSubmit();
      await turn();
      expect(message()!.parentElement === form).to.equal(true);
      form.remove();
    }
  });

  it('is said once for each attempt, and by one message', async () => {
    const {element, button, errors, said} = inForm();
    element.style.display = 'none';
    await clickOn(button);
    await turn();
    await clickOn(button);
    await turn();
    expect(errors).to.have.length(2);
    expect(said()).to.deep.equal([SAID.kk]);
  });

  it('is forgotten once it is ticked, and once the element has gone', async () => {
    const {element, button, sent, said} = inForm();
    element.style.display = 'none';
    await clickOn(button);
    await turn();
    element.style.display = '';
    await tick(element);
    expect(said()).to.deep.equal([]);
    await clickOn(button);
    expect(sent).to.have.length(1);
    await tick(element);
    element.style.display = 'none';
    await clickOn(button);
    await turn();
    expect(said()).to.deep.equal([SAID.kk]);
    element.remove();
    expect(said()).to.deep.equal([]);
  });

  it('may be shown by the page when it hears that it is invalid', async () => {
    const {element, form, errors, said} = inForm();
    element.parentElement!.hidden = true;
    element.addEventListener('invalid', () => (element.parentElement!.hidden = false));
    form.requestSubmit();
    await turn();
    expect([errors.length, said()]).to.deep.equal([0, []]);
  });

  it('is a matter of attempts: reportValidity() by a page that sends by script is one, checkValidity() is none', async () => {
    const {element, form, message, said} = inForm();
    element.style.display = 'none';
    form.checkValidity();
    element.checkValidity();
    await turn();
    expect(said()).to.deep.equal([]);
    form.reportValidity();
    await turn();
    expect(message()!.textContent).to.equal(SAID.kk);
    expect(element.matches(':state(user-invalid)')).to.equal(false);
  });

  it('is no matter of a check that asks, though another form is checked meanwhile', async () => {
    const {element, form} = inForm();
    const first = document.createElement('input');
    first.required = true;
    first.addEventListener('invalid', () => document.createElement('form').checkValidity());
    form.prepend(first);
    form.checkValidity();
    await turn();
    expect(element.matches(':state(user-invalid)')).to.equal(false);
  });

  it('is none of a page’s business where nobody has to tick', async () => {
    const {element, form, sent, errors} = inForm(FORM.replace('name="consent"', 'name="consent" optional'));
    element.style.display = 'none';
    form.requestSubmit();
    await turn();
    expect([sent.length, errors.length]).to.deep.equal([1, 0]);
  });

  it('says nothing more where the element says why there is nothing to tick', async () => {
    const without = FORM.replace('name="consent"', 'name="consent" policy="/test/helpers/empty.html"');
    const {element, form, sent, errors, said} = inForm(without);
    await until(() => element.shadowRoot!.querySelector('.stack [part=error]'));
    errors.length = 0;
    form.requestSubmit();
    await turn();
    expect(boxOf(element).checkVisibility()).to.equal(false);
    expect([sent.length, errors.length, said()]).to.deep.equal([0, 0, []]);
  });

  it('works inside a shadow root', async () => {
    const host = show<HTMLElement>('<div></div>', 'div');
    const root = host.attachShadow({mode: 'closed'});
    root.innerHTML = FORM;
    root.querySelector<HTMLElement>('.around')!.style.display = 'none';
    root.querySelector('form')!.requestSubmit();
    await turn();
    expect(root.querySelector('[role=alert]')!.textContent).to.equal(SAID.kk);
    expect(boxOf(root.querySelector('ipsm-consent-checkbox')!).checked).to.equal(false);
    expect(part(root.querySelector('ipsm-consent-checkbox')!, 'error').textContent).to.not.equal('');
  });
});
