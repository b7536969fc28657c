import {css} from 'lit';

/** What was decided, and what can be done about it. */
export const statusStyles = css`
  .stack > .changes,
  .purposes,
  .note,
  .said-all {
    justify-self: stretch;
  }
  .said-all,
  .became {
    display: grid;
    gap: 0.5em;
  }
  .purposes {
    border: 1px solid var(--_border);
    border-inline-width: 0;
    padding-block: 0.5em;
  }
  .purposes,
  .purposes ul,
  .purposes li {
    display: grid;
    gap: 0.375em;
    justify-items: start;
  }
  .purposes ul {
    list-style: none;
    padding: 0;
  }
  .subheading {
    font-size: 0.9375em;
    font-weight: 600;
    color: var(--ipsm-consent-label-color, inherit);
  }
  .stack .changes {
    border-block-end: 0;
    border-radius: 0.25em;
  }
  .became {
    padding: 0.75em;
    border-radius: 0.5em;
    background: var(--_tint);
  }
  .note {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em var(--_gap);
  }
  .files,
  .contact {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: var(--_gap);
  }
  .quiet {
    text-align: start;
  }
  @media (forced-colors: active) {
    .quiet {
      padding-inline: 0.75em;
    }
  }
`;
