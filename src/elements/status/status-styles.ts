import {css} from 'lit';

/** What was decided, and what can be done about it. */
export const statusStyles = css`
  .base,
  .said,
  .purposes,
  .purposes li {
    display: grid;
    gap: var(--_gap);
    justify-items: start;
  }
  .purposes,
  .purposes ul,
  .note {
    justify-self: stretch;
  }
  .purposes,
  .purposes li {
    gap: 0.25rem;
  }
  .purposes ul {
    display: grid;
    gap: var(--_gap);
    margin: 0;
    padding: 0;
  }
  .heading,
  .subheading {
    margin: 0;
    font-size: 1.125em;
    line-height: 1.3;
  }
  .subheading {
    font-size: 1em;
  }
  .said ul {
    margin: 0;
    padding-inline-start: 1.25rem;
  }
  .contact a {
    display: inline-block;
    padding-block: 0.125rem;
  }
  .contact a + a {
    margin-inline-start: var(--_gap);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem var(--_gap);
  }
  .quiet {
    padding-inline: 0;
  }
  @media (forced-colors: active) {
    .quiet {
      padding-inline: 0.75rem;
    }
  }
  @media print {
    button {
      display: none;
    }
  }
`;
