import {inFull} from './in-full.js';

const SELECTOR = 'script[type="application/json"][data-ipsm-manifest]';

/** A manifest that the page carries, not read yet. */
export interface InlineManifest {
  /** Its address, absolute; empty where the page names none. */
  url: string;
  text: string;
}

/**
 * The manifest that a page carries in `<script type="application/json" data-ipsm-manifest="URL">`; URL is its address.
 * @param url only one with this address; without it, the first one
 */
export function inlineManifest(url: string): InlineManifest | undefined {
  for (const {dataset, text} of document.querySelectorAll<HTMLScriptElement>(SELECTOR)) {
    const address = inFull(dataset.ipsmManifest);
    if (!url || address === url) return {url: address, text};
  }
  return undefined;
}
