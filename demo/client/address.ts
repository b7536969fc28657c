/** A setting of the page lives in its address only: a page that asks for consent stores nothing of its own. */
export function keepInAddress(name: string, value: string): void {
  const url = new URL(location.href);
  if (value) url.searchParams.set(name, value);
  else url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
}

export const fromAddress = (name: string): string => new URLSearchParams(location.search).get(name) ?? '';
