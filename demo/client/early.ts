/*
 * Runs in <head> before the elements are defined and before the first paint: so that the page does not show one
 * theme and then another. A classic script, hence no import and no export.
 */
{
  const query = new URLSearchParams(location.search);
  const root = document.documentElement;
  const theme = query.get('theme') ?? '';
  root.dataset['script'] = 'runs';
  if (/^(light|dark)$/.test(theme)) root.dataset['theme'] = theme;

  // What the elements say before main.js is there to write it down.
  const events: Event[] = [];
  const stop = new AbortController();
  for (const type of ['ipsm-consent-change', 'ipsm-consent-open', 'ipsm-consent-error'])
    document.addEventListener(type, (event) => events.push(event), {signal: stop.signal});
  Object.assign(window, {early: {events, stop}});
}
