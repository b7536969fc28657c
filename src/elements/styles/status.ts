import {css} from 'lit';

/** What was decided, and what can be done about it. */
export const statusStyles = css`
  .base,
  .said,
  .purposes li {
    display: grid;
    gap: var(--_gap);
    justify-items: start;
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
  .base > * {
    max-inline-size: 100%;
  }
  .purposes {
    justify-self: stretch;
  }
  .purposes li {
    gap: 0.25rem;
  }
  .said ul {
    list-style: disc;
    padding-inline-start: 1.25rem;
  }
  .said li {
    border: 0;
    padding: 0;
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
  .purposes .quiet {
    padding-inline: 0;
  }
  @media print {
    button {
      display: none;
    }
  }
`;
