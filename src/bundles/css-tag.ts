import type {CSSResult} from 'lit';

/**
 * In place of Lit's module of this name, which also serves engines without constructable style sheets. Those have no
 * form-associated elements or no class static blocks, and never run this bundle.
 */
export function css([text]: TemplateStringsArray): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text!);
  return sheet;
}

export const getCompatibleStyle = <T>(style: T): T => style;

/** A page that extends an element may bring styles of its own Lit. */
export function adoptStyles(root: ShadowRoot, styles: (CSSResult | CSSStyleSheet)[]): void {
  root.adoptedStyleSheets = styles.map((style) => ('styleSheet' in style ? style.styleSheet! : style));
}

// Lit exports these too, and nothing here uses them: they only have to be there.
export {css as unsafeCSS, css as CSSResult};
export const supportsAdoptingStyleSheets = true;
