import type {PolicyElement} from '../shared/policy-element.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {hiddenMessage} from '../checkbox/checkbox-messages.js';
import {IpsmConsentErrorEvent} from '../shared/events.js';
import {defaultButton} from './implicit-submission.js';
import {warnOnce} from '../page/warn-once.js';

/** A control whose box a filter list, a style or a closed part of the page may hide. */
export interface HideableControl extends PolicyElement {
  readonly box: HTMLInputElement | null;
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
}

/** The element that an element is drawn in. */
const around = (node: Element): Element | null =>
  node.assignedSlot ?? node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** Whether a person who scrolls can come to see an element. Browsers that cannot tell (Safari < 17.4) are believed. */
function canBeSeen(element: Element): boolean {
  if (element.checkVisibility?.({opacityProperty: true, visibilityProperty: true}) === false) return false;
  let {right, bottom} = element.getBoundingClientRect();
  for (let at: Element | null = element; at; at = around(at)) {
    const {width, height} = at.getBoundingClientRect();
    // What body and root hide, they hide at the window, whatever their own size.
    const clips =
      at === element || (!at.contains(document.body) && getComputedStyle(at).overflow !== 'visible');
    if (clips && Math.min(width, height) < 2) return false;
    right += at.scrollLeft;
    bottom += at.scrollTop;
  }
  return right > 0 && bottom > 0;
}

/** Whether a person can come to see where to tick. A page may draw a box of its own at the label, over an invisible one. */
const isInSight = (box: HTMLInputElement): boolean =>
  canBeSeen(box) || (box.checkVisibility() && [...box.labels!].some(canBeSeen));

/**
 * Says why the form is not sent where its box cannot be seen. Browsers refuse to send a form with an invalid control, and
 * show nothing where that control cannot take the focus: without this, the button would be dead.
 * @returns what to call after every attempt that has failed
 */
export function watchHiddenBox(host: HideableControl): () => void {
  // In light DOM and without a name: nothing in it for a filter list to match.
  let message: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => Object.assign(message!, {lang: renderedLang(), textContent: hiddenMessage(host)});
  const forget = () => message?.remove();

  function say(form: HTMLFormElement): void {
    message = document.createElement('p');
    message.role = 'alert';
    const {textContent} = write();
    defaultButton(form)?.after(message);
    if (!message.isConnected || !canBeSeen(message)) form.append(message);
    const focused = form.querySelector(':invalid:focus');
    // The browser points at another control: that one first.
    if (!focused || focused === host) message.scrollIntoView({block: 'nearest'});
    warnOnce('hidden', textContent);
    host.dispatchEvent(new IpsmConsentErrorEvent('hidden', textContent));
  }

  host.addController({
    hostDisconnected: forget,
    hostUpdated() {
      if (host.validity.valid) forget();
      else if (message && message.lang !== renderedLang()) write();
    },
  });
  return () => {
    clearTimeout(timer);
    // Later: a listener of the page may open the part of the page that the box is in.
    timer = setTimeout(() => {
      const {box, form} = host;
      forget();
      if (box && form && !host.validity.valid && !isInSight(box)) say(form);
    });
  };
}
