import {css} from 'lit';

/** The panel at the foot of the card: box, sentence, what is wrong, link, and what is said. */
export const checkboxStyles = css`
  .panel {
    display: grid;
    gap: 0.375em;
    padding: var(--_gap) var(--_pad);
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
    gap: var(--_gap);
    align-items: start;
  }
  /* Under the sentence; where there is little room, under the box. */
  .panel > p {
    margin-inline-start: clamp(0px, 100% - 12em, 1.5em + var(--_gap));
  }
  input {
    appearance: auto;
    inline-size: 1.5em;
    block-size: 1.5em;
    /* Focus brings its sentence and what is wrong into view too. */
    scroll-margin-block: 12rem;
    /* For the colour below: its own is that of a field. */
    color: inherit;
    accent-color: var(--ipsm-consent-accent-color, var(--_strong));
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
    padding: var(--_gap) var(--_pad) 0;
  }
  p:empty {
    display: none;
  }
`;
