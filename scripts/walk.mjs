/** Calls back for every node of a syntax tree, parents first. @param {any} node @param {(node: any) => void} visit */
export function walk(node, visit) {
  if (typeof node?.type === 'string') visit(node);
  for (const child of Object.values(node ?? {})) if (typeof child === 'object') walk(child, visit);
}
