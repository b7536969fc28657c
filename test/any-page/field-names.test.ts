import {expect} from 'chai';
import {clickOn} from '../helpers/commands.js';
import {boxOf, listenTo, show, tick} from '../helpers/page.js';
import {turn} from '../helpers/turn.js';

/** Every name that means something to a form. */
function members(): string[] {
  const names = new Set<string>();
  for (let at: object | null = HTMLFormElement.prototype; at; at = Object.getPrototypeOf(at) as object | null)
    Object.getOwnPropertyNames(at).forEach((name) => names.add(name));
  return [...names];
}

const fields = (names: string[]) =>
  names.map((name) => `<input type="hidden" name="${name}" value="1">`).join('');
const boxIn = (names: string[], attributes = '') =>
  show(
    `<form>${fields(names)}<ipsm-consent-checkbox name="consent" storage="memory" ${attributes}></ipsm-consent-checkbox><button>Send</button></form>`,
  );

async function expectWorking(names: string[]) {
  const element = boxIn(names);
  const form = element.closest('form')!;
  const {addEventListener, checkValidity} = HTMLFormElement.prototype;
  const submits: Event[] = [];
  addEventListener.call(form, 'submit', (event) => {
    event.preventDefault();
    submits.push(event);
  });
  expect(checkValidity.call(form)).to.equal(false);
  const changes = listenTo(element);
  await tick(element);
  expect([element.checked, element.validity.valid]).to.deep.equal([true, true]);
  const data = new FormData(form);
  expect([data.get('consent'), typeof data.get('consent-record')]).to.deep.equal(['on', 'string']);
  await clickOn(document.querySelector('.place button')!);
  await turn();
  expect([submits.length, changes.map(({cause}) => cause)]).to.deep.equal([1, ['tick']]);
}

describe('a form whose fields are called as what a form has', function () {
  this.timeout(30_000);

  for (const name of ['elements', 'contains', 'parentElement', 'submit', 'method', 'length', 'name', 'id']) {
    it(`is valid once the box is ticked, and sent: ${name}`, () => expectWorking([name]));
  }

  it('is valid once the box is ticked, and sent: all of them', () => expectWorking(members()));

  it('is told where its box cannot be seen', async () => {
    const element = boxIn(members(), 'style="display: none"');
    const form = element.closest('form')!;
    HTMLFormElement.prototype.requestSubmit.call(form);
    await turn();
    const said = HTMLFormElement.prototype.querySelector.call(form, '[role=alert]');
    expect(said?.textContent).to.include('Нысан жіберілмеді');
    HTMLFormElement.prototype.removeChild.call(form, element);
  });

  it('takes in what its purpose boxes say, and is sent by Enter', async () => {
    const ads = '<ipsm-consent-checkbox purpose="ads" name="ads" storage="memory"></ipsm-consent-checkbox>';
    const form = show<HTMLFormElement>(
      `<form>${fields(members())}<ipsm-consent-checkbox name="consent" storage="memory"></ipsm-consent-checkbox>${ads}<button>Send</button></form>`,
      'form',
    );
    const [consent, purpose] = document.querySelectorAll('ipsm-consent-checkbox');
    const submitted: Event[] = [];
    HTMLFormElement.prototype.addEventListener.call(form, 'submit', (event) => {
      event.preventDefault();
      submitted.push(event);
    });
    await tick(purpose!);
    await tick(consent!);
    expect(consent!.record!.purposes.find(({id}) => id === 'ads')!.decision).to.equal('given');
    boxOf(consent!).focus();
    boxOf(consent!).dispatchEvent(
      new KeyboardEvent('keypress', {key: 'Enter', bubbles: true, composed: true, cancelable: true}),
    );
    expect(submitted.length).to.equal(1);
  });
});
