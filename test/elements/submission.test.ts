import {expect} from 'chai';
import {contextOf} from '../../src/elements/shared/policy-element.js';
import {clickOn} from '../helpers/commands.js';
import {entriesOf, listenTo, next, show, tick} from '../helpers/page.js';

/** A form that really goes somewhere, without taking the test page along. */
function sendable() {
  const element = show(`<iframe name="answer"></iframe>
    <form action="/test/helpers/empty.html" target="answer">
      <fieldset><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox></fieldset><button>Send</button>
    </form>`);
  const form = element.form!;
  return {
    element,
    form,
    button: form.querySelector('button')!,
    frame: form.parentElement!.querySelector('iframe')!,
  };
}

const storedRecords = () => Object.keys(localStorage).filter((key) => key.startsWith('ipsm-consent/1/'));

describe('a record', () => {
  it('is pending until its form is sent: nothing is stored and the status stays', async () => {
    const {element} = sendable();
    await tick(element);
    expect(element.record!.event.state).to.equal('given');
    expect(element.status).to.equal('unasked');
    expect(storedRecords()).to.deep.equal([]);
  });

  it('is committed when the browser sends the form, with the record that the form carried', async () => {
    const {element, form, button, frame} = sendable();
    const heard = listenTo(form);
    await tick(element);
    const loaded = next(frame, 'load');
    await clickOn(button);
    await loaded;
    expect(heard.map(({cause, status, previous}) => [cause, status, previous])).to.deep.equal([
      ['tick', 'unasked', 'unasked'],
      ['commit', 'given', 'unasked'],
    ]);
    expect(storedRecords()).to.deep.equal([`ipsm-consent/1/ipsm-privacy/${element.record!.id}`]);
    expect(contextOf(element).entry(element.record!.id)!.progress).to.equal('sent');
    const sent = new URLSearchParams(frame.contentWindow!.location.search).get('consent-record');
    expect(sent).to.equal(entriesOf(form)['consent-record']);
  });

  it('is not committed when a listener cancels the submit, however late', async () => {
    const {element, form, button} = sendable();
    const cancel = (event: Event) => event.preventDefault();
    addEventListener('submit', cancel, {once: true});
    const heard = listenTo(form);
    await tick(element);
    await clickOn(button);
    new FormData(form);
    expect(heard.map(({cause}) => cause)).to.deep.equal(['tick']);
    expect(element.status).to.equal('unasked');
  });

  it('is committed although a listener stops the submit event on its way', async () => {
    const {element, form, button, frame} = sendable();
    form.addEventListener('submit', (event) => event.stopImmediatePropagation(), {capture: true});
    await tick(element);
    const loaded = next(frame, 'load');
    await clickOn(button);
    await loaded;
    expect(element.status).to.equal('given');
  });

  for (const [what, change] of [
    [
      'whose fieldset is disabled as the form is sent',
      (form) => (form.querySelector('fieldset')!.disabled = true),
    ],
    ['that has no name', (form) => form.querySelector('ipsm-consent-checkbox')!.removeAttribute('name')],
  ] as [what: string, change: (form: HTMLFormElement) => unknown][]) {
    it(`is not committed by a form that goes without it: of a box ${what}`, async () => {
      const {element, form, button, frame} = sendable();
      form.addEventListener('submit', () => change(form));
      await tick(element);
      const loaded = next(frame, 'load');
      await clickOn(button);
      await loaded;
      expect(frame.contentWindow!.location.search).to.not.contain('consent');
      expect([element.status, storedRecords()]).to.deep.equal(['unasked', []]);
    });
  }

  it('is not committed where a form within its form is sent', async () => {
    const {element, form, frame} = sendable();
    await tick(element);
    const inner = document.createElement('form');
    Object.assign(inner, {action: form.action, target: form.target});
    inner.innerHTML = '<input name="coupon"><button>Coupon</button>';
    form.append(inner);
    const loaded = next(frame, 'load');
    await clickOn(inner.querySelector('button')!);
    await loaded;
    expect(frame.contentWindow!.location.search).to.equal('?coupon=');
    expect([element.status, storedRecords()]).to.deep.equal(['unasked', []]);
  });

  for (const [what, ofForm, ofButton] of [
    ['method', 'method="dialog"', ''],
    ['button', '', 'formmethod="DIALOG"'],
  ] as const) {
    it(`is not committed by what closes a dialog, by the form’s ${what}, though a script then takes its data`, async () => {
      const element = show(
        `<dialog><form ${ofForm}><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox>
          <button ${ofButton}>Ok</button></form></dialog>`,
      );
      const dialog = element.closest('dialog')!;
      const form = element.form!;
      dialog.showModal();
      await tick(element);
      const closed = next(dialog, 'close');
      form.addEventListener('submit', () => queueMicrotask(() => new FormData(form)));
      await clickOn(form.querySelector('button')!);
      await closed;
      new FormData(form);
      expect([element.status, storedRecords()]).to.deep.equal(['unasked', []]);
    });
  }

  it('is not committed by a submit event that a script made up', async () => {
    const {element, form} = sendable();
    await tick(element);
    form.dispatchEvent(new SubmitEvent('submit', {bubbles: true, cancelable: true}));
    new FormData(form);
    expect(element.status).to.equal('unasked');
  });

  it('sent by a script is committed when the page says so, once', async () => {
    const {element, form} = sendable();
    const heard = listenTo(form);
    await tick(element);
    element.commit();
    element.commit();
    expect(heard.map(({cause}) => cause)).to.deep.equal(['tick', 'commit']);
    expect(element.status).to.equal('given');
    expect(element.checked).to.equal(true);
    expect(storedRecords()).to.have.length(1);
    expect(contextOf(element).entry(element.record!.id)!.progress).to.equal('accepted');
  });

  it('has no predecessor without a subject reference: two people may share a phone', async () => {
    const {element} = sendable();
    await tick(element);
    element.commit();
    await tick(element);
    await tick(element);
    expect(element.record!.prev).to.equal(null);
  });

  it('has no predecessor where the subject reference is blank', async () => {
    const {element} = sendable();
    await tick(element);
    element.commit();
    const other = sendable().element;
    other.subjectRef = ' ';
    await tick(other);
    expect(other.record!.prev).to.equal(null);
  });

  it('names the last record of the same subject', async () => {
    const {element} = sendable();
    element.subjectRef = 'a1';
    await tick(element);
    const first = element.record!;
    element.commit();
    await tick(element);
    element.subjectRef = 'b2';
    await tick(element);
    expect(element.record!.prev).to.equal(null);
    await tick(element);
    element.subjectRef = 'a1';
    await tick(element);
    expect(element.record!.prev!.id).to.equal(first.id);
  });

  it('refused by the server goes, with the server’s words beside the box, and a new tick makes a new one', async () => {
    const {element, form} = sendable();
    await tick(element);
    const {id} = element.record!;
    element.reask('This version is not in force.');
    await element.updateComplete;
    expect(element.checked).to.equal(false);
    expect(element.validationMessage).to.equal('This version is not in force.');
    expect(element.shadowRoot!.textContent).to.contain('This version is not in force.');
    await tick(element);
    expect(form.checkValidity()).to.equal(true);
    expect(element.record!.id).not.to.equal(id);
  });
});
