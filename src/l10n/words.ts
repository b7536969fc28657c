/** Messages of the interface in one language, by short keys: a text, or what puts values into it. */
export type Words = Record<string, string | ((...values: unknown[]) => string)>;

const none = new Proxy<Words>(
  {},
  {
    get() {
      throw new Error(
        'ipsm-consent [no-language]: no language to speak. Import ipsm-consent/locales/kk.js, ru.js or en.js.',
      );
    },
  },
);

/**
 * What the interface says. In the package this stands where the sources have a `msg` (scripts/package/keyed-words.mjs): the words
 * of a language are not carried by an app that speaks another.
 */
export let words = none;

/** The interface takes its words from these from now on. */
export function useCatalogue(catalogue: Words | undefined): void {
  words = catalogue ?? none;
}
