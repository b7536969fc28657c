// In place of Lit's css-tag.js (scripts/cdn/css-tag.mjs): what Lit takes from it, of constructed style sheets alone. Styles
// of ours are one literal each.

/** A style sheet from a template without values. */
export function css(strings: TemplateStringsArray): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(strings[0]!);
  return sheet;
}

/** Gives a shadow root its styles. */
export function adoptStyles(root: ShadowRoot, styles: CSSStyleSheet[]): void {
  root.adoptedStyleSheets = styles;
}

/** Styles as {@link adoptStyles} takes them: they are so already. */
export const getCompatibleStyle = (style: CSSStyleSheet): CSSStyleSheet => style;

// Named by Lit, and used by nothing here.
export const CSSResult = undefined;
export const supportsAdoptingStyleSheets = true;
export const unsafeCSS = undefined;
