import type {ReactiveElement} from 'lit';

type ElementClass = typeof ReactiveElement & {reflected?: string[]};

/** `record-name` → `recordName`. */
const propertyOf = (attribute: string) =>
  attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Gives an element class properties that reflect its attributes as the HTML standard defines it: the attribute is the
 * only state, so both are equal within the same task (HTML, "Reflecting content attributes in IDL attributes").
 * @param defaults by attribute: a string for a text, `false` for a boolean attribute
 * @param native whether `null` and `undefined` become texts, as they do in HTML's own attributes; else they remove it
 */
export function reflectAttributes(
  type: ElementClass,
  defaults: Record<string, string | false>,
  native = false,
): void {
  type.reflected = [...(type.reflected ?? []), ...Object.keys(defaults)];
  for (const [attribute, initial] of Object.entries(defaults)) {
    const property = propertyOf(attribute);
    Object.defineProperty(type.prototype, property, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return initial === false ? this.hasAttribute(attribute) : (this.getAttribute(attribute) ?? initial);
      },
      set(this: HTMLElement, value: unknown) {
        if (initial === false) this.toggleAttribute(attribute, Boolean(value));
        else if (value == null && !native) this.removeAttribute(attribute);
        else this.setAttribute(attribute, (value === null && attribute === 'value' ? '' : value) as string);
      },
    });
    // Lit then applies values that were set before the upgrade.
    type.createProperty(property, {attribute: false, noAccessor: true});
  }
}
