import {css} from 'lit';

/** The panel at the foot of the card: box, sentence, what is wrong, link, and what is said. */
export const checkboxStyles = css`
  .panel {
    display: grid;
    gap: 0.375em;
    padding: 0.75em var(--_pad);
    scroll-margin: 1em;
  }
  .card .panel {
    border-block-start: 1px solid var(--_border);
    background: var(--_tint);
  }
  .panel:has(:checked) {
    box-shadow: inset 4px 0 0 var(--_strong);
  }
  .panel:has(.error) {
    box-shadow: inset 4px 0 0 var(--_error);
  }
  .choice {
    display: grid;
    grid-template-columns: 1.5em 1fr;
    gap: 0.75em;
    align-items: start;
  }
  /* Under the sentence; where there is little room, under the box. */
  .panel > p {
    margin-inline-start: clamp(0px, 100% - 12em, 2.25em);
  }
  input {
    appearance: auto;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    /* Focus brings its sentence and what is wrong into view too. */
    scroll-margin-block: 12rem;
    accent-color: var(--_accent);
    font-size: 1em;
    cursor: inherit;
  }
  label {
    line-height: 1.4;
    cursor: inherit;
  }
  .card .sentence {
    font-weight: 600;
  }
  /* A word of its own for the ear too: Chromium loses the blank before what begins a line. */
  .required {
    display: inline-block;
    color: var(--_muted);
  }
  .choice:not(.off) {
    cursor: pointer;
  }
  .off,
  .choice:has(:disabled) {
    color: var(--_muted);
    cursor: not-allowed;
  }
  .legend {
    display: grid;
    padding: 0.75em var(--_pad) 0;
  }
  p:empty {
    display: none;
  }
`;
