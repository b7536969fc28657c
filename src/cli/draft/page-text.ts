import {parse, type DefaultTreeAdapterTypes} from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** What a page holds: what links can lead to, and its words. */
export interface PageContent {
  ids: Set<string>;
  text: string;
}

const UNSEEN = ['script', 'style', 'template', 'head', 'noscript'];

function collect(node: Node, content: PageContent): void {
  if ('attrs' in node) {
    for (const {name, value} of node.attrs) {
      if (name === 'id' || (name === 'name' && node.tagName === 'a')) content.ids.add(value);
    }
    if (UNSEEN.includes(node.tagName)) return;
  }
  if (node.nodeName === '#text' && 'value' in node) content.text += `${node.value} `;
  if ('childNodes' in node) node.childNodes.forEach((child) => collect(child, content));
}

/** Reads a page as a browser does. */
export function contentOf(html: string): PageContent {
  const content: PageContent = {ids: new Set(), text: ''};
  collect(parse(html), content);
  content.text = content.text.replace(/\s+/g, ' ').trim();
  return content;
}
