import type {Checkbox} from './consent.js';

const pretty = (value: unknown) => JSON.stringify(value, null, 2);

/** What the elements keep, by key. */
export function readStorage(view: Window = window): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  try {
    const {localStorage} = view;
    for (const key of Object.keys(localStorage)
      .filter((name) => name.startsWith('ipsm-consent'))
      .sort()) {
      const text = localStorage.getItem(key) ?? '';
      try {
        found[key] = JSON.parse(text);
      } catch {
        found[key] = text;
      }
    }
  } catch {
    // Storage is blocked: the elements fall back to memory, and there is nothing here to show.
  }
  return found;
}

interface Panel {
  record: HTMLElement;
  noRecord: HTMLElement;
  history: HTMLElement;
  noHistory: HTMLElement;
}

/** Shows the element's record and what this device remembers, and keeps both fresh. Returns the function that does. */
export function showStoredState(checkbox: Checkbox, panel: Panel): () => void {
  const refresh = () => {
    const stored = readStorage();
    const none = Object.keys(stored).length === 0;
    panel.record.textContent = checkbox.record ? pretty(checkbox.record) : '';
    panel.record.hidden = !checkbox.record;
    panel.noRecord.hidden = Boolean(checkbox.record);
    panel.history.textContent = none ? '' : pretty(stored);
    panel.history.hidden = none;
    panel.noHistory.hidden = !none;
  };
  addEventListener('storage', refresh);
  addEventListener('pageshow', refresh);
  document.addEventListener('ipsm-consent-change', refresh);
  refresh();
  return refresh;
}
