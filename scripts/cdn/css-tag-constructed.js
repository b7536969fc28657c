// What Lit takes from its css-tag.js, of constructed style sheets alone. Styles of ours are one literal each.
export const css = (strings) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(strings[0]);
  return sheet;
};
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles;
};
export const getCompatibleStyle = (style) => style;
// named by Lit, and used by nothing here
export const CSSResult = undefined;
export const supportsAdoptingStyleSheets = true;
export const unsafeCSS = undefined;
