import {html} from 'lit';
import {completeCheckbox} from '../../../src/elements/native/checkbox-control.js';
import {NativeCheckbox} from '../../../src/elements/native/native-checkbox.js';
import {ReflectingElement} from '../../../src/elements/native/reflecting-element.js';

/** A checkbox and nothing more, made of the native half of ours. */
export class PlainCheckbox extends NativeCheckbox(ReflectingElement) {
  /** How often it told that nobody could see the box which stopped the form. */
  told = 0;
  #isTicked = false;

  readonly #control = completeCheckbox(this, {
    isTicked: () => this.#isTicked,
    value: () => [this.#entries, String(this.#isTicked)],
    missing: () => (this.required && !this.#isTicked ? 'Tick it.' : ''),
    parts: {label: 'label', around: 'span', said: 'p', about: 'p'},
    toggle: (on) => {
      this.#tick(on);
      return () => this.#tick(!on);
    },
    check: (on) => this.#tick(on),
    reset: () => this.#tick(this.defaultChecked),
    restore: (state) => this.#tick(state === 'true'),
    hiddenBox: {message: () => ({text: 'Out of sight.', lang: 'en'}), told: () => this.told++},
  });

  protected override render() {
    return html`<input type="checkbox" id="box" /> <label for="box">Own words</label><span hidden></span>
      <p>${this.#control.error}</p>`;
  }

  get #entries(): FormData | null {
    if (!this.#isTicked || !this.name) return null;
    const entries = new FormData();
    entries.append(this.name, this.value);
    return entries;
  }

  #tick(on: boolean): void {
    this.#isTicked = on;
    this.#control.changed();
  }
}

customElements.define('plain-checkbox', PlainCheckbox);

declare global {
  interface HTMLElementTagNameMap {
    'plain-checkbox': PlainCheckbox;
  }
}
