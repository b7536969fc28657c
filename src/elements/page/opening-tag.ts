/** An element as the page wrote it, without what is in it. */
export const openingTag = ({localName, attributes}: Element): string =>
  `<${localName}${[...attributes].map(({name, value}) => (value ? ` ${name}="${value}"` : ` ${name}`)).join('')}>`;
