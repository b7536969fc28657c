import {css} from 'lit';

/** The banner: fixed to the bottom, or in the flow of the page. */
export const bannerStyles = css`
  .base {
    background: var(--ipsm-consent-background, Canvas);
    color: var(--ipsm-consent-color, CanvasText);
    border-block-start: 1px solid var(--_border);
  }
  .bottom {
    position: fixed;
    inset: auto 0 0;
    z-index: var(--ipsm-consent-z-index, 1000);
    max-block-size: 50vh;
    max-block-size: 50dvh;
    display: flex;
    flex-direction: column;
    box-shadow: 0 0 1.5rem rgb(0 0 0 / 0.25);
  }
  .question {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .body {
    overflow: auto;
    min-block-size: 0;
  }
  .body,
  .actions,
  .confirmation {
    padding: 0.75rem max(1rem, (100% - var(--ipsm-consent-max-inline-size, 60rem)) / 2);
  }
  .question .heading {
    font-size: 1rem;
  }
  .all > summary {
    cursor: pointer;
    inline-size: fit-content;
    min-block-size: 1.5rem;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .wide {
    flex: 1 0 100%;
  }
  .wide:empty {
    display: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem var(--_gap);
    border-block-start: 1px solid color-mix(in srgb, currentcolor 15%, transparent);
  }
  .actions button:not(.quiet) {
    flex: 1 1 8rem;
    max-inline-size: 16rem;
  }
  .quiet {
    padding-inline: 0.5rem;
  }
  .confirmation {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_gap);
  }
  .confirmation p {
    flex: 1 1 auto;
  }
  @media (max-height: 30rem) {
    .bottom {
      position: static;
      max-block-size: none;
    }
  }
  @media print {
    .base {
      display: none;
    }
  }
`;
