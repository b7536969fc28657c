import {css} from 'lit';

/** The policy in short. */
export const summaryStyles = css`
  .summary {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    padding: 0 1rem;
  }
  .title {
    cursor: pointer;
    font-weight: 600;
    min-block-size: 2.75rem;
    padding-block: 0.625rem;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    border-block-start: 1px solid color-mix(in srgb, currentcolor 15%, transparent);
    padding-block: 0.5rem;
  }
  .changes {
    border-inline-start: 0.25rem solid var(--_accent);
    padding-inline-start: 0.75rem;
  }
  .lines {
    list-style: disc;
    padding-inline-start: 1.25rem;
  }
  .lines > li {
    border: 0;
    padding-block: 0.125rem;
  }
  .clause,
  .more > summary {
    font-size: 0.875em;
  }
  .clause {
    white-space: nowrap;
    display: inline-block;
    padding-block: 0.125rem;
  }
  .more > summary {
    cursor: pointer;
    inline-size: fit-content;
    min-block-size: 1.5rem;
  }
  .note {
    font-size: 0.875em;
    border-block-start: 1px solid color-mix(in srgb, currentcolor 15%, transparent);
    padding-block: 0.625rem;
  }
`;
