import {redrawWithLanguage} from '../../l10n/redraw.js';
import type {CSSResult, LitElement, PropertyValues} from 'lit';
import {canonicalJson} from '../../core/canonical-json.js';
import type {Release} from '../../core/manifest.js';
import {noticeFor} from '../../core/notice.js';
import type {ConsentRecord} from '../../core/record.js';
import type {ConsentStatus} from '../../core/status.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import type {ChangeCause} from '../page/change-cause.js';
import type {StorageKind} from '../page/configure.js';
import type {ErrorCode} from '../page/error-code.js';
import type {ContextCause, PolicyContext, ShownNotice} from '../page/policy-context.js';
import {contextFor, inFullOnce, onContextChange} from '../page/policy-store.js';
import {member} from '../native/member.js';
import {ReflectingElement, type ReflectedProperties} from '../native/reflecting-element.js';
import {IpsmConsentChangeEvent, IpsmConsentErrorEvent} from './events.js';
import {followOtherCopies} from './other-copies.js';
import {watchPresses} from './press-time.js';
import {warnOnce} from '../page/warn-once.js';

export type {ReflectedProperties};

/** The policy of an element, its manifest and this device's history of it. No member: a page's script has no business there. */
export let contextOf: (element: PolicyElement) => PolicyContext;

/** Whether events of the node reach the ancestor, through shadow roots too. */
function isAround(ancestor: Node, node: Node | null): boolean {
  for (; node; node = member(node, 'parentNode') ?? (node as ShadowRoot).host ?? null) {
    if (node === ancestor) return true;
  }
  return false;
}

/**
 * What all elements share: the policy they speak about, its release and notice, and the events about it.
 * @cssprop --ipsm-consent-accent-color - Colour of the box; links, stripes and buttons lean from the text towards it.
 * @cssprop --ipsm-consent-background - Background of a card, and of the banner.
 * @cssprop --ipsm-consent-border-color - Colour of lines.
 * @cssprop --ipsm-consent-button-background - Background of buttons, of both answers alike.
 * @cssprop --ipsm-consent-button-border-color - Border of buttons.
 * @cssprop --ipsm-consent-button-color - Text of buttons.
 * @cssprop --ipsm-consent-button-radius - Radius of buttons.
 * @cssprop --ipsm-consent-color - Colour of text.
 * @cssprop --ipsm-consent-error-color - Colour of the ring and the stripe at what is wrong.
 * @cssprop --ipsm-consent-focus-color - Colour of the outline around what has the focus.
 * @cssprop --ipsm-consent-font-family - Typeface.
 * @cssprop --ipsm-consent-font-size - Size of text, on which all other sizes hang; at least 16px.
 * @cssprop --ipsm-consent-gap - Distance between parts that stand in a row or a stack.
 * @cssprop --ipsm-consent-label-color - Colour of what a point is about.
 * @cssprop --ipsm-consent-link-color - Colour of links and stripes.
 * @cssprop --ipsm-consent-max-inline-size - How wide it may be.
 * @cssprop --ipsm-consent-muted-color - Colour of clause numbers and other quiet words.
 * @cssprop --ipsm-consent-padding - Distance between text and the edge of a card.
 * @cssprop --ipsm-consent-panel-background - Background of the panel around the box, and of what has changed.
 * @cssprop --ipsm-consent-radius - Radius of a card.
 */
export abstract class PolicyElement extends ReflectingElement {
  static override properties: ReflectedProperties = {
    policy: {reflect: true},
    policyId: {attribute: 'policy-id', reflect: true},
    storage: {reflect: true},
    cookieDomain: {attribute: 'cookie-domain', reflect: true},
    standing: {reflect: true},
  };

  /** URL of the manifest; without it the bundled policy. */
  declare policy: string;
  /** Id that the manifest must have; default `ipsm-privacy`. */
  declare policyId: string;
  /** Where decisions are kept: `local` (default), `cookie` or `memory`. */
  declare storage: StorageKind | '';
  /** With `cookie`: the domain whose pages share it, such as `ipsm.kz`; without it this host alone. */
  declare cookieDomain: string;
  /** JSON of what the server knows of the person who is signed in; default that of the page's settings, else nothing. */
  declare standing: string;

  #stop: (() => void) | undefined;
  readonly #urlOf = inFullOnce();
  #drawn: Release | undefined;
  /** The last words that were on screen, and the release that they are of: a moment without any does not make others the same. */
  #words: (ShownNotice & {of: Release}) | undefined;
  #wordsChangedAt = -Infinity;
  readonly #reported = new Set<object>();

  constructor() {
    super();
    redrawWithLanguage(this);
    watchPresses();
  }

  get #context(): PolicyContext {
    const {policy, policyId, storage, cookieDomain} = this;
    return contextFor(this.#urlOf(policy), policyId, storage, cookieDomain, this.heededStanding);
  }

  static {
    contextOf = (element) => element.#context;
  }

  /** The element's own standing, or an empty text for the page's; `null` where it heeds none. */
  protected get heededStanding(): string | null {
    return this.standing;
  }

  /** The release in force; `undefined` until the manifest is there. */
  get release(): Release | undefined {
    return this.#context.release;
  }

  /** Where the person stands with the policy, by this device's history. */
  get status(): ConsentStatus {
    return this.#context.status;
  }

  /** @internal The notice in the page's language, or in one that exists, and which that is. */
  get shown(): ShownNotice | undefined {
    const {release} = this;
    return release && noticeFor(release, renderedLang());
  }

  /**
   * @internal Whether a yes can be given to the words on screen: they are those in force, and their digest is there, or it is
   * known that the platform computes none. A release may begin at any moment.
   */
  get mayAgree(): boolean {
    return this.#drawn === this.release && this.#context.digests.has(this.#drawn?.version ?? '');
  }

  /** When a new release's words took the place of others on screen, on the clock of `performance.now()`. */
  protected get wordsChangedAt(): number {
    return this.#wordsChangedAt;
  }

  /** A new release's words are about to take the place of others on screen. */
  protected wordsChange(): void {}

  protected override update(changed: PropertyValues): void {
    const {release, shown} = this;
    const before = this.#words;
    if (release && shown) {
      // The same words drawn anew are no change, nor is another language: the person asked for that.
      const isOther = before && before.of !== release;
      if (isOther && canonicalJson(before.notice) !== canonicalJson(shown.notice)) {
        this.#wordsChangedAt = performance.now();
        this.wordsChange();
      }
      this.#words = {...shown, of: release};
    }
    this.#drawn = release;
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    // What was pressed has done its work and gone: the focus must not fall to the page.
    if (focused?.isConnected === false) this.focus();
    // Lit writes into text that a translator has taken off the screen. Where the words are those of before, they stay translated.
    const root = this.renderRoot;
    if (
      before &&
      shown &&
      before.notice !== shown.notice &&
      root.querySelector('[part=value]') &&
      !shown.notice.points.every(({text}) => root.textContent.includes(text))
    ) {
      this.#wipe();
      super.update(changed);
    }
  }

  /**
   * Whether what is on screen in a part is what the notice says. Page translation rewrites text nodes, and Lit then writes
   * into those that are on screen no more: where something else stands there, all is drawn anew.
   */
  protected isOnScreen(part: string, words: string): boolean {
    const node = this.renderRoot.querySelector(`[part~=${part}]`);
    if (node?.textContent.replace(/\s+/g, ' ').trim() === words.replace(/\s+/g, ' ').trim()) return true;
    this.#wipe();
    this.requestUpdate();
    this.performUpdate();
    return false;
  }

  #wipe(): void {
    this.renderRoot.replaceChildren();
    // Where Lit keeps what it drew (lit-html, `render`): without it, it draws into an empty root.
    Reflect.deleteProperty(this.renderRoot, '_$litPart$');
  }

  override connectedCallback(): void {
    // Of Lit's server renderer, on a tag in an element that it drew: here is nothing that has to wait for that one.
    this.removeAttribute('defer-hydration');
    super.connectedCallback();
    followOtherCopies();
    this.#stop = onContextChange((cause) => {
      this.#report();
      this.contextChanged(cause);
    });
    // Put back into a page where something may have happened meanwhile, as much as newly made.
    this.contextChanged(null);
    // Not sooner: an import makes the elements of a page before its app can set anything, in the same task.
    queueMicrotask(() => this.#report());
    // Drawn within the same task: no flash, no layout shift, and validity has its anchor.
    this.performUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  /** Constructed style sheets stay behind with their document: a pop-up window or frame gets sheets of its own. */
  adoptedCallback(): void {
    const view = this.ownerDocument.defaultView;
    if (!view || !this.shadowRoot) return;
    this.shadowRoot.adoptedStyleSheets = (this.constructor as typeof LitElement).elementStyles.map(
      (style) => {
        const sheet = new view.CSSStyleSheet();
        const {cssRules} = (style as CSSResult).styleSheet ?? (style as CSSStyleSheet);
        sheet.replaceSync([...cssRules].map(({cssText}) => cssText).join(''));
        return sheet;
      },
    );
  }

  /** The manifest, the history or the page's settings may have changed. */
  protected contextChanged(_cause: ContextCause): void {
    this.requestUpdate();
  }

  /** Tells the page of an error: an event for programs, a line in the console for the developer. */
  protected fail(code: ErrorCode, message: string): void {
    warnOnce(code, message);
    this.dispatchEvent(new IpsmConsentErrorEvent(code, message));
  }

  /** Dispatches the change here, and at the form where that is not on the way up: each listener hears it once. */
  protected tell(
    cause: ChangeCause,
    record: ConsentRecord | null,
    previous: ConsentStatus,
    form?: HTMLFormElement | null,
  ): void {
    const change = {record, status: this.status, previous, cause};
    this.dispatchEvent(new IpsmConsentChangeEvent(change));
    if (form && !isAround(form, this))
      member(form, 'dispatchEvent')(new IpsmConsentChangeEvent(change, false));
  }

  #report(): void {
    const {fault, problem} = this.#context;
    for (const each of [fault, problem]) {
      if (!each || this.#reported.has(each)) continue;
      this.#reported.add(each);
      this.fail(each.code, each.message);
    }
  }
}
