import {expect} from 'chai';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {clickOn, engine, press} from '../helpers/commands.js';
import {
  boxOf,
  entriesOf,
  listenTo,
  oneLine,
  part,
  parts,
  show,
  speak,
  textOf,
  tick,
} from '../helpers/page.js';
import {noticeDigest} from '../helpers/digest.js';
import {publish, until} from '../helpers/publish.js';

const FORM = `<form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox><button>ok</button></form>`;
const inForm = (attributes = '') => {
  const element = show(FORM.replace('name="consent"', `name="consent" ${attributes}`));
  return {element, form: element.form!, button: element.form!.querySelector('button')!};
};

/** Keeps the test page where it is. */
const stay = (form: HTMLFormElement) => form.addEventListener('submit', (event) => event.preventDefault());

describe('ipsm-consent-checkbox', () => {
  describe('before the tick', () => {
    it('is unticked, required, and holds no record', () => {
      const {element, form} = inForm();
      expect(element.checked).to.equal(false);
      expect(element.required).to.equal(true);
      expect(element.record).to.equal(null);
      expect(entriesOf(form)).to.deep.equal({});
    });

    it('stops the form, puts the focus on the box and says why in the language of the page', async () => {
      const {element, form, button} = inForm();
      const sent = listenTo(form, 'submit');
      stay(form);
      await clickOn(button);
      await element.updateComplete;
      expect(sent).to.have.length(0);
      expect(document.activeElement).to.equal(element);
      expect(element.shadowRoot!.activeElement).to.equal(boxOf(element));
      expect(part(element, 'error').textContent).to.equal('Құсбелгі қойылмаған, онсыз нысан жіберілмейді.');
      // said beside the bubble of the browser, whose words are others
      expect(element.validationMessage).to.equal(
        'Деректеріңізді жинауға және өңдеуге келіссеңіз, осы құсбелгіні қойыңыз.',
      );
      expect(boxOf(element).ariaDescribedByElements).to.include(part(element, 'error'));
      expect(element.matches(':state(user-invalid)')).to.equal(true);
    });

    it('matches :user-invalid untouched in Firefox alone, as the docs say, and not where a page’s rule leaves it out', () => {
      const {element, form} = inForm();
      expect(element.matches(':user-invalid')).to.equal(engine() === 'Firefox');
      expect(form.querySelector(':user-invalid:not(ipsm-consent-checkbox)')).to.equal(null);
      expect(element.matches(':state(user-invalid)')).to.equal(false);
    });

    it('is described by the data that its sentence points at, unless the page describes it', async () => {
      const {element, form} = inForm();
      await element.updateComplete;
      const points = element.release!.notice['kk']!.points;
      const data = parts(element, 'value')[points.findIndex(({id}) => id === 'data')]!;
      expect(oneLine(data)).to.contain(points.find(({id}) => id === 'data')!.text);
      expect(boxOf(element).ariaDescribedByElements).to.deep.equal([data]);
      form.requestSubmit();
      await element.updateComplete;
      expect(boxOf(element).ariaDescribedByElements).to.deep.equal([data, part(element, 'error')]);

      for (const attribute of ['title', 'aria-description']) {
        const described = inForm(`${attribute}="By the page"`).element;
        await described.updateComplete;
        expect(boxOf(described).ariaDescribedByElements ?? [], attribute).to.deep.equal([]);
      }
    });

    it('says nothing when a script merely checks the form', async () => {
      const {element, form} = inForm();
      expect(form.checkValidity()).to.equal(false);
      expect(element.checkValidity()).to.equal(false);
      await element.updateComplete;
      expect(part(element, 'error').textContent).to.equal('');
      expect(element.matches(':state(user-invalid)')).to.equal(false);
    });

    it('is not ticked by the attribute checked, by checked = true or by a form reset', () => {
      const {element, form} = inForm('checked');
      expect(element.checked).to.equal(false);
      element.checked = true;
      expect(element.checked).to.equal(false);
      expect(boxOf(element).checked).to.equal(false);
      form.reset();
      expect(element.checked).to.equal(false);
      expect(entriesOf(form)).to.deep.equal({});
    });

    it('shows an error of the page’s own as soon as it is set, and no longer', async () => {
      const {element, form} = inForm();
      form.requestSubmit();
      await element.updateComplete;
      element.setCustomValidity('Ask your parents first.');
      await element.updateComplete;
      expect(part(element, 'error').textContent).to.equal('Ask your parents first.');
      element.setCustomValidity('');
      await element.updateComplete;
      expect(part(element, 'error').textContent).to.equal('Құсбелгі қойылмаған, онсыз нысан жіберілмейді.');
    });

    it('writes no attribute on itself', async () => {
      const {element, form} = inForm();
      await tick(element);
      form.reset();
      form.requestSubmit();
      expect(element.getAttributeNames()).to.deep.equal(['name']);
    });

    type Act = (element: ConsentCheckboxElement) => unknown;
    const nothing: Act = () => {};
    const unset: Act = (element) => (element.required = false);
    const removed: Act = (element) => element.removeAttribute('required');
    const REQUIRED: [name: string, attributes: string, act: Act, expected: boolean][] = [
      ['where nothing is said', '', nothing, true],
      ['where the attribute says so', 'required', nothing, true],
      ['not where it is optional', 'optional', nothing, false],
      ['where it is optional and required', 'optional required', nothing, true],
      ['where a framework sets it to undefined', '', (element) => (element.required = undefined!), true],
      ['not where it is set to false', '', unset, false],
      ['not where it is set to false, though its attribute was there', 'required', unset, false],
      ['where it is optional and set to true', 'optional', (element) => (element.required = true), true],
      ['where its attribute was removed', 'required', removed, true],
      ['not where its attribute was removed and it is optional', 'required optional', removed, false],
      [
        'where it was set to false, and the attribute came and went',
        '',
        (element) => {
          unset(element);
          element.setAttribute('required', '');
          removed(element);
        },
        true,
      ],
      ['not for an optional purpose', 'purpose="ads"', nothing, false],
      ['for an optional purpose that the page requires', 'purpose="ads" required', nothing, true],
    ];
    for (const [name, attributes, act, expected] of REQUIRED) {
      it(`is required ${name}`, () => {
        const {element, form} = inForm(attributes);
        act(element);
        expect([element.required, boxOf(element).required, form.checkValidity()]).to.deep.equal([
          expected,
          expected,
          !expected,
        ]);
      });
    }
  });

  describe('a tick', () => {
    it('submits the value and the record of what was agreed to', async () => {
      const {element, form} = inForm('subject-fields="surname given"');
      await tick(element);
      const entries = entriesOf(form);
      expect(entries.consent).to.equal('on');
      const record = JSON.parse(entries['consent-record']!) as unknown;
      expect(record).to.deep.equal(element.record);
      expect(record).to.deep.include({schema: 'ipsm-consent-record/1', prev: null, jurisdiction: 'KZ'});
      expect(element.record!.event).to.include({state: 'given', by: 'self', method: 'form-checkbox'});
      expect(element.record!.subject).to.deep.equal({ref: null, nameFields: ['surname', 'given']});
      expect(form.checkValidity()).to.equal(true);
    });

    it('names reference and fields in NFC, and a reference of blanks not at all', async () => {
      const {element} = inForm('subject-ref=" " subject-fields="фамили\u0438\u0306 name"');
      await tick(element);
      expect(element.record!.subject).to.deep.equal({ref: null, nameFields: ['фамили\u0439', 'name']});
      element.subjectRef = ' \u0438\u0306-7 ';
      await tick(element);
      expect(element.record!.subject.ref).to.equal('\u0439-7');
    });

    it('is in the form within the task of the click, before any listener of the page', () => {
      const {element, form} = inForm();
      let seen: unknown;
      document.addEventListener(
        'click',
        () => (seen = [element.checked, 'consent-record' in entriesOf(form)]),
        {
          capture: true,
          once: true,
        },
      );
      element.click();
      expect(seen).to.deep.equal([true, true]);
    });

    it('names the digest of the words shown, recomputed without this project', async () => {
      const {element} = inForm();
      await tick(element);
      const {version, notice} = element.release!;
      const sha256 = await noticeDigest('kk', version, notice.kk);
      expect(element.record!.notice).to.deep.equal({lang: 'kk', sha256});
    });

    for (const [where, act] of [
      ['the box', (element: ConsentCheckboxElement) => boxOf(element).click()],
      ['the sentence beside the box', (element: ConsentCheckboxElement) => part(element, 'sentence').click()],
    ] as const)
      it(`made by a script at ${where} says so in the record, and in no other`, () => {
        const {element} = inForm();
        act(element);
        expect(element.record!.event.method).to.equal('script');
        expect(inForm().element.record).to.equal(null);
      });

    /** A box with a label outside of it, which a person clicks. */
    function labelled() {
      const element = show(
        `<label for="agree">Outer</label><ipsm-consent-checkbox id="agree"></ipsm-consent-checkbox>`,
      );
      return {element, label: element.labels[0] as HTMLLabelElement};
    }

    it('through an outer label is a person’s where the person clicked, and a script’s where a script did', async () => {
      const {element, label} = labelled();
      await clickOn(label);
      expect(element.record!.event.method).to.equal('form-checkbox');
      await clickOn(label);
      expect(element.checked).to.equal(false);
      label.click();
      expect(element.record!.event.method).to.equal('script');
    });

    it('made by a script while a person’s click on an outer label takes it away says so', async () => {
      const {element, label} = labelled();
      await tick(element);
      element.addEventListener('click', () => element.click(), {once: true});
      await clickOn(label);
      await element.updateComplete;
      expect([element.checked, element.record?.event.method]).to.deep.equal([true, 'script']);
    });

    it('made by a person’s click that a script kept, and dispatches again, says that it is a script’s', async () => {
      const {element, label} = labelled();
      let kept: Event | undefined;
      boxOf(element).addEventListener('click', (event) => (kept = event), {once: true});
      await clickOn(label);
      expect(element.record!.event.method).to.equal('form-checkbox');
      await tick(element);
      boxOf(element).dispatchEvent(kept!);
      expect([element.checked, element.record?.event.method]).to.deep.equal([true, 'script']);
    });

    it('taken back by preventDefault leaves nothing behind', () => {
      const {element, form} = inForm();
      const heard = listenTo(form);
      element.addEventListener('click', (event) => event.preventDefault(), {once: true});
      element.click();
      expect(element.checked).to.equal(false);
      expect(boxOf(element).checked).to.equal(false);
      expect(entriesOf(form)).to.deep.equal({});
      expect(heard).to.have.length(0);
    });

    it('by Space works, and Enter sends the form', async () => {
      const {element, form} = inForm();
      const sent = listenTo(form, 'submit');
      stay(form);
      element.focus();
      await press(' ');
      expect(element.checked).to.equal(true);
      expect(element.record!.event.method).to.equal('form-checkbox');
      await press('Enter');
      expect(sent).to.have.length(1);
    });

    it('uses the names that a form library writes', async () => {
      const {element, form} = inForm();
      element.name = 'user[consent]';
      await tick(element);
      expect(Object.keys(entriesOf(form))).to.deep.equal(['user[consent]', 'user[consent-record]']);
      element.recordName = 'proof';
      expect(Object.keys(entriesOf(form))).to.deep.equal(['user[consent]', 'proof']);
      element.removeAttribute('name');
      expect(entriesOf(form)).to.deep.equal({});
    });

    it('is told once to each listener, with input before change', async () => {
      const {element, form} = inForm();
      const order: string[] = [];
      for (const type of ['click', 'ipsm-consent-change', 'input', 'change']) {
        form.addEventListener(type, ({target}) => order.push(`${type} ${target === element}`));
      }
      await tick(element);
      expect(order).to.deep.equal(['click true', 'ipsm-consent-change true', 'input true', 'change true']);
    });

    it('is told to a form that is not around the box', async () => {
      const element = show(
        `<form id="elsewhere"></form><ipsm-consent-checkbox name="c" form="elsewhere"></ipsm-consent-checkbox>`,
      );
      const atForm = listenTo(element.form!);
      const atDocument = listenTo(document);
      await tick(element);
      expect(atForm.map(({cause, record}) => [cause, record])).to.deep.equal([['tick', element.record]]);
      expect(atDocument).to.have.length(1);
    });

    it('is gone without trace after unticking and after a reset', async () => {
      const {element, form} = inForm();
      const heard = listenTo(form);
      await tick(element);
      await tick(element);
      expect(element.record).to.equal(null);
      await tick(element);
      form.reset();
      expect(element.record).to.equal(null);
      expect(heard.map(({cause}) => cause)).to.deep.equal(['tick', 'untick', 'tick', 'reset']);
      expect(heard.at(-1)!.record).to.equal(null);
      expect(localStorage.length).to.equal(0);
    });
  });

  describe('in another language', () => {
    it('changes its words with the page, at once', async () => {
      const {element, form} = inForm();
      await speak('ru', element);
      expect(textOf(element)).to.contain('Даю IPSM согласие на сбор и обработку');
      expect(element.validationMessage).to.equal(
        'Если согласны на сбор и обработку ваших данных, поставьте эту отметку.',
      );
      await speak('en-GB', element);
      expect(textOf(element)).to.contain('I agree to IPSM collecting and processing');
      expect(form.checkValidity()).to.equal(false);
    });

    it('keeps a tick in the language that was ticked, and says so', async () => {
      const {element} = inForm();
      await tick(element);
      const {id} = element.record!;
      await speak('ru', element);
      expect(element.record).to.deep.include({id});
      expect(element.record!.notice.lang).to.equal('kk');
      expect(part(element, 'status').textContent).to.contain('Отметка поставлена под текстом на казахском');
    });
  });

  describe('the fallback inside it', () => {
    const FALLBACK = `<form><ipsm-consent-checkbox name="consent">
      <label><input type="checkbox" name="consent" required> Agree</label></ipsm-consent-checkbox></form>`;

    it('leaves the form to the element', () => {
      const element = show(FALLBACK);
      expect(element.form!.elements.namedItem('consent')).to.equal(element);
      expect([...element.form!.elements]).to.deep.equal([element]);
    });

    it('is left where a framework put it, also when it comes later', async () => {
      const element = show(`<form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox></form>`);
      const late = document.createElement('input');
      late.name = 'consent';
      element.append(late);
      await Promise.resolve();
      expect(late.parentNode).to.equal(element);
      expect(element.form!.elements.namedItem('consent')).to.equal(element);
    });
  });

  describe('the card', () => {
    it('has both layers above the panel, the box and its sentence in it, then the link', () => {
      const {element} = inForm();
      const {points, details, agree} = element.release!.notice['kk']!;
      const panel = part(element, 'panel');
      expect(parts(element, 'row')).to.have.length(points.length + details.length);
      expect(panel.previousElementSibling).to.equal(part(element, 'more'));
      expect(oneLine(part(element, 'sentence'))).to.equal(agree);
      expect(part(element, 'sentence').translate).to.equal(false);
      expect(oneLine(part(element, 'required'))).to.equal('(міндетті)');
      for (const name of ['control', 'sentence', 'required', 'policy-link'])
        expect(panel.contains(part(element, name))).to.equal(true);
    });

    it('links to the document, named with its language, in a new tab so that nothing typed is lost', async () => {
      const {element} = inForm();
      const link = part(element, 'policy-link') as HTMLAnchorElement;
      for (const [lang, words] of [
        ['kk', 'Саясаттың толық мәтіні (қазақша), жаңа қойындыда ашылады'],
        ['ru', 'Полный текст политики (на казахском), откроется в новой вкладке'],
        ['en', 'Full text of the policy (in Kazakh), opens in a new tab'],
      ] as const) {
        await speak(lang, element);
        expect(oneLine(link)).to.equal(words);
      }
      expect([link.href, link.hreflang, link.target]).to.deep.equal(['https://ipsm.kz/', 'kk', '_blank']);
      expect(link.closest('label')).to.equal(null);
    });
  });

  describe('for somebody else', () => {
    it('asks with the representative’s sentence, and the record says who agreed', async () => {
      const {element} = inForm('by="representative"');
      const {agree, agreeFor} = element.release!.notice['kk']!;
      expect(oneLine(part(element, 'sentence'))).to.equal(agreeFor);
      expect(textOf(element)).not.to.contain(agree);
      await tick(element);
      expect(element.record!.event.by).to.equal('representative');
    });

    for (const [lang, words] of [
      [
        'kk',
        'Бұл нұсқада өкіл беретін келісімнің мәтіні жоқ, сондықтан мұнда басқа адам үшін келісім беру мүмкін емес. Операторға жазыңыз: hello@ipsm.kz',
      ],
      [
        'ru',
        'В этой версии нет текста согласия для представителя, поэтому дать согласие за другого человека здесь нельзя. Напишите оператору: hello@ipsm.kz',
      ],
      [
        'en',
        'This version has no consent text for a representative, so you cannot agree for another person here. Write to the operator: hello@ipsm.kz',
      ],
    ] as const) {
      it(`is not operable without such a sentence, never shows the other one, and says why in ${lang}`, async () => {
        const published = publish();
        const {notice} = published.manifest.releases[0]!;
        Object.values(notice).forEach((each) => delete each.agreeFor);
        const {element, form} = inForm(`by="representative" policy="${published.url}"`);
        await until(() => element.release);
        await speak(lang, element);
        element.click();
        await tick(element);
        expect([element.checked, form.checkValidity()]).to.deep.equal([false, false]);
        expect(oneLine(part(element, 'sentence'))).to.equal(words);
        expect(element.validationMessage).to.equal(words);
        expect(textOf(element)).not.to.contain(notice[lang]!.agree);
      });
    }
  });

  it('works from markup, createElement and properties set before the upgrade alike', () => {
    const element = document.createElement('ipsm-consent-checkbox');
    element.name = 'early';
    element.click();
    expect(element.checked).to.equal(true);
    const form = document.createElement('form');
    form.append(element);
    expect(Object.keys(entriesOf(form))).to.deep.equal(['early', 'early-record']);
  });
});
