import {css} from 'lit';

/** The banner: fixed to the bottom, or in the flow of the page. */
export const bannerStyles = css`
  .base {
    --_side: max(
      var(--_pad),
      env(safe-area-inset-left),
      env(safe-area-inset-right),
      (100% - var(--_width)) / 2
    );
    max-inline-size: none;
    background: var(--ipsm-consent-background, Canvas);
    color: var(--ipsm-consent-color, CanvasText);
    border: 0 solid var(--_border);
  }
  /* The page's own colour of text, and beneath it paper of the other kind: a dark page need not say that it is dark. */
  @supports (color: oklch(from currentcolor l c h)) {
    .base {
      background: var(
        --ipsm-consent-background,
        oklch(from currentcolor clamp(0.235, (0.7 - l) * 999, 1) clamp(0, (l - 0.7) * 999, 0.014) 264)
      );
      color: var(--ipsm-consent-color, inherit);
    }
  }
  /* Question and answers stay in view together with large letters too; what does not fit scrolls. */
  .bottom {
    position: fixed;
    inset: auto 0 0;
    /* Against the browser's styles for what is in the top layer. */
    inline-size: auto;
    block-size: auto;
    padding: 0;
    z-index: var(--ipsm-consent-z-index, 1000);
    display: flex;
    flex-direction: column;
    max-block-size: max(40%, min(60%, 20em));
    border-block-start-width: 1px;
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
    box-shadow: var(--ipsm-consent-shadow, 0 0 2em rgb(0 0 0 / 0.22));
    overflow: clip;
  }
  .bottom:has(details[open]) {
    max-block-size: 80%;
  }
  .inline {
    max-inline-size: var(--_width);
    border-width: 1px;
    border-radius: var(--_radius);
  }
  .top {
    border-block-end-width: 1px;
  }
  .question {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .body {
    overflow: auto;
    overscroll-behavior: contain;
    min-block-size: 0;
    padding-block: 0.75em;
    /* Words that are cut there go on below it. */
    border-block-end: 1px solid var(--_border);
    line-height: 1.4;
  }
  .body,
  .actions,
  .confirmation {
    padding-inline: var(--_side);
  }
  .brief,
  .all {
    display: inline;
  }
  #question {
    padding-block-end: 0.25em;
    font-size: 1em;
    line-height: 1.25;
  }
  .question .changes {
    margin-block-end: 0.5em;
    border-block-end: 0;
    border-radius: 0.25em;
  }
  .all > summary {
    display: inline;
    color: var(--_strong);
    font-weight: 600;
    text-decoration: underline;
  }
  .all > .card {
    margin-block: 0.75em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.5em;
    padding-block: 0.375em max(0.375em, env(safe-area-inset-bottom));
  }
  .answers {
    display: flex;
    flex: 1 1 100%;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .answers button {
    flex: 1 1 8em;
    padding-inline: 0.5em;
  }
  .actions .quiet {
    min-block-size: 36px;
    padding-block: 0;
  }
  .wide {
    flex: 1 0 100%;
  }
  .wide:empty {
    display: none;
  }
  .confirmation {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_gap);
    padding-block: 0.5em max(0.5em, env(safe-area-inset-bottom));
    overflow: auto;
  }
  .confirmation p:first-child {
    flex: 1 1 16em;
  }
  .confirmation:focus-visible {
    outline-offset: -3px;
  }
  /* Wide windows, and phones on their side: the answers beside the words. */
  @media (min-width: 44em) {
    :is(.bottom, .top) .question {
      flex-direction: row;
      gap: 1.5em;
      padding-inline: var(--_side);
    }
    :is(.bottom, .top) .body {
      flex: 1;
      padding-inline: 0;
    }
    :is(.bottom, .top) .actions {
      flex: none;
      align-content: center;
      inline-size: 13em;
      padding-inline: 0;
    }
    :is(.bottom, .top) .answers {
      flex-direction: column;
      align-items: stretch;
    }
    :is(.bottom, .top) .answers button {
      flex: none;
    }
  }
  /* Wide enough to stand free of the edges. */
  @media (min-width: 64em) and (min-height: 40em) {
    .bottom {
      inset: auto 1em 1em;
      max-inline-size: calc(var(--_width) + 2 * var(--_pad));
      margin-inline: auto;
      border-width: 1px;
      border-radius: var(--_radius);
    }
  }
  @media print {
    .base {
      display: none;
    }
  }
`;
