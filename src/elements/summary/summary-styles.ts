import {css} from 'lit';

/** The policy in short: heading, operator, rows, and what is one press away. */
export const summaryStyles = css`
  .head {
    padding: var(--_gap) var(--_pad) 0.25em;
  }
  .operator,
  small,
  .notes {
    font-size: 0.875em;
    line-height: 1.4;
    color: var(--_muted);
  }
  /* Two columns where there is room for them: a width that a person reads with ease, and half the height. */
  .rows {
    padding: 0 var(--_pad) 0.375em;
    columns: 20em 2;
    column-gap: 2em;
    line-height: 1.4;
  }
  .row {
    padding-block: 0.3125em;
    break-inside: avoid;
  }
  dt,
  dd {
    display: inline;
  }
  dt {
    font-size: 0.9375em;
    font-weight: 600;
    color: var(--ipsm-consent-label-color, inherit);
  }
  dt::after {
    content: ':';
  }
  small {
    font-variant-numeric: tabular-nums;
  }
  .run {
    white-space: nowrap;
  }
  .more {
    border-block-start: 1px solid var(--_border);
  }
  summary {
    cursor: pointer;
  }
  .more > summary {
    position: relative;
    display: block;
    min-block-size: 44px;
    padding: 0.5em var(--_pad) 0.5em calc(var(--_pad) + 1.25em);
    font-size: 0.9375em;
    line-height: 1.4;
  }
  .more > summary::-webkit-details-marker {
    display: none;
  }
  .more > summary::before {
    position: absolute;
    inset: 1em auto auto var(--_pad);
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    content: '';
    transform: rotate(-45deg);
  }
  .more[open] > summary::before {
    inset-block-start: 0.85em;
    transform: rotate(45deg);
  }
  .more > summary:focus-visible {
    outline-offset: -3px;
  }
  .more > summary > span {
    color: var(--_muted);
  }
  .notes {
    display: grid;
    gap: 0.375em;
    padding: 0.25em var(--_pad) 0.875em;
  }
  .card:not(.stack) > .link {
    padding: 0.5em var(--_pad) var(--_gap);
  }
  .link a {
    display: inline-block;
    padding-block: 0.125em;
  }
  .changes {
    display: grid;
    gap: 0.25em;
    padding: var(--_gap) var(--_pad);
    border-block-end: 1px solid var(--_border);
    background: var(--_tint);
    box-shadow: inset 4px 0 0 var(--_strong);
  }
  .lines {
    list-style: disc;
    padding-inline-start: 1.25em;
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
  /* Paper has nothing to press. */
  @media print {
    .more::details-content {
      block-size: auto;
      content-visibility: visible;
    }
  }
`;
