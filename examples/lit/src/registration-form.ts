import {html, LitElement, nothing} from 'lit';
import {createRef, ref} from 'lit/directives/ref.js';
import type {ConsentCheckboxElement, ConsentRecord, IpsmConsentChangeEvent} from 'ipsm-consent';
import {register, type Answer} from './register';

/** The form and its box in one shadow root, which a server has drawn. */
export class RegistrationForm extends LitElement {
  static override properties = {
    record: {state: true},
    heard: {state: true},
    answer: {state: true},
    isShown: {state: true},
  };
  declare record: ConsentRecord | null;
  declare heard: string[];
  declare answer: Answer | undefined;
  declare isShown: boolean;
  readonly #box = createRef<ConsentCheckboxElement>();

  constructor() {
    super();
    this.record = null;
    this.heard = [];
    this.answer = undefined;
    this.isShown = true;
  }

  protected override render() {
    const {answer, heard, isShown, record} = this;
    const said = answer && (answer.ok ? `Registered: ${answer.id}` : 'Not registered');
    return html`
      <form @submit=${this.#send} @ipsm-consent-change=${this.#hear}>
        <p>
          <label>Surname <input name="surname" required /></label>
        </p>
        <p>
          <label>Given name <input name="given" required /></label>
        </p>
        ${
          isShown
            ? html`<ipsm-consent-checkbox
                ${ref(this.#box)}
                name="consent"
                subject-fields="surname given"
              ></ipsm-consent-checkbox>`
            : nothing
        }
        <p><button type="submit">Register</button> <button type="reset">Start again</button></p>
      </form>
      <p>Agreed: <span id="agreed">${record?.id ?? '–'}</span></p>
      <p>Heard: <span id="heard">${heard.length > 0 ? heard.join(' ') : nothing}</span></p>
      <p id="answer" role="status">${said}</p>
      <p>
        <button type="button" data-lang="kk" @click=${this.#speak}>kk</button>
        <button type="button" data-lang="ru" @click=${this.#speak}>ru</button>
        <button type="button" id="toggle" @click=${this.#toggle}>Without the box, or with it</button>
        <a id="away" href="about.html">About</a>
      </p>
    `;
  }

  protected override firstUpdated() {
    // ticked before the script was there, of which no event tells
    this.record = this.#box.value?.record ?? null;
  }

  async #send(event: SubmitEvent) {
    event.preventDefault();
    const sent = new FormData(event.currentTarget as HTMLFormElement);
    this.answer = await register(sent);
    if (this.answer.ok) this.#box.value?.commit(sent);
    else this.#box.value?.reask('', this.answer.refusal);
  }

  #hear({cause}: IpsmConsentChangeEvent) {
    this.record = this.#box.value?.record ?? null;
    this.heard = [...this.heard, cause];
  }

  #speak({currentTarget}: Event) {
    document.documentElement.lang = (currentTarget as HTMLElement).dataset.lang!;
  }

  #toggle() {
    this.isShown = !this.isShown;
    // a box that is taken away takes its record along
    this.record = null;
  }
}
customElements.define('registration-form', RegistrationForm);
