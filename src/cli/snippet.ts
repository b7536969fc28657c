import type {Manifest, Release} from '../core/index.js';
import {fallbackHtml, purposeFallbackHtml} from '../fallback/fallback-html.js';

/** What a page is told of a policy. */
interface SnippetParts {
  manifest: Manifest;
  release: Release;
  /** Digest of the words that the page's language has. */
  noticeSha256: string;
  /** Name of the form's field. */
  name: string;
  /** Where the manifest is served. */
  address: string;
  /** Address of the script file. */
  script: string;
  integrity: string | undefined;
  /** Digest of the style sheet of the fallback, which stands beside the script file. */
  stylesIntegrity: string | undefined;
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

/** A box for each purpose that is left to the person, as the preview shows it. */
function purposeBoxes(release: Release): string {
  const {terms, notice} = release;
  const optional = terms.purposes.filter(
    ({id, required}) => !required && Object.values(notice).some((words) => words?.purposes?.[id]),
  );
  return optional
    .map(
      ({id}, i) => `<ipsm-consent-checkbox name="${id}" purpose="${id}">
${purposeFallbackHtml({release, purpose: id, name: id, isFirst: i === 0})}
</ipsm-consent-checkbox>
`,
    )
    .join('');
}

/** What a page needs: styles and script, the policy, the box in its form with what is read and ticked before the script runs. */
export function snippet(parts: SnippetParts): string {
  const {manifest, release, noticeSha256, name, address, script, inline, fields} = parts;
  const styles = script.replace(/[^/]*$/, 'ipsm-consent-fallback.css');
  const head = [
    `<link rel="stylesheet" href="${reference(styles)}"${integrityAttributes(parts.stylesIntegrity)}>`,
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
${fallbackHtml({release, noticeSha256, name, manifestUrl: address})}
</ipsm-consent-checkbox>
${purposeBoxes(release)}`;
}
