/** A desk at the server that fails on demand (fault-server.mjs), and what it has seen. */

/** What the server does with a request, as fault-server.mjs names it. */
export type Deed =
  | 'fine'
  | 'no content'
  | '503'
  | '429'
  | '500 after it was kept'
  | '422'
  | '401'
  | '403'
  | '404'
  | '408'
  | '409'
  | '425'
  | 'hanging'
  | 'hanging after it was kept'
  | 'hung up'
  | 'hung up after it was kept'
  | 'died in mid-answer'
  | 'a page'
  | 'another id'
  | 'redirect';

interface Seen {
  ledger: {id: string; body: string}[];
  requests: {id: string; how: Deed; body: string; method: string; type: string; cookie?: string}[];
}

export class Endpoint {
  readonly url: string;

  /** @param desk a name that a page knows; without one, a new desk */
  constructor(desk: string = crypto.randomUUID()) {
    this.url = `/faults/${desk}/decisions`;
  }

  /** What it does with the next requests. After them all is fine. */
  static async planned(...deeds: Deed[]): Promise<Endpoint> {
    const endpoint = new Endpoint();
    await endpoint.plan(...deeds);
    return endpoint;
  }

  async plan(...deeds: Deed[]): Promise<void> {
    await fetch(this.#at('plan'), {method: 'PUT', body: JSON.stringify(deeds)});
  }

  async seen(): Promise<Seen> {
    return (await (await fetch(this.#at('seen'))).json()) as Seen;
  }

  /** Asks the server until it has kept so many records. */
  async hasKept(count: number): Promise<Seen> {
    for (const end = performance.now() + 5000; ;) {
      const seen = await this.seen();
      if (seen.ledger.length >= count) return seen;
      if (performance.now() > end)
        throw new Error(`The server has ${JSON.stringify(seen)}, not ${count} records.`);
    }
  }

  #at(what: string): string {
    return this.url.replace('decisions', what);
  }
}

const PREFIX = 'ipsm-consent/outbox/1/ipsm-privacy/';

/** What the outbox says on this device, by record id. */
export const deliveries = (): Record<string, string> =>
  Object.fromEntries(
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => [
        key.slice(PREFIX.length),
        (JSON.parse(localStorage.getItem(key)!) as {state: string}).state,
      ]),
  );
