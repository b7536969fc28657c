import type {ConsentStorage} from '../core/ports.js';
import {localConsentStorage} from '../platform/local-storage.js';
import {memoryStorage} from '../platform/memory-storage.js';
import {onReturn} from '../platform/page-return.js';
import {onConfigure, pageConfig} from './configure.js';
import {PolicyContext, type ContextCause} from './policy-context.js';
import {warnOnce} from './warn-once.js';

type Listener = (cause: ContextCause) => void;

const listeners = new Set<Listener>();
const contexts = new Map<string, PolicyContext>();
const storages = new Map<string, ConsentStorage>();
let watching = false;

function notify(cause: ContextCause) {
  contexts.forEach((context) => context.refresh());
  [...listeners].forEach((listener) => listener(cause));
}

function storageOf(kind: string): ConsentStorage {
  let storage = storages.get(kind);
  if (!storage) {
    storage =
      kind === 'memory'
        ? memoryStorage()
        : localConsentStorage(() =>
            warnOnce(
              'storage',
              'This browser stores nothing for the site. The answer is kept until the page is left.',
            ),
          );
    storage.subscribe((key) => {
      // What another tab sends decides nothing.
      const isDelivery = key?.startsWith('ipsm-consent/outbox/');
      if (isDelivery) contexts.forEach((context) => context.outbox.flush());
      notify(isDelivery ? null : 'other-tab');
    });
    storages.set(kind, storage);
  }
  return storage;
}

/** A page that was left open may be about another release by now, also without a new manifest. */
function watch() {
  if (watching) return;
  watching = true;
  onConfigure(() => notify(null));
  onReturn(() => {
    contexts.forEach((context) => {
      context.look();
      context.outbox.flush();
    });
    notify(null);
  });
  addEventListener('online', () => contexts.forEach((context) => context.outbox.flush(Date.now())));
}

/** Calls back when anything that elements draw or submit may have changed; returns the function that stops it. */
export function onContextChange(listener: Listener): () => void {
  watch();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The context of a policy, made on first use. */
export function contextFor(policy: string, policyId: string, storage: string): PolicyContext {
  const from = policy || pageConfig.policy;
  const url = from ? new URL(from, document.baseURI).href : '';
  const id = policyId || pageConfig.policyId || 'ipsm-privacy';
  const kind = storage || pageConfig.storage || 'local';
  const key = [url, id, kind].join('\n');
  let context = contexts.get(key);
  if (!context) {
    const outboxStorage = storageOf(kind === 'memory' ? kind : 'local');
    contexts.set(key, (context = new PolicyContext(url, id, storageOf(kind), outboxStorage, notify)));
    if (url) void context.load();
    context.outbox.flush();
  }
  return context;
}
