import {SWITCHES, type Switch, type Switched} from '../shared/switches.js';

/** The switches of one token. */
export type QaSettings = Switched & {
  /** When each release was first published: it keeps its date, which records name and browsers remember. */
  since: Partial<Record<Switched['release'], Date>>;
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
