/** Of the Navigation API, what is asked of it; not every browser has it. */
interface NavigateEvent extends Event {
  readonly formData: FormData | null;
  readonly destination: {readonly url: string};
}

/** The data that a navigation takes along: the body of a form sent by POST, or the query of one sent by GET. */
const dataOf = ({formData, destination}: NavigateEvent) => formData ?? new URL(destination.url).searchParams;

/**
 * Calls back where entries that have been taken from a form are sent: where the page's next navigation has them. A script
 * may have taken them for itself, and a page may be left by a link.
 * @returns the function that stops it
 */
export function onNavigation(entries: FormData | null, callback: () => void): (() => void) | undefined {
  const {navigation} = window as {navigation?: EventTarget};
  if (!entries || !navigation) return undefined;
  const abort = new AbortController();
  navigation.addEventListener(
    'navigate',
    (event) => {
      const data = dataOf(event as NavigateEvent);
      if ([...entries].every(([name, value]) => data.getAll(name).includes(value as string))) callback();
    },
    {once: true, signal: abort.signal},
  );
  return () => abort.abort();
}
