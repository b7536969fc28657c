import {css} from 'lit';

/** Tokens and type that all elements share. Public properties outside, private ones (`--_`) inside. */
export const baseStyles = css`
  :host {
    --_accent: var(--ipsm-consent-accent-color, #0b57d0);
    --_on-accent: var(--ipsm-consent-on-accent-color, #fff);
    --_border: var(--ipsm-consent-border-color, #8a8f98);
    --_line: color-mix(in srgb, currentcolor 18%, transparent);
    --_muted: color-mix(in srgb, currentcolor 72%, transparent);
    --_tint: color-mix(in srgb, var(--_accent) 8%, transparent);
    --_error: var(--ipsm-consent-error-color, #d93025);
    --_focus: var(--ipsm-consent-focus-color, currentcolor);
    --_gap: var(--ipsm-consent-gap, 0.75rem);
    --_radius: var(--ipsm-consent-radius, 0.5rem);
    display: block;
    font-family: var(--ipsm-consent-font-family, inherit);
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  a {
    color: inherit;
    text-underline-offset: 0.15em;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    border-radius: 2px;
  }
  button {
    font: inherit;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    overflow-wrap: normal;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    cursor: pointer;
  }
  .quiet {
    border-color: transparent;
    background: none;
    color: inherit;
    font-weight: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .error {
    border-inline-start: 0.25rem solid var(--_error);
    padding-inline-start: 0.75rem;
    font-weight: 600;
  }
  p {
    margin: 0;
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
  }
`;
