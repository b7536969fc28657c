import type {CheckboxInside} from './checkbox-hooks.js';

const activations = new WeakMap<EventTarget, Activation>();
let pressed: EventTarget | undefined;
let scripted: Event | undefined;
let listening = false;

/** WebKit marks the click that `label.click()` forwards as trusted (WebKitGTK 2.50), so the label's own click has to tell. */
function noteScriptedLabel(event: Event) {
  if (event.isTrusted || !event.composedPath().some((node) => node instanceof HTMLLabelElement)) return;
  scripted = event;
  setTimeout(() => {
    if (scripted === event) scripted = undefined;
  });
}

/** Whether a person made the click: neither it nor the label's click that it came from is a script's. */
const isPersonal = (event: Event) => event.isTrusted && !scripted;

function listen() {
  if (listening) return;
  listening = true;
  addEventListener('pointerdown', (event) => (pressed = event.composedPath()[0]), {
    capture: true,
  });
  addEventListener(
    'click',
    (event) => {
      noteScriptedLabel(event);
      const target = event.composedPath()[0] as Node;
      const host = activations.has(target)
        ? target
        : (target.getRootNode?.() as ShadowRoot | undefined)?.host;
      if (host) activations.get(host)?.handle(event);
    },
    {capture: true},
  );
}

/**
 * Brings clicks to the box inside an element: its own, and those that the element's outer labels dispatch at the element.
 * State is new before any listener of the page hears the click, and old again after the last one where one cancels it,
 * as on a native checkbox (HTML, "legacy-pre-activation behavior").
 */
export class Activation {
  #last: Event | undefined;
  /** The click on a label, and the box's own that was made of it. */
  #origin: MouseEvent | undefined;
  #made: MouseEvent | undefined;
  #undo: (() => void) | undefined;

  constructor(private readonly control: CheckboxInside) {
    const {host} = control;
    activations.set(host, this);
    // The window hears it first; the element itself hears it where a closed shadow root hides the target.
    host.addEventListener('click', (event) => this.handle(event), {capture: true});
    listen();
  }

  /** A click on the box, or on the element itself by one of its labels. */
  handle(event: MouseEvent): void {
    const {host, box} = this.control;
    const [target] = event.composedPath();
    if (this.#last === event) return;
    this.#last = event;
    if (target === box) this.#toggle(event);
    else if (target === host && event instanceof MouseEvent && !this.#isIdle(event)) this.#forward(event);
  }

  /**
   * Whether the box is ahead of the element: browsers toggle it before anybody hears of the click, and a listener that
   * the page added to the window before our script came hears of it before ours.
   */
  isAhead(): boolean {
    const {event} = window;
    return event?.type === 'click' && event !== this.#last && event.composedPath()[0] === this.control.box;
  }

  /** What `click()` does, at once, attached or not. */
  click(): void {
    const {control} = this;
    control.draw();
    control.box!.click();
    this.#undo?.();
  }

  /** A person's click on a disabled control, or on the element's own padding, which is no click on a label. */
  #isIdle(event: MouseEvent): boolean {
    return event.isTrusted && (this.control.isDisabled || pressed === this.control.host);
  }

  #toggle(event: MouseEvent): void {
    const {box, hooks} = this.control;
    const origin = event === this.#made ? this.#origin! : event;
    const takeBack = hooks.toggle(box!.checked, isPersonal(origin), origin);
    if (!takeBack) {
      event.preventDefault();
      return;
    }
    const undo = () => {
      if (this.#undo !== undo) return;
      this.#undo = undefined;
      if (event.defaultPrevented) takeBack();
    };
    this.#undo = undo;
    setTimeout(undo);
  }

  /** The page sees one click, the box's own, and a person's act stays a person's. */
  #forward(event: MouseEvent): void {
    const {control} = this;
    event.stopImmediatePropagation();
    control.draw();
    // All that the browser tells of it: keys held, place, pointer.
    const told: Record<string, unknown> = {};
    for (const name in event) told[name] = event[name as keyof MouseEvent];
    const kind = event.constructor as typeof MouseEvent;
    this.#made = new kind('click', {...told, composed: true});
    this.#origin = event;
    const isCancelled = !control.box!.dispatchEvent(this.#made);
    // Who keeps the event and dispatches it again is no person.
    this.#made = undefined;
    // What is around a native one would not have been pressed either.
    if (isCancelled || control.host.closest('summary, a')) event.preventDefault();
    this.#undo?.();
    if (event.isTrusted || scripted) control.host.focus();
  }
}
