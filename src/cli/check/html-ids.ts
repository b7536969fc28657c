const ENTITIES: Record<string, string> = {amp: '&', quot: '"', apos: "'", lt: '<', gt: '>'};

const decode = (value: string) =>
  value.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

/** What a fragment of this HTML can lead to: every `id`, and every `name` of a link. */
export function htmlIds(html: string): Set<string> {
  const ids = new Set<string>();
  const markup = html.replace(/<!--.*?-->|<(script|style|textarea|template)\b.*?<\/\1\s*>/gis, '');
  for (const [, tag = '', attributes = ''] of markup.matchAll(
    /<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi,
  )) {
    for (const [, name, quoted, single, bare] of attributes.matchAll(
      /([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g,
    )) {
      const attribute = name!.toLowerCase();
      if (attribute !== 'id' && !(attribute === 'name' && tag.toLowerCase() === 'a')) continue;
      ids.add(decode(quoted ?? single ?? bare ?? ''));
    }
  }
  return ids;
}
