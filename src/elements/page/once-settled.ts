/** Calls back when the page has loaded and whoever has made an element has had time to put it where it belongs. */
export function onceSettled(look: () => void): void {
  if (document.readyState === 'complete') setTimeout(look);
  else addEventListener('load', () => setTimeout(look), {once: true});
}
