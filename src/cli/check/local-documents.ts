import {readFile} from 'node:fs/promises';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {LANGS, type Lang, type Manifest, type PolicyDocument} from '../../core/index.js';

/** A document of a release, and its bytes if it lies beside the manifest. */
export interface LocalDocument {
  release: number;
  lang: Lang;
  /** Path in the manifest. */
  path: string;
  document: PolicyDocument & {url: string};
  /** `undefined`: the address leads elsewhere; `null`: there is no such file. */
  bytes: Buffer | null | undefined;
}

/** The file that an address relative to the manifest names; `undefined` for an address elsewhere. */
export function fileOf(url: string, manifestPath: string): string | undefined {
  if (/^([a-z][a-z\d+.-]*:|[\\/])/i.test(url)) return undefined;
  try {
    const at = new URL(url, pathToFileURL(manifestPath));
    return fileURLToPath(`file://${at.host}${at.pathname}`);
  } catch {
    return undefined;
  }
}

/** All documents with the files beside the manifest. @param manifestPath absolute */
export async function localDocuments(manifest: Manifest, manifestPath: string): Promise<LocalDocument[]> {
  const found: LocalDocument[] = [];
  for (const [release, {documents}] of manifest.releases.entries()) {
    for (const lang of LANGS) {
      const document = documents[lang];
      if (!document?.url) continue;
      const file = fileOf(document.url, manifestPath);
      const bytes = file === undefined ? undefined : await readFile(file).catch(() => null);
      const path = `releases[${release}].documents.${lang}`;
      found.push({release, lang, path, document: {...document, url: document.url}, bytes});
    }
  }
  return found;
}
