import type {PreviewState} from './state.js';
import {escapeHtml} from '../escape-html.js';
import {MANIFEST} from '../folder/archive.js';
import {WORDS} from '../words/languages.js';
import {matchLang} from '../../l10n/languages.js';

/** What a frame shows. */
export const VIEWS = ['form', 'representative', 'banner', 'status', 'changed'] as const;
/** One of {@link VIEWS}. */
export type View = (typeof VIEWS)[number];

const STYLE = `*{box-sizing:border-box}body{margin:0;padding:16px;font:1rem/1.5 system-ui,sans-serif;background:#fff;color:#1b1f24}
h1{font-size:1.25rem;margin:0 0 12px}label.field{display:block;margin:0 0 12px;font-size:.9375rem}
label.field input{display:block;width:100%;margin-top:4px;padding:8px;font:inherit;border:1px solid #8a939d;border-radius:6px}
button.send{margin-top:16px;padding:10px 20px;font:inherit;border:0;border-radius:6px;background:#0b57d0;color:#fff}
main{max-width:44rem;margin:0 auto}.filler{color:#59636e}.after{margin-top:24px}
@media print{body{padding:0}}`;

/** Tells the page around it how high it is, and when everything is drawn. */
const REPORT = `const tell = (message) => parent.postMessage({view: document.body.dataset.view, lang: document.documentElement.lang, ...message}, location.origin);
new ResizeObserver(() => tell({height: document.body.scrollHeight})).observe(document.body);
const elements = [...document.querySelectorAll('[data-drawn]')];
const inOneLine = (text) => text.replace(/\\s+/g, ' ');
const words = (element) => inOneLine(element.shadowRoot?.textContent ?? '').includes(inOneLine(element.dataset.drawn));
for (let tries = 0; tries < 100 && !elements.every(words); tries++) await new Promise((next) => setTimeout(next, 50));
const drawn = elements.every(words);
tell({drawn, failed: drawn ? undefined : (window.fault ?? ''), height: document.body.scrollHeight});`;

/** Keeps what an element says when something goes wrong, from the first moment on. */
const LISTEN = `addEventListener('ipsm-consent-error', ({message}) => { window.fault ??= message; });`;

/** Decides as a person who has agreed: by script, kept in this page alone. */
const agree = (policy: string, id: string) => `const box = document.createElement('ipsm-consent-checkbox');
Object.assign(box, {name: 'before', policy: '${policy}', policyId: '${id}', storage: 'memory'});
box.setAttribute('allow-script', '');
const form = document.createElement('form');
form.hidden = true;
form.append(box);
document.body.append(form);
await customElements.whenDefined('ipsm-consent-checkbox');
for (let tries = 0; tries < 100 && !box.release; tries++) await new Promise((next) => setTimeout(next, 50));
box.checked = true;
box.commit();
form.remove();`;

const SEND = `document.forms[0].addEventListener('submit', (event) => {
  event.preventDefault();
  document.querySelector('ipsm-consent-checkbox').commit();
  document.querySelector('.after').hidden = false;
});`;

/** Languages in which there is something to see: the sentence of a representative, and what changed, may not be there. */
export function langsOf(view: View, {langs, release, differences}: PreviewState): string[] {
  if (view === 'changed') return differences.length ? langs : [];
  return view === 'representative' ? langs.filter((lang) => release.notice[lang]?.agreeFor) : langs;
}

function bodyOf(
  view: View,
  attributes: string,
  drawn: (text: string) => string,
  state: PreviewState,
  lang: string,
) {
  const {page} = WORDS[matchLang(lang) ?? 'kk'];
  const notice = state.release.notice[lang]!;
  const purposes = state.release.terms.purposes.filter(
    ({id, required}) => !required && notice.purposes?.[id],
  );
  switch (view) {
    case 'form':
      return `<form>
<h1>${page.heading}</h1>
<label class="field">${page.surname}<input name="surname" autocomplete="off"></label>
<label class="field">${page.given}<input name="given" autocomplete="off"></label>
<label class="field">${page.email}<input name="email" autocomplete="off"></label>
<ipsm-consent-checkbox name="consent" subject-fields="surname given" ${attributes} ${drawn(notice.title)}></ipsm-consent-checkbox>
${purposes.map(({id}) => `<ipsm-consent-checkbox name="${id}" purpose="${id}" ${attributes}></ipsm-consent-checkbox>`).join('\n')}
<button class="send">${page.send}</button>
</form>
<div class="after" hidden><ipsm-consent-status ${attributes}></ipsm-consent-status></div>`;
    case 'representative':
      return `<form>
<h1>${page.heading}</h1>
<ipsm-consent-checkbox name="consent" by="representative" ${attributes} ${drawn(notice.agreeFor ?? '')}></ipsm-consent-checkbox>
</form>`;
    case 'status':
      return `<ipsm-consent-status ${attributes} ${drawn(state.release.version.slice(0, 4))}></ipsm-consent-status>`;
    default:
      return `<h1>${page.site}</h1><p class="filler">${page.filler}</p>
<ipsm-consent-banner ${attributes} ${drawn(notice.question)}></ipsm-consent-banner>`;
  }
}

/** A page with the elements and the draft in one language. */
export function framePage(view: View, lang: string, state: PreviewState): string {
  const policy = `${MANIFEST}?mark=${state.mark}${view === 'changed' ? '&with=before' : ''}`;
  const attributes = `policy="${policy}" policy-id="${state.id}" storage="memory"`;
  const drawn = (text: string) => `data-drawn="${escapeHtml(text)}"`;
  const script = {
    form: SEND,
    representative: '',
    banner: '',
    status: agree(policy, state.id),
    changed: agree(`${MANIFEST}?mark=${state.mark}&only=before`, state.id),
  }[view];
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${view} ${lang}</title>
<style>${STYLE}</style>
<script>${LISTEN}</script>
<script src="elements.js" data-ipsm-consent data-ipsm-policy="${policy}" data-ipsm-policy-id="${state.id}"></script>
</head>
<body data-view="${view}">
<main>
${bodyOf(view, attributes, drawn, state, lang)}
</main>
<script type="module">
${script}
${REPORT}
</script>
</body>
</html>
`;
}
