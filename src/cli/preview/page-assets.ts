/** Style of the page that the operator looks at. */
export const PAGE_STYLE = `*{box-sizing:border-box}
body{margin:0;font:1rem/1.45 system-ui,sans-serif;background:#f3f4f6;color:#1b1f24}
header{padding:16px 24px;background:#fff;border-bottom:1px solid #d0d5da}
h1{font-size:1.25rem;margin:0}header p{margin:2px 0 12px;color:#59636e}
.tools{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center}
fieldset{border:0;margin:0;padding:0;display:flex;gap:16px}
button{font:inherit;padding:6px 14px;border:1px solid #8a939d;border-radius:6px;background:#fff}
output{font-weight:600}output.seen{color:#1a6b34}output.failed{color:#b3261e}
.columns{display:flex;gap:24px;padding:20px 24px;align-items:flex-start}
aside{flex:0 0 320px;position:sticky;top:16px;max-height:calc(100vh - 32px);overflow:auto;background:#fff;border:1px solid #d0d5da;border-radius:8px;padding:4px 16px 12px;font-size:.9375rem;overflow-wrap:anywhere}
aside h2{font-size:1rem;margin:14px 0 4px}aside ul{margin:0;padding:0;list-style:none}aside li{margin:0 0 8px;padding-left:10px;border-left:3px solid #d0d5da}
aside .problem{border-color:#b3261e}aside .warning{border-color:#b06000}.none{color:#59636e;margin:4px 0}
main{flex:1;min-width:0;max-width:100%}section{margin:0 0 36px}main h2{font-size:1.125rem;margin:0 0 8px}
.frames{display:flex;flex-wrap:wrap;gap:20px;align-items:flex-start}
figure{margin:0;max-width:100%}figcaption{font-size:.9375rem;color:#59636e;margin-bottom:4px}
.whole{max-width:390px;margin:8px 0 0;font-size:.9375rem}.whole span{color:#59636e}
iframe{display:block;width:390px;max-width:100%;height:844px;border:1px solid #8a939d;border-radius:12px;background:#fff}
.desktop iframe{width:1000px}
table{border-collapse:collapse;table-layout:fixed;width:100%;background:#fff}thead th:first-child{width:12rem}th,td{border:1px solid #d0d5da;padding:6px 10px;text-align:start;vertical-align:top;overflow-wrap:anywhere}td{white-space:pre-line}
th{font-weight:600;font-size:.9375rem}thead th{background:#f3f4f6}
@media (max-width:900px){.columns{flex-direction:column}aside{position:static;flex:none;width:100%;max-height:none}main{width:100%}}
@media (max-width:600px){header,.columns{padding:12px 8px}fieldset{flex-wrap:wrap}thead th:first-child{width:8.5rem}th,td{padding:4px 6px}}
@media print{@page{size:A4 landscape;margin:10mm}body{background:#fff}.tools fieldset,.tools button{display:none}.columns{display:block;padding:0}aside{position:static;max-height:none;border:0;padding:0}
section{break-before:page}.frames{flex-wrap:nowrap;gap:4mm}.phone figure{width:86mm}.phone iframe{zoom:.83}.desktop .frames{display:block}.desktop iframe{zoom:.95}}`;

/** Script of that page: sizes the frames, notes that the words were shown, follows the files. */
export const PAGE_SCRIPT = `
const {mark, digest, seen, sound, failed, gone} = document.body.dataset;
const state = document.getElementById('state');
const frames = [...document.querySelectorAll('iframe')];
const key = 'device';
const choose = (device) => {
  document.body.classList.remove('phone', 'desktop');
  document.body.classList.add(device);
  sessionStorage.setItem(key, device);
};
choose(sessionStorage.getItem(key) ?? 'phone');
for (const radio of document.querySelectorAll('[name=device]')) {
  radio.checked = document.body.classList.contains(radio.value);
  radio.addEventListener('change', () => choose(radio.value));
}
// What is one press away is printed as well, and can be read in all languages at once.
const layers = document.getElementById('layers');
const roots = (root) => [root, ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) => (shadowRoot ? roots(shadowRoot) : []))];
const open = (isOpen) => {
  layers.checked = isOpen;
  for (const {contentDocument} of frames)
    for (const root of roots(contentDocument)) for (const details of root.querySelectorAll('details')) details.open = isOpen;
};
layers.addEventListener('change', () => open(layers.checked));
document.getElementById('print').addEventListener('click', () => {
  open(true);
  // The frames report their new height first.
  setTimeout(print, 300);
});
const drawn = new Set();
addEventListener('message', async ({data, origin, source}) => {
  const frame = frames.find(({contentWindow}) => contentWindow === source);
  if (origin !== location.origin || !frame) return;
  const fixed = data.view === 'banner' || data.view === 'changed';
  if (data.height) frame.style.height = (fixed ? 844 : Math.max(200, data.height + 2)) + 'px';
  if (typeof data.failed === 'string') {
    state.textContent = (failed + ' ' + data.failed).trim();
    state.className = 'failed';
    return;
  }
  if (!data.drawn || drawn.has(frame)) return;
  drawn.add(frame);
  if (drawn.size < frames.length) return;
  const {ok} = await fetch('seen', {method: 'POST', body: digest});
  if (!ok) return;
  state.textContent = seen;
  state.className = sound === 'true' ? 'seen' : 'failed';
});
const events = new EventSource('events?mark=' + mark);
events.addEventListener('changed', () => location.reload());
events.addEventListener('error', () => {
  if (events.readyState !== EventSource.CLOSED && navigator.onLine === false) return;
  state.textContent = gone;
  state.className = '';
});
events.addEventListener('open', () => { if (state.textContent === gone) location.reload(); });
`;
