/** What a tester can switch, and to what. The first of each is how it is without switches. */
const SWITCHES = {
  release: ['first', 'second', 'announced', 'cancelled', 'editorial', 'without-russian', 'hostile'],
  manifest: [
    'good',
    'not-json',
    'wrong-schema',
    'too-large',
    'missing',
    'server-error',
    'foreign-id',
    'rewritten',
    'other-document',
  ],
  network: ['normal', 'slow', 'hanging', 'offline'],
  endpoint: ['normal', 'server-error', 'hanging', 'answer-lost', 'refused', 'offline'],
} as const;

type Switch = keyof typeof SWITCHES;

/** The switches of one token. */
export type QaSettings = {[Name in Switch]: (typeof SWITCHES)[Name][number]} & {
  /** When each release was first published: it keeps its date, which records name and browsers remember. */
  since: Partial<Record<(typeof SWITCHES)['release'][number], Date>>;
};

const KEPT = 1000;

/** The token in a request, if it is one: it is written into pages. */
export const tokenIn = (text: string | undefined): string | undefined =>
  text && /^[\w-]{8,64}$/.test(text) ? text : undefined;

const isSwitch = (name: string): name is Switch => Object.hasOwn(SWITCHES, name);

/** Switches in memory, by token: testers, and tests, that run at one time do not meet. */
export class QaDesk {
  readonly #byToken = new Map<string, QaSettings>();

  of(token: string): QaSettings {
    return (
      this.#byToken.get(token) ?? {
        release: 'first',
        manifest: 'good',
        network: 'normal',
        endpoint: 'normal',
        since: {},
      }
    );
  }

  /** Sets one switch; says whether there is such a switch and value. */
  set(token: string, name: string, value: string, now: Date): boolean {
    if (!isSwitch(name) || !(SWITCHES[name] as readonly string[]).includes(value)) return false;
    const before = this.of(token);
    const after = {...before, [name]: value};
    // What is cancelled was announced before.
    const release = after.release === 'cancelled' ? 'announced' : after.release;
    this.#byToken.set(token, {...after, since: {[release]: now, ...before.since}});
    const [oldest] = this.#byToken.keys();
    if (this.#byToken.size > KEPT) this.#byToken.delete(oldest!);
    return true;
  }
}
