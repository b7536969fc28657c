import {msg} from '@lit/localize';
import {html, nothing} from 'lit';
import {buildWithdrawal} from '../../core/build-withdrawal.js';
import {canonicalJson} from '../../core/canonical-json.js';
import type {EventMethod} from '../../core/record.js';
import {releaseOf} from '../../core/release.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {download} from '../../platform/download.js';
import {Outbox} from '../../platform/outbox.js';
import {uuid} from '../../platform/uuid.js';
import {ask} from '../shared/asking.js';
import {changes} from '../summary/changes.js';
import type {IpsmConsentChangeEvent} from '../shared/events.js';
import {sendBy} from '../page/policy-store.js';
import {contextOf, PolicyElement, type ReflectedProperties} from '../shared/policy-element.js';
import {pressedByScriptMessage} from '../shared/pressed-by-script.js';
import {policyLink} from '../shared/policy-link.js';
import {confirmation} from './confirmation.js';
import {recordWords} from '../shared/record-words.js';
import {optionalPurposes, whatStands} from './status-view.js';
import {baseStyles} from '../shared/base-styles.js';
import {statusStyles} from './status-styles.js';
import {summaryStyles} from '../summary/summary-styles.js';
import {unavailable} from '../shared/unavailable.js';
import {warnOnce} from '../page/warn-once.js';
import {lawNote} from './withdrawal.js';

/**
 * What was decided on this device, when, in which words and how far it got, and what can be done about it: withdraw, see the
 * question again, keep a confirmation. Where nothing is on record, it says how to reach the operator.
 * @tag ipsm-consent-status
 * @fires {IpsmConsentChangeEvent} ipsm-consent-change - Consent was withdrawn, or the question was answered here.
 * @fires {IpsmConsentErrorEvent} ipsm-consent-error - Something went wrong; `message` says what to do.
 * @csspart base - Everything the element draws.
 * @csspart title - The heading.
 * @csspart status - What was decided, when, about which version, and how far it got.
 * @csspart confirmation - What became of a withdrawal notice.
 * @csspart changes - What changed since the version agreed to, and what is announced.
 * @csspart policy-link - The link to the full text.
 * @csspart actions - The buttons.
 * @csspart error - Why there is no policy to show.
 */
export class ConsentStatusElement extends PolicyElement {
  static override styles = [baseStyles, summaryStyles, statusStyles];
  static override properties: ReflectedProperties = {endpoint: {reflect: true}};
  static {
    sendBy(Outbox);
  }

  /** URL that a withdrawal is sent to; without it, it is only noted here, and the person gets a prepared e-mail. */
  declare endpoint: string;

  /** Whether the question is put here, for want of a banner in the page. */
  #asks = false;
  #pressedByScript = false;
  #moveFocus = false;

  /**
   * Withdraws everything that was agreed to on this device, or one optional purpose. The record says that a script did it.
   * @param purpose id of the purpose
   */
  withdraw(purpose?: string): void {
    this.#withdraw('script', purpose);
  }

  /** Moves the focus to what was decided. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[part=status]')?.focus(options);
  }

  protected override render() {
    const {release, status} = this;
    const context = contextOf(this);
    const {consent, last} = context.decided;
    const record = consent?.record;
    const canWithdraw = record?.purposes.some(({decision}) => decision === 'given');
    return html`<section
      part="base"
      class="base card stack"
      lang=${renderedLang()}
      dir="ltr"
      aria-labelledby="title"
    >
      <h2 id="title" part="title" class="heading">
        ${msg('Сіздің келісіміңіз', {desc: 'Heading: what this person has agreed to'})}
      </h2>
      <div part="status" class="said-all" role="status" tabindex="-1">
        ${whatStands(this)}
        ${this.#pressedByScript ? html`<p class="error">${pressedByScriptMessage()}</p>` : nothing}
      </div>
      ${release ? changes(context) : unavailable(this)}
      ${policyLink(context, (last && recordWords(last, context).release) ?? release)}
      ${record ? optionalPurposes(record, context, (event, id) => this.#press(event, id)) : nothing}
      ${canWithdraw ? lawNote(record!) : nothing}
      <div part="actions" class="actions">
        ${
          canWithdraw
            ? html`<button type="button" @click=${(event: Event) => this.#press(event)}>
                ${msg('Келісімді қайтарып алу', {desc: 'Button: withdraws the consent'})}
              </button>`
            : nothing
        }
        ${
          release && status !== 'given'
            ? html`<button type="button" @click=${this.#ask}>
                ${msg('Келісім сұрағына оралу', {desc: 'Button: shows the question about consent again'})}
              </button>`
            : nothing
        }
      </div>
      ${last ? this.#confirmations() : nothing}
      ${
        this.#asks
          ? html`<ipsm-consent-banner
              placement="inline"
              policy=${this.policy || nothing}
              policy-id=${this.policyId || nothing}
              storage=${this.storage || nothing}
              cookie-domain=${this.cookieDomain || nothing}
              endpoint=${this.endpoint || nothing}
              @ipsm-consent-change=${this.#onAnswer}
            ></ipsm-consent-banner>`
          : nothing
      }
    </section>`;
  }

  protected override updated(): void {
    if (this.#moveFocus) this.focus();
    this.#moveFocus = false;
  }

  /** A person's press only: extensions press "Withdraw consent" wherever they find it. */
  #press({isTrusted}: Event, purpose?: string): void {
    this.#pressedByScript = !isTrusted;
    if (isTrusted) this.#withdraw('status-button', purpose);
    else this.requestUpdate();
  }

  #withdraw(method: EventMethod, purpose?: string): void {
    const previous = this.status;
    const {manifest, manifestUrl, decided} = contextOf(this);
    const {consent} = decided;
    const release = consent && manifest && releaseOf(manifest, consent.record.policy.version);
    const source = release ? contextOf(this).sourceOf(release) : (consent?.record.policy.source ?? 'bundled');
    const act = {id: uuid(), time: new Date(), method, source, manifestUrl, purpose};
    const record = consent && buildWithdrawal(consent, act, manifest);
    if (!record) {
      warnOnce('nothing-to-withdraw', 'There is no consent here to withdraw.');
      return;
    }
    this.#settle();
    contextOf(this).commit(record, 'withdraw', 'here', this.endpoint);
    this.tell('withdraw', record, previous);
  }

  #ask(): void {
    if (ask(contextOf(this))) return;
    this.#asks = true;
    this.requestUpdate();
    void this.updateComplete.then(() => ask(contextOf(this)));
  }

  /** What was decided says it; the banner has nothing to add. */
  #onAnswer({cause}: IpsmConsentChangeEvent): void {
    if (cause !== 'accept' && cause !== 'decline') return;
    this.#asks = false;
    this.#settle();
  }

  /** Something is decided: what was pressed may vanish, and the focus with it. */
  #settle(): void {
    this.#pressedByScript = false;
    this.#moveFocus = Boolean(this.shadowRoot?.activeElement);
    this.requestUpdate();
  }

  #confirmations() {
    return html`<p class="files">
      ${msg('Келісім растамасы:', {desc: 'Before two buttons that download the confirmation of consent'})}
      <button type="button" class="quiet" @click=${() => this.#keep('HTML')}>
        ${msg('оқуға арналған файл (HTML)', {desc: 'Button: downloads the confirmation of consent, to read'})}
      </button>
      <button type="button" class="quiet" @click=${() => this.#keep('JSON')}>
        ${msg('тексеруге арналған файл (JSON)', {desc: 'Button: downloads the confirmation of consent, to check'})}
      </button>
    </p>`;
  }

  #keep(format: string): void {
    const record = contextOf(this).last!;
    const [type, text] =
      format === 'JSON'
        ? ['application/json', canonicalJson(record)]
        : ['text/html', confirmation(record, contextOf(this))];
    download(`${record.policy.id}-${record.id}.${format.toLowerCase()}`, type, text);
  }
}
