import {html, nothing} from 'lit';
import {requiredWord} from '../../l10n/notice-words.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {changes} from '../summary/changes.js';
import {noSentenceForOthersMessage} from './checkbox-messages.js';
import type {PolicyContext, ShownNotice} from '../page/policy-context.js';
import type {PolicyElement} from '../shared/policy-element.js';
import {policyLink} from '../shared/policy-link.js';
import {firstLayer, secondLayer} from '../summary/summary.js';
import {unavailable, unavailableMessage} from '../shared/unavailable.js';

/** What the checkbox draws. */
export interface CheckboxView {
  host: PolicyElement;
  context: PolicyContext;
  shown: ShownNotice | undefined;
  /** What is agreed to; `undefined` while there is nothing. */
  sentence: string | undefined;
  /** The one purpose that it is about; its policy is shown beside the required box. */
  purpose: string;
  /** Whether there is something to agree to. */
  operable: boolean;
  /** Whether the page wants the focus here when it loads, or when its dialog opens. */
  autofocus: boolean;
  /** What `aria-invalid` says; `null` where nothing has been said. */
  invalid: string | null;
  disabled: boolean;
  required: boolean;
  /** What is said about the tick. */
  said: string;
  /** What is wrong. */
  problem: string;
  onInput(): void;
  onChange(): void;
  onKeypress(event: KeyboardEvent): void;
}

/** The card: policy in short, and at its foot the panel with box, sentence and link; there what is said and what is wrong. */
export function checkboxView(view: CheckboxView) {
  const {
    host,
    context,
    shown,
    sentence,
    purpose,
    operable,
    autofocus,
    invalid,
    disabled,
    required,
    said,
    problem,
    ...on
  } = view;
  const {release} = context;
  const isForeign = release && !sentence && purpose;
  const policy =
    release && shown
      ? [changes(context), firstLayer(release, shown), secondLayer(context, release, shown)]
      : unavailable(host);
  return html`<section
    part="base"
    class=${purpose ? 'base' : 'base card'}
    lang=${renderedLang()}
    aria-labelledby=${purpose || !release ? nothing : 'title'}
    ?hidden=${isForeign}
  >
    ${purpose ? nothing : policy}
    <div part="panel" class="panel" ?hidden=${!release && !purpose}>
      <div class="choice ${operable ? '' : 'off'}">
        <input
          id="box"
          part="control"
          type="checkbox"
          ?autofocus=${autofocus}
          ?disabled=${disabled}
          aria-disabled=${operable ? nothing : 'true'}
          aria-invalid=${invalid ?? nothing}
          @input=${on.onInput}
          @change=${on.onChange}
          @keypress=${on.onKeypress}
        />
        <label for="box">
          <span part="sentence" class="sentence" lang=${shown?.lang ?? nothing} translate="no"
            >${sentence ?? (release ? noSentenceForOthersMessage(host) : unavailableMessage(host))}</span
          >
          ${required ? html`<span part="required" class="required">${requiredWord()}</span>` : nothing}
        </label>
      </div>
      <p id="error" part="error" class=${problem ? 'error' : ''}>${problem}</p>
      ${purpose ? nothing : policyLink(context)}
      <span id="around" hidden></span>
      <p id="status" part="status" role="status">${said}</p>
    </div>
  </section>`;
}
