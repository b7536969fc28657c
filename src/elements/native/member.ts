type Method = (...args: unknown[]) => unknown;

/**
 * A member of a node, as the platform has it. The fields of a form stand in for its members of their names, whatever those
 * are: `form.elements` may be an input (HTML, `[LegacyOverrideBuiltIns]`), and `form.parentNode` one that is inside of it.
 * Everything that may be a form is asked through this.
 */
export function member<T extends Node, K extends keyof T>(node: T, name: K): T[K] {
  const value: unknown = Reflect.get(Object.getPrototypeOf(node) as object, name, node);
  const method = (...args: unknown[]) => Reflect.apply(value as Method, node, args);
  return (typeof value === 'function' ? method : value) as T[K];
}
