import type {Manifest} from '../core/index.js';

/** What a page is told of a policy. */
interface SnippetParts {
  manifest: Manifest;
  /** What is read and ticked before the script runs. */
  fallback: string;
  /** The same for each purpose that is left to the person, by its id. */
  purposes: Map<string, string>;
  /** Name of the form's field. */
  name: string;
  /** Where the manifest is served. */
  address: string;
  /** Address of the script file. */
  script: string;
  integrity: string | undefined;
  /** Digest of the style sheet of the fallback, which stands beside the script file. */
  stylesIntegrity: string | undefined;
  /** The style sheet itself, where it stands in the page; else empty. */
  styles: string;
  /** Whether the manifest stands in the page. */
  inline: boolean;
  /** Names of the fields that hold the person's name. */
  fields: string[];
}

/** As character references: a page in any encoding shows the same letters. */
const reference = (text: string) =>
  text.replace(/[&<>"]|[^\x20-\x7e]/gu, (char) => `&#${char.codePointAt(0)};`);

/** ASCII, and nothing that could end the script that it stands in. */
const inScript = (json: unknown) =>
  JSON.stringify(json).replace(
    /[<\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const integrityAttributes = (digest: string | undefined) =>
  digest ? ` integrity="${digest}" crossorigin="anonymous"` : '';

const purposeBox = ([id, fallback]: [string, string]) => `<ipsm-consent-checkbox name="${id}" purpose="${id}">
${fallback}
</ipsm-consent-checkbox>
`;

/** The address of a file as it stands on a disk: a version may follow its name. */
export const withoutQuery = (address: string): string => address.replace(/[?#].*$/s, '');

/** What a page needs: styles and script, the policy, the box in its form with what is read and ticked before the script runs. */
export function snippet(parts: SnippetParts): string {
  const {manifest, fallback, purposes, name, address, script, inline, fields} = parts;
  const sheet = withoutQuery(script).replace(/[^/]*$/, 'ipsm-consent-fallback.css');
  const head = [
    parts.styles
      ? `<style>${parts.styles}</style>`
      : `<link rel="stylesheet" href="${reference(sheet)}"${integrityAttributes(parts.stylesIntegrity)}>`,
    `<script src="${reference(script)}" defer data-ipsm-consent`,
    `  data-ipsm-policy="${reference(address)}" data-ipsm-policy-id="${manifest.id}"` +
      `${integrityAttributes(parts.integrity)}></script>`,
  ].join('\n');
  const policy = inline
    ? `<script type="application/json" data-ipsm-manifest="${reference(address)}">${inScript(manifest)}</script>\n`
    : '';
  const subject = fields.length ? ` subject-fields="${reference(fields.join(' '))}"` : '';
  return `${head}
${policy}<ipsm-consent-checkbox name="${reference(name)}"${subject}>
${fallback}
</ipsm-consent-checkbox>
${[...purposes].map(purposeBox).join('')}`;
}
