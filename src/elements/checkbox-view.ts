import {html, nothing} from 'lit';
import {renderedLang} from '../l10n/rendered-lang.js';
import {changes} from './changes.js';
import {notReadyMessage} from './checkbox-messages.js';
import type {PolicyContext, ShownNotice} from './policy-context.js';
import {policyLink} from './policy-link.js';
import {summary} from './summary.js';
import {unavailable} from './unavailable.js';

/** What the checkbox draws. */
export interface CheckboxView {
  context: PolicyContext;
  shown: ShownNotice | undefined;
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
  const {context, shown, operable, autofocus, invalid, disabled, unfolded, said, problem, ...on} = view;
  const {release} = context;
  return html`<div part="base" class="base" lang=${renderedLang()}>
    ${changes(context)} ${release && shown ? summary(release, shown, unfolded) : unavailable(context)}
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
      <label for="box" part="label" lang=${shown?.lang ?? nothing}
        >${shown?.notice.agree ?? notReadyMessage()}</label
      >
    </div>
    ${policyLink(context)}
    <span id="around" hidden></span>
    <p id="status" part="status" role="status">${said}</p>
    <p id="error" part="error" class=${problem ? 'error' : ''}>${problem}</p>
  </div>`;
}
