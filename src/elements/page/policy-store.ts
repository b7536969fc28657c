import type {ConsentStorage} from '../../core/ports.js';
import {afterPaint} from '../../platform/after-paint.js';

import {cookieConsentStorage} from '../../platform/cookie-storage.js';
import {canonicalJson} from '../../core/canonical-json.js';
import {readStanding, type Standing} from '../../core/standing.js';
import {inFull} from '../../platform/in-full.js';
import {inlineManifest} from '../../platform/inline-manifest.js';
import {localConsentStorage} from '../../platform/local-storage.js';
import {memoryStorage, withMemory} from '../../platform/memory-storage.js';
import type {Outbox} from '../../platform/outbox.js';
import {onceLeft} from '../../platform/once-left.js';
import {onReturn} from '../../platform/page-return.js';
import {onConfigure, pageConfig, type StorageKind} from './configure.js';
import {PolicyContext, type ContextCause, type ServerRefusal} from './policy-context.js';
import {onceSettled} from './once-settled.js';
import {warnOnce} from './warn-once.js';

type Listener = (cause: ContextCause) => void;

const listeners = new Set<Listener>();
const contexts = new Map<string, PolicyContext>();
const storages = new Map<string, ConsentStorage>();
let outbox: typeof Outbox | undefined;
let watching = false;

/** Looks again at what is stored; whether the last decision about a policy is another one than it was. */
const isMoved = () => [...contexts.values()].filter((context) => context.refresh()).length > 0;

const tell = (cause: ContextCause) => [...listeners].forEach((listener) => listener(cause));

/** Without a cause of its own, a decision that is not the one it was is another tab's. */
function notify(cause: ContextCause) {
  tell(isMoved() && !cause ? 'other-tab' : cause);
}

function storageOf(kind: StorageKind, domain: string): ConsentStorage {
  const key = kind + domain;
  let storage = storages.get(key);
  if (!storage) {
    storage =
      kind === 'memory'
        ? memoryStorage()
        : withMemory(kind === 'cookie' ? cookieConsentStorage(domain) : localConsentStorage, () =>
            warnOnce(
              'storage',
              `This browser stores nothing for the site${domain && ` on the domain ${domain}`}. The answer is kept until the page is left.`,
            ),
          );
    storages.set(key, storage);
    const {subscribe} = storage;
    // What costs most of all that an element does at the start: a person gets to another tab by leaving this one.
    onceLeft(() => {
      subscribe((written) => {
        if (written?.startsWith('ipsm-consent/outbox/'))
          contexts.forEach((context) => context.outbox?.flush());
        notify(null);
      });
      // Another tab may have been there in the meantime.
      notify(null);
    });
  }
  return storage;
}

/** Whose record the page says was refused. */
let refusedPolicy: PolicyContext | undefined;

/** Hands the page's refusal to the policy whose history has the record; of one that none has, to the page's first policy. */
function heedRefusal(): void {
  type Words = [string?, ServerRefusal['code']?, string?, string?];
  const [id, code, version, now] = (pageConfig.refused?.trim().split(/\s+/) ?? []) as Words;
  const all = [...contexts.values()];
  if (!code) return all.forEach((context) => (context.refusal = undefined));
  refusedPolicy = all.find((context) => context.entry(id!)) ?? refusedPolicy;
  for (const context of all)
    if (context.policyId === refusedPolicy?.policyId) context.heed({id: id!, code, version, now});
}

/** A page that was left open may be about another release by now, also without a new manifest. */
function watch() {
  if (watching) return;
  watching = true;
  onConfigure(() => {
    heedRefusal();
    notify(null);
  });
  // Not sooner: the policy whose record it is may still be on its way.
  onceSettled(() => {
    refusedPolicy ??= [...contexts.values()][0];
    heedRefusal();
  });
  afterPaint(() => {
    onReturn((since?: number) => {
      for (const context of contexts.values()) {
        context.look();
        context.outbox?.flush(since);
      }
      notify(null);
    });
  });
}

/** Calls back when anything that elements draw or submit may have changed; returns the function that stops it. */
export function onContextChange(listener: Listener): () => void {
  watch();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is stored may have been changed by somebody else on this page. */
export const storedElsewhere = (): void => notify(null);

/** Called by elements that send. A page that has none does without the code for it. */
export function sendBy(type: typeof Outbox): void {
  if (outbox) return;
  outbox = type;
  contexts.forEach((context) => context.sendBy(type));
}

const standings = new Map<string | Standing, Standing | undefined>();

/** What a server says of a person, read once; what cannot be read is told and ignored. */
export function standingOf(json: string | Standing | undefined): Standing | undefined {
  if (!json) return undefined;
  if (!standings.has(json)) {
    let read: Standing | undefined;
    try {
      read = readStanding(typeof json === 'string' ? JSON.parse(json) : json);
    } catch (error) {
      warnOnce(
        'standing',
        `"standing" is ignored: ${(error as Error).message} Write what the ledger's standing() gives.`,
      );
    }
    standings.set(json, read);
  }
  return standings.get(json);
}

let inlineUrl: string | undefined;

/** The address of the manifest that the page carries: it is that of the policy where the page names no other. */
function urlOfInline(): string {
  const url = inlineUrl ?? inlineManifest('')?.url ?? '';
  if (url || document.readyState !== 'loading') inlineUrl = url;
  return url;
}

/** Completes an address when it has changed: a page may change its own, as single-page apps do, and means the same file. */
export function inFullOnce(): (url: string | undefined) => string {
  let last: string | undefined;
  let full = '';
  return (url) => {
    if (url !== last) full = inFull(url);
    last = url;
    return full;
  };
}

const urlOfPage = inFullOnce();

/**
 * The context of a policy, made on first use.
 * @param policy URL of its manifest, in full; empty: as the page says
 * @param standing JSON of the element's own; empty: the page's; `null`: none
 */
export function contextFor(
  policy: string,
  policyId: string,
  storage: StorageKind | '',
  cookieDomain: string,
  standing: string | null,
): PolicyContext {
  const url = policy || urlOfPage(pageConfig.policy) || urlOfInline();
  const id = policyId || pageConfig.policyId || 'ipsm-privacy';
  const kind = storage || pageConfig.storage || 'local';
  const isCookie = kind === 'cookie';
  const domain = isCookie ? cookieDomain || pageConfig.cookieDomain || '' : '';
  const known = standing === null ? undefined : standingOf(standing || pageConfig.standing);
  const key = [url, id, kind, domain, known ? canonicalJson(known) : ''].join('\n');
  let context = contexts.get(key);
  if (!context) {
    const rest = storageOf(isCookie ? 'local' : kind, '');
    context = new PolicyContext(url, id, storageOf(kind, domain), rest, notify, known);
    contexts.set(key, context);
    heedRefusal();
    if (url) void context.load();
    if (outbox) context.sendBy(outbox);
  }
  return context;
}
