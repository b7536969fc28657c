import type {CheckboxInside, HiddenBoxHooks} from './checkbox-hooks.js';
import {defaultButton} from './implicit-submission.js';
import {member} from './member.js';

/** The element that an element is drawn in. */
const around = (node: Element): Element | null =>
  member(node, 'assignedSlot') ??
  member(node, 'parentElement') ??
  (member(node, 'getRootNode')() as Partial<ShadowRoot>).host ??
  null;

/** Whether a `clip-path` or a `clip` of that value, as computed, leaves nothing. */
function cutsAway(shape: string): boolean {
  const [, kind, inside = ''] = /^(\w+)\((.*)\)$/.exec(shape) ?? [];
  if (kind === 'inset') {
    const [top = 0, right = top, bottom = top, left = right] = inside
      .split(' round')[0]!
      .split(' ')
      .map((edge) => (edge.endsWith('%') ? parseFloat(edge) : 0));
    return top + bottom >= 100 || left + right >= 100;
  }
  if (kind === 'polygon' || kind === 'rect')
    return !inside.startsWith('auto') && new Set(inside.split(/, ?/)).size < 2;
  return /^(circle|ellipse)$/.test(kind ?? '') && /^0(px|%)?( |$)/.test(inside);
}

/** Whether a person who scrolls can come to see an element. Browsers that cannot tell (Safari < 17.4) are believed. */
function canBeSeen(element: Element): boolean {
  if (element.checkVisibility?.({opacityProperty: true, visibilityProperty: true}) === false) return false;
  let {right, bottom} = element.getBoundingClientRect();
  for (let at: Element | null = element; at; at = around(at)) {
    const {width, height} = member(at, 'getBoundingClientRect')();
    const {overflow, clipPath, clip} = getComputedStyle(at);
    if (member(at, 'hasAttribute')('inert') || cutsAway(clipPath) || cutsAway(clip)) return false;
    // What body and root hide, they hide at the window, whatever their own size.
    const clips = at === element || (!member(at, 'contains')(document.body) && overflow !== 'visible');
    if (clips && Math.min(width, height) < 2) return false;
    right += member(at, 'scrollLeft');
    bottom += member(at, 'scrollTop');
  }
  return right > 0 && bottom > 0;
}

/** Whether a person can come to see where to tick. A page may draw a box of its own at the label, over an invisible one. */
const isInSight = (box: HTMLInputElement): boolean =>
  canBeSeen(box) || (box.getClientRects().length > 0 && [...box.labels!].some(canBeSeen));

/**
 * Says why the form is not sent where its box cannot be seen. Browsers refuse to send a form with an invalid control, and
 * show nothing where that control cannot take the focus: without this, the button would be dead.
 * @returns what to call after every attempt that has failed
 */
export function watchHiddenBox(control: CheckboxInside): () => void {
  const {host} = control;
  // In light DOM and without a name: nothing in it for a filter list to match.
  let message: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = () => message?.remove();

  function write(hooks: HiddenBoxHooks): string | undefined {
    const words = hooks.message();
    if (words) Object.assign(message!, {lang: words.lang, textContent: words.text});
    return words?.text;
  }

  function say(form: HTMLFormElement, hooks: HiddenBoxHooks): void {
    message = document.createElement('p');
    // Not by reflection, which Firefox has from 119 on.
    message.setAttribute('role', 'alert');
    const text = write(hooks);
    if (!text) return;
    for (const put of [
      (said: Element) => defaultButton(form)?.after(said),
      member(form, 'append'),
      member(form, 'after'),
      (said: Element) => document.body.append(said),
    ]) {
      put(message);
      if (message.isConnected && canBeSeen(message)) break;
    }
    const focused = member(form, 'querySelector')(':invalid:focus');
    // The browser points at another control: that one first.
    if (!focused || focused === host) message.scrollIntoView({block: 'nearest'});
    hooks.told(text);
  }

  host.addController({
    hostDisconnected: forget,
    hostUpdated() {
      if (message?.isConnected && (host.validity.valid || !write(control.hooks.hiddenBox!))) forget();
    },
  });
  return () => {
    clearTimeout(timer);
    // Later: a listener of the page may open the part of the page that the box is in.
    timer = setTimeout(() => {
      const {
        box,
        hooks: {hiddenBox},
      } = control;
      const {form, validity} = host;
      forget();
      if (hiddenBox && box && form && !validity.valid && !isInSight(box)) say(form, hiddenBox);
    });
  };
}
