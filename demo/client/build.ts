/** What is served: version, and the beginning of the file's digest. */
export interface Build {
  version: string;
  /** Empty where the browser makes no digests: on plain http. */
  digest: string;
}

/** Looks into a file of the package: what is served is told, not what was meant to be. */
export async function buildOf(file: string): Promise<Build> {
  const bytes = await (await fetch(file)).arrayBuffer();
  const [, version = '?'] =
    /ipsm-consent\/(\d+\.\d+\.\d+[\w.-]*)/.exec(new TextDecoder().decode(bytes)) ?? [];
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : new Uint8Array();
  return {
    version,
    digest: [...digest.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
