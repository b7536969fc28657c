import {LitElement, type PropertyDeclaration} from 'lit';

/** A property that reflects an attribute; `type: Boolean` for one that is there or not, else a text. */
export interface ReflectedProperty extends PropertyDeclaration {
  /** What a text reads while there is no attribute; default: the empty string. */
  readonly fallback?: string;
  /** Whether `null` and `undefined` become texts, as they do in HTML's own attributes; else they remove the attribute. */
  readonly stringify?: boolean;
}

/** Properties by name. */
export type ReflectedProperties = Readonly<Record<string, ReflectedProperty>>;

/**
 * An element whose properties reflect its attributes as the HTML standard defines it: the attribute is the only state,
 * so both are equal within the same task (HTML, "Reflecting content attributes in IDL attributes"). Lit's own properties
 * are a second state, which follows the attribute and is written back to it one update later.
 * @example
 * class Greeting extends ReflectingElement {
 *   static override properties: ReflectedProperties = {
 *     to: {reflect: true, fallback: 'all'},
 *     isLoud: {attribute: 'loud', type: Boolean, reflect: true},
 *   };
 *   declare to: string;
 *   declare isLoud: boolean;
 * }
 */
export class ReflectingElement extends LitElement {
  static override properties: ReflectedProperties;
  /** As LitElement does for itself: there is nothing to finalize here, and Lit while developing warns of what it finalizes. */
  protected static override readonly finalized = true;
  /** By this mark Lit's server renderer draws an element. What these draw is of a browser and a person: a server writes the tag alone. */
  static override readonly ['_$litElement$'] = globalThis.document && true;

  static override getPropertyDescriptor(
    property: string,
    _key: string | symbol,
    {attribute, type, fallback = '', stringify = false}: ReflectedProperty,
  ): PropertyDescriptor {
    const name = typeof attribute === 'string' ? attribute : property.toLowerCase();
    return {
      configurable: true,
      enumerable: true,
      get(this: Element) {
        return type === Boolean ? this.hasAttribute(name) : (this.getAttribute(name) ?? fallback);
      },
      set(this: Element, value: unknown) {
        if (type === Boolean) this.toggleAttribute(name, Boolean(value));
        else if (value == null && !stringify) this.removeAttribute(name);
        // HTMLInputElement.value is [LegacyNullToEmptyString].
        else this.setAttribute(name, (value === null && name === 'value' ? '' : value) as string);
      },
    };
  }

  /** Not Lit's: there is no property beside the attribute to bring up to date. */
  override attributeChangedCallback(_name: string, old: string | null, value: string | null): void {
    if (old !== value) this.requestUpdate();
  }
}
