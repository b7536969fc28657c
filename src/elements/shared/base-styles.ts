import {css} from 'lit';

/**
 * Tokens and type that all elements share. Public properties outside, private ones (`--_`) inside.
 *
 * Nothing is known of the page: its text may be dark on light or light on dark, whether it says so or not. So all is drawn
 * from the colour of its text, and what carries the accent leans towards that, which keeps it legible on either. Where the
 * browser cannot mix colours, the plain ones above serve. Sizes hang on the font size of the page, and are never below 14 px.
 */
export const baseStyles = css`
  :host {
    display: block;
    --_accent: var(--ipsm-consent-accent-color, #0a5fa3);
    --_strong: var(--ipsm-consent-link-color, currentcolor);
    --_muted: var(--ipsm-consent-muted-color, currentcolor);
    --_border: var(--ipsm-consent-border-color, rgb(127 127 127 / 0.5));
    --_tint: var(--ipsm-consent-panel-background, rgb(127 127 127 / 0.1));
    --_button: var(--ipsm-consent-button-background, rgb(127 127 127 / 0.1));
    --_error: var(--ipsm-consent-error-color, #c5221f);
    --_focus: var(--ipsm-consent-focus-color, var(--_strong));
    --_gap: var(--ipsm-consent-gap, 0.75em);
    --_pad: var(--ipsm-consent-padding, min(1em, 5vw));
    --_radius: var(--ipsm-consent-radius, 0.75em);
    --_width: var(--ipsm-consent-max-inline-size, 60em);
  }
  @supports (color: color-mix(in oklab, red, red)) {
    :host {
      --_strong: var(--ipsm-consent-link-color, color-mix(in oklab, var(--_accent) 46%, currentcolor));
      --_muted: var(--ipsm-consent-muted-color, color-mix(in srgb, currentcolor 78%, transparent));
      --_border: var(--ipsm-consent-border-color, color-mix(in srgb, currentcolor 24%, transparent));
      --_tint: var(--ipsm-consent-panel-background, color-mix(in oklab, var(--_strong) 9%, transparent));
      --_button: var(--ipsm-consent-button-background, color-mix(in oklab, var(--_strong) 10%, transparent));
    }
  }
  :host([hidden]) {
    display: none;
  }
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  /* Here and not at the host, whose styles are the page's: a rule for everything in it would win. */
  .base {
    display: block;
    max-inline-size: var(--_width);
    background: var(--ipsm-consent-background, none);
    color: var(--ipsm-consent-color, inherit);
    font-family: var(--ipsm-consent-font-family, inherit);
    font-size: var(--ipsm-consent-font-size, max(1em, 16px));
    font-weight: 400;
    line-height: 1.45;
    overflow-wrap: anywhere;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    cursor: auto;
    text-underline-offset: 0.15em;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  .card {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    box-shadow: inset 0 3px var(--_strong);
    overflow: clip;
  }
  .stack {
    display: grid;
    gap: var(--_gap);
    justify-items: start;
    padding: var(--_pad);
  }
  .heading {
    font-size: 1.0625em;
    font-weight: 700;
    line-height: 1.3;
  }
  a {
    color: var(--_strong);
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  button {
    min-block-size: 44px;
    padding: 0.375em 1em;
    border: 2px solid var(--ipsm-consent-button-border-color, currentcolor);
    border-radius: var(--ipsm-consent-button-radius, 0.5em);
    background: var(--_button);
    color: var(--ipsm-consent-button-color, var(--_strong));
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    overflow-wrap: normal;
    cursor: pointer;
  }
  button:hover {
    box-shadow: inset 0 0 0 9em var(--_tint);
  }
  .quiet {
    margin-inline-start: -2px;
    padding-inline: 0;
    border-color: transparent;
    background: none;
    color: inherit;
    font-weight: inherit;
    text-decoration: underline;
  }
  /* A sign in a ring before what is said and what is wrong: nobody has to see colours. */
  .said,
  .error {
    position: relative;
    padding-inline-start: 2em;
  }
  .said::before,
  .error::before {
    position: absolute;
    inset: 0.1em auto auto 0;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 2px solid;
    border-radius: 50%;
    font-weight: 700;
    line-height: 1;
    text-align: center;
    content: 'i';
    content: 'i' / '';
  }
  .error {
    font-weight: 600;
  }
  .error::before {
    border-color: var(--_error);
    content: '!';
    content: '!' / '';
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
  }
  @media print {
    button {
      display: none;
    }
  }
`;
