import {css} from 'lit';

/** The policy in short: heading, operator, rows, and what is one press away. */
export const summaryStyles = css`
  .card {
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    overflow: clip;
  }
  .head {
    padding: 0.75rem 1rem 0.25rem;
  }
  .heading {
    font-size: 1.0625rem;
    line-height: 1.3;
    margin: 0;
  }
  .operator,
  small,
  .notes {
    font-size: 0.875rem;
    line-height: 1.4;
    color: var(--_muted);
  }
  .rows {
    margin: 0;
    padding: 0.125rem 1rem 0.25rem;
    line-height: 1.4;
  }
  .row {
    padding-block: 0.3125rem;
  }
  dt,
  dd {
    display: inline;
    margin: 0;
  }
  dt {
    font-size: 0.9375rem;
    font-weight: 600;
  }
  dt::after {
    content: ':';
  }
  .run {
    white-space: nowrap;
  }
  .more {
    border-block-start: 1px solid var(--_line);
  }
  .more > summary {
    cursor: pointer;
    padding: 0.5625rem 1rem;
    min-block-size: 2.75rem;
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  .more > summary > span {
    color: var(--_muted);
  }
  .notes {
    display: grid;
    gap: 0.25rem;
    padding: 0 1rem 0.75rem;
  }
  .unavailable {
    display: grid;
    gap: var(--_gap);
    justify-items: start;
  }
  .card > .unavailable {
    padding: 0.75rem 1rem;
  }
  .changes {
    border-inline-start: 0.25rem solid var(--_accent);
    margin: 0.75rem 1rem 0;
    padding-inline-start: 0.75rem;
  }
  .lines {
    list-style: disc;
    margin: 0;
    padding-inline-start: 1.25rem;
  }
  /* Heard, not seen. */
  .ears {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  dd {
    position: relative;
  }
`;
