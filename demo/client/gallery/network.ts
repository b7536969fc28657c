import type {Manifest} from 'ipsm-consent/core';
import {mendedDocument, servedManifest} from '../../shared/served.js';
import {HANGING_MS, SLOW_MS} from '../../shared/switches.js';
import type {GallerySettings} from './settings.js';

const waiting = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Until then, or until whoever asked gives up. */
const waitOrGiveUp = (ms: number, signal: AbortSignal | null | undefined) =>
  new Promise((resolve, reject) => {
    setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });

const lineIsDead = () => new TypeError('Failed to fetch');

const refusal = (code: string) => ({errors: [{code, path: '', message: 'A tester’s switch.'}]});

/** The network of a frame: the operator's server is in the page, so that it fails by the switches wherever it is served from. */
export class Network {
  /** Requests that will be answered soon. */
  #open = 0;

  constructor(
    private settings: GallerySettings,
    private manifest: Manifest,
    /** Absolute addresses. */
    readonly manifestUrl: string,
    readonly endpointUrl: string,
  ) {
    const through = window.fetch.bind(window);
    window.fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input, location.href).href;
      const isDocument = settings.manifest === 'other-document' && /\/policy\/[^/]+\.html$/.test(url);
      if (url === this.manifestUrl) return this.#answer(() => this.#sendManifest(init?.signal));
      if (url === this.endpointUrl) return this.#answer(() => this.#takeDecision(init));
      if (!isDocument) return through(input, init);
      const answer = await through(input, init);
      return new Response(mendedDocument(await answer.text()), answer);
    };
  }

  /** Whether nothing is on its way that will arrive. */
  get isQuiet(): boolean {
    return this.#open === 0;
  }

  publish(manifest: Manifest): void {
    this.manifest = manifest;
  }

  async #answer(send: () => Promise<Response>): Promise<Response> {
    this.#open++;
    try {
      return await send();
    } finally {
      this.#open--;
    }
  }

  /** Lets a request take longer than a state is waited for. */
  async #takeTime(wait: Promise<unknown>): Promise<void> {
    this.#open--;
    try {
      await wait;
    } finally {
      this.#open++;
    }
  }

  async #sendManifest(signal: AbortSignal | null | undefined): Promise<Response> {
    const {network, manifest} = this.settings;
    if (network === 'offline') throw lineIsDead();
    if (network === 'slow') await this.#takeTime(waiting(SLOW_MS));
    if (network === 'hanging') await this.#takeTime(waitOrGiveUp(HANGING_MS, signal));
    if (network === 'endless') await this.#takeTime(new Promise(() => {}));
    const {status, type, text} = servedManifest(this.manifest, manifest);
    return new Response(text, {status, headers: {'Content-Type': type}});
  }

  async #takeDecision(init: RequestInit | undefined): Promise<Response> {
    const {endpoint} = this.settings;
    if (endpoint === 'offline' || endpoint === 'answer-lost') throw lineIsDead();
    if (endpoint === 'server-error') return Response.json(refusal('busy'), {status: 500});
    if (endpoint === 'refused') return Response.json(refusal('refused'), {status: 422});
    if (endpoint === 'hanging') await this.#takeTime(waitOrGiveUp(HANGING_MS, init?.signal));
    return new Response(null, {status: 204});
  }
}
