/** An address in full; empty where there is none. One that cannot be read stays as it is written: the request for it says so. */
export function inFull(url: string | undefined): string {
  try {
    return url ? new URL(url, document.baseURI).href : '';
  } catch {
    return url!;
  }
}
