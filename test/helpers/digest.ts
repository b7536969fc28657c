/** Lower-case hex SHA-256, by the platform and not by the project. */
export async function hexSha256(data: string | BufferSource | Uint8Array): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const digest = await crypto.subtle.digest('SHA-256', bytes as BufferSource);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** JSON with keys in order and no white space, without the project's code. Enough for keys that are words. */
export const sortedJson = (json: unknown): string =>
  JSON.stringify(json, (_key, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** SHA-256 of a notice over language, version and words. */
export const noticeDigest = (lang: string, version: string, notice: unknown): Promise<string> =>
  hexSha256(sortedJson({lang, version, notice}));
