import {html, nothing} from 'lit';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {changes} from '../summary/changes.js';
import {notReadyMessage} from './checkbox-messages.js';
import type {PolicyContext, ShownNotice} from '../page/policy-context.js';
import {policyLink} from '../shared/policy-link.js';
import {summary} from '../summary/summary.js';
import {unavailable} from '../shared/unavailable.js';

/** What the checkbox draws. */
export interface CheckboxView {
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
  /** Whether the summary starts open. */
  unfolded: boolean;
  /** What is said about the tick. */
  said: string;
  /** What is wrong. */
  problem: string;
  onInput(): void;
  onChange(): void;
  onKeypress(event: KeyboardEvent): void;
}

/** Policy in short, box, sentence and link; below them what is said and what is wrong. */
export function checkboxView(view: CheckboxView) {
  const {
    context,
    shown,
    sentence,
    purpose,
    operable,
    autofocus,
    invalid,
    disabled,
    unfolded,
    said,
    problem,
    ...on
  } = view;
  const {release} = context;
  const isForeign = release && !sentence;
  return html`<div part="base" class="base" lang=${renderedLang()} ?hidden=${isForeign}>
    ${purpose ? nothing : [changes(context), release && shown ? summary(release, shown, unfolded) : unavailable(context)]}
    <div class="row ${operable ? '' : 'off'}">
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
      <label for="box" part="label" lang=${shown?.lang ?? nothing}>${sentence ?? notReadyMessage()}</label>
    </div>
    ${purpose ? nothing : policyLink(context)}
    <span id="around" hidden></span>
    <p id="status" part="status" role="status">${said}</p>
    <p id="error" part="error" class=${problem ? 'error' : ''}>${problem}</p>
  </div>`;
}
