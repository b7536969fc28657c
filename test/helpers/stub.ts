const undo: (() => void)[] = [];

/** Replaces a member of an object for the rest of the test. */
export function stub(object: object, member: string, descriptor: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(object, member);
  Object.defineProperty(object, member, {configurable: true, ...descriptor});
  undo.push(() => {
    if (before) Object.defineProperty(object, member, before);
    else Reflect.deleteProperty(object, member);
  });
}

const refused = () => {
  throw new DOMException('Not for tests.', 'QuotaExceededError');
};

/** Web Storage of a kind as where site data is blocked: the getter itself throws. */
export function blockStorage(kind: 'localStorage' | 'sessionStorage'): void {
  stub(window, kind, {get: refused});
}

/** Web Storage that is full: it reads and removes, and writes nothing. */
export function fillStorage(): void {
  stub(Storage.prototype, 'setItem', {value: refused, writable: true});
}

/** Undoes it all within a test. */
export function restore(): void {
  while (undo.length) undo.pop()!();
}

afterEach(restore);
