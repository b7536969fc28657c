/** What the elements are made of, by the name that a browser has it under. `canWork` is the same question, without names. */
const NEEDED: Readonly<Record<string, () => boolean>> = {
  'HTMLElement.prototype.attachInternals': () => 'attachInternals' in HTMLElement.prototype,
  'ElementInternals.prototype.setFormValue': () =>
    'setFormValue' in (globalThis.ElementInternals?.prototype ?? {}),
  'Document.prototype.adoptedStyleSheets': () => 'adoptedStyleSheets' in Document.prototype,
  'CSSStyleSheet.prototype.replaceSync': () => 'replaceSync' in (globalThis.CSSStyleSheet?.prototype ?? {}),
};

/** What of it is not there. */
export const lacking = (): string[] => Object.keys(NEEDED).filter((name) => !NEEDED[name]!());
