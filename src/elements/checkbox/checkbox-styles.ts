import {css} from 'lit';

/** The panel at the foot of the card: box, sentence, what is wrong, link, and what is said. */
export const checkboxStyles = css`
  .panel {
    display: grid;
    gap: 0.25rem;
  }
  .card .panel {
    padding: 0.75rem 1rem;
    border-block-start: 1px solid var(--_line);
    background: var(--_tint);
  }
  .choice {
    display: grid;
    grid-template-columns: 1.75rem 1fr;
    gap: 0.75rem;
    align-items: start;
  }
  .panel > p {
    margin-inline-start: 2.5rem;
  }
  input {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    /* Focus brings its sentence and what is wrong into view too. */
    scroll-margin-block: 12rem;
    accent-color: var(--_accent);
    cursor: inherit;
  }
  label {
    line-height: 1.4;
    cursor: inherit;
  }
  .card .sentence {
    font-weight: 600;
  }
  .required {
    color: var(--_muted);
  }
  .choice:not(.off) {
    cursor: pointer;
  }
  .off {
    opacity: 0.6;
  }
  .link a {
    display: inline-block;
    padding-block: 0.125rem;
  }
  p:empty {
    display: none;
  }
`;
