import {css} from 'lit';

/** The box, its sentence and what is said beside it. */
export const checkboxStyles = css`
  .base {
    display: grid;
    gap: var(--_gap);
  }
  .row {
    display: flex;
    gap: 0.75rem;
    align-items: flex-start;
  }
  input {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    /* Focus brings its sentence and what is wrong into view too. */
    scroll-margin-block: 12rem;
    accent-color: var(--_accent);
    cursor: inherit;
  }
  label {
    flex: 1;
    cursor: inherit;
  }
  .row:not(.off) {
    cursor: pointer;
  }
  .off {
    opacity: 0.6;
  }
  .link {
    padding-block: 0.125rem;
  }
  p:empty {
    display: none;
  }
`;
