import '../../src/define/ipsm-consent-checkbox.js';
import {clickOn, engine, press, type Key, type Modifier} from '../helpers/commands.js';
import {turn as nextTask} from '../helpers/turn.js';

/**
 * `native` is the proof: what a row asks of ours, `<input type="checkbox" required>` must show first. `plain` is a checkbox
 * made of the native half of ours alone (test/elements/native/).
 */
export type Kind = 'native' | 'ours' | 'plain';

/** What both controls promise to be. */
export type Control = HTMLElement &
  Pick<
    HTMLInputElement,
    | 'checked'
    | 'disabled'
    | 'form'
    | 'name'
    | 'required'
    | 'type'
    | 'value'
    | 'validationMessage'
    | 'validity'
    | 'willValidate'
    | 'checkValidity'
    | 'reportValidity'
    | 'setCustomValidity'
  > & {labels: NodeListOf<HTMLLabelElement>};

export interface Mounted {
  root: HTMLElement;
  /** The first form. */
  form: HTMLFormElement;
  /** The first control. */
  control: Control;
  controls: Control[];
}

const TAGS = {native: 'input', ours: 'ipsm-consent-checkbox', plain: 'plain-checkbox'} as const;
const PLACEHOLDER = /<box\b((?:"[^"]*"|[^>"])*)>/g;
/** Words in a placeholder that mean something to this file and are no attributes of the control. */
const OPTIONAL = /\soptional\b(?!=)/;
const LABELLED = /\slabelled\b(?!=)/;
const SCRIPTED = /\sscripted\b(?!=)/;

/** The same markup and the same acts for either kind of control. */
export class Kit {
  readonly engine = engine();
  readonly root = document.createElement('div');

  constructor(readonly kind: Kind) {
    document.body.append(this.root);
  }

  get tag(): string {
    return TAGS[this.kind];
  }

  /**
   * Markup with `<box name="c" …>` where the control goes. `optional`: not required. `labelled`: the native one gets a
   * label of its own, as ours always has (needs an id). `scripted`: ours lets script tick it through `checked`.
   */
  html(markup: string): string {
    return markup.replaceAll(PLACEHOLDER, (_, written: string) => {
      const attributes = written.replace(OPTIONAL, '').replace(LABELLED, '').replace(SCRIPTED, '');
      const optional = OPTIONAL.test(written);
      if (this.kind === 'native') {
        const id = /\sid="?([^"\s]+)/.exec(written)?.[1] ?? '';
        const label = LABELLED.test(written) ? `<label data-own for="${id}">Own words</label>` : '';
        return `<input type="checkbox"${optional ? '' : ' required'}${attributes}>${label}`;
      }
      if (this.kind === 'plain')
        return `<plain-checkbox${optional ? '' : ' required'}${attributes}></plain-checkbox>`;
      const own = `${optional ? ' optional' : ''}${SCRIPTED.test(written) ? ' allow-script' : ''}`;
      return `<${TAGS.ours} storage="memory"${own}${attributes}></${TAGS.ours}>`;
    });
  }

  /** Puts the markup into the page, in place of what was there. */
  mount(markup: string): Mounted {
    this.root.innerHTML = this.html(markup);
    return this.mounted(this.root);
  }

  /** A control inside a form, with the attributes given. */
  inForm(attributes = 'name="c"'): Mounted {
    return this.mount(`<form><box ${attributes}></form>`);
  }

  /** What is below a root already. */
  mounted(root: HTMLElement): Mounted {
    const controls = this.controlsIn(root);
    return {root, form: root.querySelector('form')!, control: controls[0]!, controls};
  }

  controlsIn(root: ParentNode): Control[] {
    return [...root.querySelectorAll<Control>(this.kind === 'native' ? 'input[type=checkbox]' : this.tag)];
  }

  find<T extends Element = HTMLElement>(selector: string): T {
    const found = this.root.querySelector<T>(selector);
    if (!found) throw new Error(`The row has no ${selector}.`);
    return found;
  }

  /** By script and not in the page yet. */
  create(attributes: Record<string, string> = {}): Control {
    const control = document.createElement(this.tag) as unknown as Control;
    const own = {native: {type: 'checkbox', required: ''}, ours: {storage: 'memory'}, plain: {required: ''}}[
      this.kind
    ];
    for (const [name, value] of Object.entries({...own, ...attributes})) control.setAttribute(name, value);
    return control;
  }

  /** The square that a person sees and presses. */
  box(control: Element): HTMLInputElement {
    if (this.kind === 'native') return control as HTMLInputElement;
    const box = control.shadowRoot?.querySelector('input');
    if (!box) throw new Error('Nothing is drawn yet.');
    return box;
  }

  /** The control's own label; the native one has it where the markup says `labelled`. */
  ownLabel(control: Element): HTMLElement {
    const label =
      this.kind === 'native' ? this.find('[data-own]') : control.shadowRoot?.querySelector('label');
    if (!label) throw new Error('The control has no label of its own.');
    return label;
  }

  /** A person clicks the square. */
  tick(control: Element): Promise<void> {
    return this.click(this.box(control));
  }

  /** A person clicks something else. */
  async click(target: Element): Promise<void> {
    // WebKit scrolls back what it was told to scroll before it has drawn the page once
    if (this.engine === 'WebKit') await frames();
    await clickOn(target);
  }

  /** A person presses a key in the control. */
  async key(control: HTMLElement, key: Key, ...held: Modifier[]): Promise<void> {
    control.focus();
    await press(key, ...held);
    await turn();
  }

  dispose(): void {
    this.root.remove();
    if (this.kind !== 'ours') return;
    // the history of decisions belongs to the page, and the next row wants a fresh one
    const control = document.createElement(TAGS.ours);
    control.storage = 'memory';
    control.forget();
  }
}

/** What has changed is drawn. */
export async function frames(): Promise<void> {
  for (let round = 0; round < 2; round++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** The tasks that are waiting have run: a listener's own timers, and the timers of those. */
export async function turn(): Promise<void> {
  await nextTask();
  await nextTask();
}
