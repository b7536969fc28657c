import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Release} from '../../core/manifest.js';
import type {ConsentRecord} from '../../core/record.js';
import type {ConsentStatus} from '../../core/status.js';
import {moreWord} from '../../l10n/notice-words.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {Outbox} from '../../platform/outbox.js';
import {isAskedByBox, listed} from '../shared/asking.js';
import {changeAnswer} from '../shared/change-answer.js';
import {reserveSpaceFor} from './banner-space.js';
import {changes} from '../summary/changes.js';
import {pageConfig} from '../page/configure.js';
import {IpsmConsentOpenEvent} from '../shared/events.js';
import type {ContextCause, ShownNotice} from '../page/policy-context.js';
import {sendBy} from '../page/policy-store.js';
import {PolicyElement, type ReflectedProperties} from '../shared/policy-element.js';
import {pressedByScriptMessage} from '../shared/pressed-by-script.js';
import {pressTimeOf} from '../shared/press-time.js';
import {policyLink} from '../shared/policy-link.js';
import {setStates} from '../shared/set-states.js';
import {bannerStyles} from './banner-styles.js';
import {baseStyles} from '../shared/base-styles.js';
import {summaryStyles} from '../summary/summary-styles.js';
import {firstLayer, secondLayer} from '../summary/summary.js';

/** Where a banner is: fixed to the bottom of the window, or in the flow of the page. */
export type BannerPlacement = 'bottom' | 'top' | 'inline';

const notKeptMessage = () =>
  msg(
    'Жауабыңыз сақталмады да, жіберілмеді де: браузер сақтауға жол бермеді, сервермен байланыс болмады. Бетті жапсаңыз, ол жоғалады.',
    {desc: 'In the banner after the answer: it was neither stored nor sent'},
  );

/** Sooner than that after the question has come, a press was meant for what was there before. */
const READY_MS = 500;

/**
 * A region that asks for consent while nobody has answered, and no form in the page does. Agreeing and declining have
 * equal weight, "later" puts it off for 30 days, and the site stays usable either way. Not a dialog: it takes no focus and
 * traps none.
 * @tag ipsm-consent-banner
 * @fires {IpsmConsentOpenEvent} ipsm-consent-open - It is about to open. Cancelable.
 * @fires {IpsmConsentChangeEvent} ipsm-consent-change - The person agreed or declined, or another tab did.
 * @fires {IpsmConsentErrorEvent} ipsm-consent-error - Something went wrong; `message` says what to do.
 * @csspart base - Everything the element draws.
 * @csspart title - The question.
 * @csspart changes - What changed since the version agreed to, and what is announced.
 * @csspart operator - Who asks.
 * @csspart row - One point: its label, and its value.
 * @csspart label - What a point is about.
 * @csspart value - What it says.
 * @csspart clause - The clauses that a point comes from.
 * @csspart more - What is one press away.
 * @csspart policy-link - The link to the full text.
 * @csspart actions - The buttons.
 * @csspart answer-button - Each of the two answers.
 * @csspart later-button - Puts the question off.
 * @csspart confirmation - What was answered.
 * @csspart close-button - Closes the confirmation.
 * @cssprop --ipsm-consent-shadow - Shadow of the fixed banner.
 * @cssprop --ipsm-consent-z-index - Where the fixed banner stands above the page.
 * @cssState open - The question is shown.
 * @cssState outdated - There is a newer version than the one agreed to.
 * @cssState ready - There is a policy to agree to.
 */
export class ConsentBannerElement extends PolicyElement {
  static override styles = [baseStyles, summaryStyles, bannerStyles];
  static override properties: ReflectedProperties = {
    for: {reflect: true},
    placement: {reflect: true, fallback: 'bottom'},
    endpoint: {reflect: true},
    endpointDeclines: {attribute: 'endpoint-declines', type: Boolean, reflect: true},
  };
  static {
    sendBy(Outbox);
  }

  /** Id of a form that hears of the answer too. */
  declare for: string;
  /** `bottom` (default): fixed to the window. `top`, `inline`: in the flow of the page. */
  declare placement: BannerPlacement;
  /** URL that answers are sent to, relative to the document; default that of the page's settings, else none. */
  declare endpoint: string;
  /** Sends "I do not agree" too. One that takes back an answer which was sent always follows it. */
  declare endpointDeclines: boolean;

  readonly #internals = this.attachInternals();
  #open = false;
  /** Whether script decided: `true` by `show()`, `false` by `hide()` or a cancelled event. */
  #forced: boolean | undefined;
  #answer: 'given' | 'declined' | undefined;
  #known: ConsentStatus = 'unasked';
  #wasReady = false;
  #returnTo: HTMLElement | null = null;
  #moveFocus = false;
  #pressedByScript = false;
  #giveRoomBack: (() => void) | undefined;
  /** When the question was drawn, on the clock of `performance.now()`. */
  #openedAt = -Infinity;

  constructor() {
    super();
    this.addController(listed(this));
    this.addEventListener('focusin', ({relatedTarget}) => {
      if (relatedTarget instanceof HTMLElement && relatedTarget !== this) this.#returnTo = relatedTarget;
    });
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#open && !event.defaultPrevented) this.#later();
    });
  }

  /** Opens it whatever was answered before. */
  show(): void {
    this.#forced = true;
    this.#answer = undefined;
    this.requestUpdate();
  }

  /** Closes it without an answer. */
  hide(): void {
    this.#forced = false;
    this.#answer = undefined;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reserve(false);
    // Put back it is as if it were new: what was decided meanwhile has been told by who decided it.
    this.#wasReady = false;
  }

  protected override contextChanged(cause: ContextCause): void {
    super.contextChanged(cause);
    const before = this.#known;
    this.#known = this.status;
    if (this.#answer !== this.#known) this.#answer = undefined;
    if (this.#known !== before && this.#forced) this.#forced = undefined;
    if (this.#known !== before && (cause === 'other-tab' || (cause === null && this.#wasReady))) {
      this.tell(cause ?? 'release', this.context.last ?? null, before, this.#form);
    }
    this.#wasReady = Boolean(this.release);
  }

  protected override willUpdate(): void {
    const asks = Boolean(this.release) && (this.#forced ?? this.#asks);
    if (asks && !this.#open) {
      if (this.#forced || this.dispatchEvent(new IpsmConsentOpenEvent())) {
        this.#open = true;
        this.#openedAt = performance.now();
      } else this.#forced = false;
    } else if (!asks) {
      this.#open = false;
    }
    this.#known = this.status;
    setStates(this.#internals, {
      open: this.#open,
      ready: Boolean(this.release),
      outdated: this.#known === 'outdated',
    });
  }

  protected override render() {
    const {release, shown} = this;
    const isDrawn = this.#open || this.#answer;
    return html`<div
      part="base"
      class="base ${this.placement}"
      lang=${renderedLang()}
      dir="ltr"
      ?hidden=${!isDrawn}
    >
      ${this.#open && release && shown ? this.#question(release, shown) : nothing}
      <div part="confirmation" class=${this.#answer ? 'confirmation' : ''} role="status" tabindex="-1">
        ${this.#answer ? this.#confirmation() : nothing}
      </div>
    </div>`;
  }

  protected override updated(): void {
    this.#reserve(this.isConnected && (this.#open || Boolean(this.#answer)));
    if (this.#moveFocus) this.renderRoot.querySelector<HTMLElement>('[part=confirmation]')!.focus();
    this.#moveFocus = false;
  }

  get #asks(): boolean {
    const asking = ['unasked', 'outdated', 'expired'].includes(this.status);
    if (!asking || this.context.isPostponed) return false;
    // Two questions at once about one policy: that of the form counts, unless somebody is at this one.
    return (this.#open && this.#hasFocus) || !isAskedByBox(this.context);
  }

  get #form(): HTMLFormElement | null {
    const form = this.for && (this.getRootNode() as Document).getElementById?.(this.for);
    return form instanceof HTMLFormElement ? form : null;
  }

  #question(release: Release, shown: ShownNotice) {
    const {lang, notice} = shown;
    return html`<section class="question" aria-labelledby="question" data-nosnippet>
      <div class="body">
        <h2 id="question" part="title" class="heading" tabindex="-1" lang=${lang}>${notice.question}</h2>
        ${changes(this.context)}
        <p class="brief" lang=${lang}>${notice.brief}</p>
        <details class="all">
          <summary>${moreWord()}</summary>
          <div class="card">
            ${firstLayer(release, shown)} ${secondLayer(this.context, release, shown)}
            ${policyLink(this.context)}
          </div>
        </details>
      </div>
      <div part="actions" class="actions">
        <div class="answers">
          ${this.#answerButton('given', notice.accept, lang)}
          ${this.#answerButton('declined', notice.decline, lang)}
        </div>
        <button type="button" part="later-button" class="quiet" @click=${this.#later}>
          ${msg('Кейінірек', {desc: 'Button: puts the question about the policy off'})}
        </button>
        <p class="wide" role="status">${this.#pressedByScript ? pressedByScriptMessage() : ''}</p>
      </div>
    </section>`;
  }

  /** Both answers are the same kind of thing, so that no theme can unbalance them. */
  #answerButton(state: 'given' | 'declined', words: string, lang: string) {
    return html`<button
      type="button"
      part="answer-button"
      lang=${lang}
      translate="no"
      @click=${(event: Event) => this.#decide(event, state)}
    >
      ${words}
    </button>`;
  }

  #confirmation() {
    const {accept, decline} = this.shown!.notice;
    const {last} = this.context;
    return html`<p>
        ${last && this.context.isLost(last.id) ? notKeptMessage() : nothing}
        ${
          this.#answer === 'given'
            ? msg(str`Жауабыңыз: «${accept}». Нысан жіберерде келісім бөлек құсбелгімен сұралады.`, {
                desc: 'Confirms that the person agreed in the banner, in the words of its button',
              })
            : msg(str`Жауабыңыз: «${decline}». Саясат өзгергенше бұл хабарлама қайта шықпайды.`, {
                desc: 'Confirms that the person declined in the banner, in the words of its button',
              })
        }
      </p>
      <p>${changeAnswer(this.context)}</p>
      <button type="button" part="close-button" class="quiet" @click=${this.#close}>
        ${msg('Хабарламаны жабу', {desc: 'Button: closes the message that confirms the answer'})}
      </button>`;
  }

  /** A person's press only: extensions press "I do not agree" wherever they find it. */
  #decide(event: Event, state: 'given' | 'declined'): void {
    const {isTrusted} = event;
    const pressedAt = pressTimeOf(event);
    this.#pressedByScript = !isTrusted;
    // Only a yes can be held back: a tap that was meant for the page, or for the words before.
    const isTooSoon = pressedAt - Math.max(this.#openedAt, this.wordsChangedAt) < READY_MS;
    const isYes = state === 'given';
    if (!isTrusted || (isYes && (isTooSoon || !this.mayAgree))) return this.requestUpdate();
    if (isYes && !this.isOnScreen('title', this.shown!.notice.question)) return;
    const previous = this.status;
    const record: ConsentRecord = this.context.decide(
      {
        state,
        method: 'banner-button',
        lang: this.shown!.lang,
        subjectRef: this.context.standing?.subject ?? null,
      },
      true,
    );
    this.#moveFocus = this.#hasFocus;
    this.#answer = state;
    this.#forced = undefined;
    const cause = state === 'given' ? 'accept' : 'decline';
    this.context.commit(record, cause, 'here', this.#isSent(record) ? this.endpoint : undefined);
    this.tell(cause, record, previous, this.#form);
  }

  #isSent({event, prev}: ConsentRecord): boolean {
    const isAsked = event.state === 'given' || this.endpointDeclines || pageConfig.endpointDeclines;
    return Boolean(isAsked || (prev && this.context.delivery(prev.id)));
  }

  #later(): void {
    this.context.postpone();
    this.#close();
  }

  #close(): void {
    if (this.#hasFocus && this.#returnTo?.isConnected) this.#returnTo.focus();
    this.#forced = undefined;
    this.#answer = undefined;
    this.requestUpdate();
  }

  get #hasFocus(): boolean {
    return Boolean(this.shadowRoot?.activeElement);
  }

  #reserve(on: boolean): void {
    if (on) this.#giveRoomBack ??= reserveSpaceFor(this.renderRoot.querySelector<HTMLElement>('.base')!);
    else {
      this.#giveRoomBack?.();
      this.#giveRoomBack = undefined;
    }
  }
}
