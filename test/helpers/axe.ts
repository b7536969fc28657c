import type {AxeResults, Result, RunOptions} from 'axe-core';
// axe-core is a classic script: it exports nothing under a module loader, it sets `window.axe`
import 'axe-core';

interface Axe {
  run(context: Node, options: RunOptions): Promise<AxeResults>;
}
type Realm = Window & {axe?: Axe; trustedTypes?: TrustedTypes};
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {createScriptURL(url: string): string},
  ): {createScriptURL(url: string): string};
}

const axeUrl = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url).href;

/**
 * Throws with rule, target and HTML of every violation below `root`, which may be inside a same-origin frame.
 * @returns the words whose contrast could not be measured, each with the reason
 */
export async function expectNoAxeViolations(
  root: Element | Document = document,
  options: RunOptions = {},
): Promise<string[]> {
  const realm: Realm | null = (root.ownerDocument ?? root).defaultView;
  if (!realm) throw new Error('expectNoAxeViolations: the document is not in a window.');
  const axe = realm.axe ?? (await loadAxe(realm));
  const {violations, incomplete} = await axe.run(root, {
    resultTypes: ['violations', 'incomplete'],
    ...options,
  });
  if (violations.length > 0) throw new Error(`axe found:\n${violations.map(inWords).join('\n')}`);
  return incomplete
    .filter(({id}) => id === 'color-contrast')
    .flatMap(({nodes}) =>
      nodes.map(({target, any}) => `${target.flat().join(' >>> ')}: ${any[0]?.message ?? ''}`),
    );
}

/** axe looks at the nodes of its own window only. */
async function loadAxe(realm: Realm): Promise<Axe> {
  const script = realm.document.createElement('script');
  const url = realm.trustedTypes
    ?.createPolicy('axe', {createScriptURL: (text) => text})
    .createScriptURL(axeUrl);
  await new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error('axe could not be loaded into the frame.'));
    script.src = url ?? axeUrl;
    realm.document.head.append(script);
  });
  script.remove();
  if (!realm.axe) throw new Error('axe was loaded into the frame, but is not there.');
  return realm.axe;
}

function inWords({id, impact, help, nodes}: Result): string {
  const places = nodes.map(({target, html, failureSummary = ''}) => {
    const summary = failureSummary.replaceAll('\n', '\n      ');
    return `  at ${target.flat().join(' >>> ')}\n    ${html}\n      ${summary}`;
  });
  return `- ${id} (${impact ?? 'no impact given'}): ${help}\n${places.join('\n')}`;
}
