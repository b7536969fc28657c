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

/** Elements whose words stand in a line with what is around them. */
const IN_LINE = [
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'code',
  'em',
  'font',
  'i',
  'ins',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
];

function gather(node: Node, lines: string[]): void {
  if ('tagName' in node && UNSEEN.includes(node.tagName)) return;
  if (node.nodeName === '#text' && 'value' in node) lines[lines.length - 1] += node.value;
  const isApart = 'tagName' in node && !IN_LINE.includes(node.tagName);
  if (isApart) lines.push('');
  if ('childNodes' in node) node.childNodes.forEach((child) => gather(child, lines));
  if (isApart) lines.push('');
}

/** What a page says, paragraph by paragraph. */
export function paragraphsOf(html: string): string[] {
  const lines = [''];
  gather(parse(html), lines);
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** Reads a page as a browser does. */
export function contentOf(html: string): PageContent {
  const content: PageContent = {ids: new Set(), text: ''};
  collect(parse(html), content);
  content.text = content.text.replace(/\s+/g, ' ').trim();
  return content;
}
