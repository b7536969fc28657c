import {noticeFor, releasesSince} from 'ipsm-consent/core';
import {inLang, WORDS} from './words.mjs';

class Html {
  constructor(text) {
    this.text = text;
  }
}

/** Says that a text is HTML already. */
export const raw = (text) => new Html(text);

const printed = (value) => {
  if (Array.isArray(value)) return value.map(printed).join('');
  if (value instanceof Html) return value.text;
  return String(value ?? '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
};

/** Every value is escaped, but for HTML that was made here. */
const html = (strings, ...values) =>
  raw(String.raw({raw: strings}, ...values.map((value) => printed(value))));

// Nothing in it may end the element. With it in the page nothing moves when the element takes over, and words of an earlier
// release that this browser has kept are never on screen.
const carried = (manifest) =>
  html`<script type="application/json" data-ipsm-manifest="/policy/manifest.json">
    ${raw(JSON.stringify(manifest).replaceAll('<', '\\u003c'))}
  </script>`;

/** @param here where the page is to be had in another language */
function page({lang, here, manifest, title, refused, body}) {
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="stylesheet" href="/ipsm-consent/ipsm-consent-fallback.css" />
        <link rel="stylesheet" href="/page.css" />
        ${manifest ? carried(manifest) : ''}
        ${
          manifest
            ? html`<script
                src="/ipsm-consent/ipsm-consent-all.min.js"
                defer
                data-ipsm-consent
                data-ipsm-refused="${refused}"
              ></script>`
            : ''
        }
      </head>
      <body>
        <nav>
          ${Object.keys(WORDS).map((each) => html`<a href="${inLang(here, each)}" lang="${each}">${each}</a> `)}
        </nav>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`.text;
}

const said = (text) => (text ? html`<p class="error" role="alert">${text}</p>` : '');

const signOut = (lang) =>
  html`<form method="post" action="/sign-out?lang=${lang}"><button>${WORDS[lang].signOut}</button></form>`;

export function signInPage({lang, next, login, isWrong}) {
  const words = WORDS[lang];
  const body = html`${said(isWrong && words.wrong)}
    <form method="post" action="/sign-in?lang=${lang}">
      <input type="hidden" name="next" value="${next}" />
      <label>${words.login} <input name="login" autocomplete="username" required value="${login}" /></label>
      <label>
        ${words.password} <input name="password" type="password" autocomplete="current-password" required />
      </label>
      <button>${words.signIn}</button>
    </form>`;
  return page({lang, here: `/sign-in?${new URLSearchParams({next})}`, title: words.signIn, body});
}

export function dataPage({lang, here, person}) {
  const words = WORDS[lang];
  const body = html`<dl>
      <dt>${words.name}</dt>
      <dd>${person.name}</dd>
      <dt>${words.email}</dt>
      <dd>${person.email}</dd>
    </dl>
    <p><a href="/consent?lang=${lang}">${words.consent}</a></p>
    ${signOut(lang)}`;
  return page({lang, here, title: words.data, body});
}

/** Where a consent is looked at and withdrawn: for everybody who is signed in, whatever there is to agree to. */
export function consentPage({lang, manifest, release, standing}) {
  const words = WORDS[lang];
  const email = release?.operator.email;
  const body = html`<ipsm-consent-status endpoint="/consent/decisions" standing="${JSON.stringify(standing)}">
      ${email ? html`<p>${words.byMail} <a href="mailto:${email}">${email}</a></p>` : ''}
    </ipsm-consent-status>
    <p><a href="/my?lang=${lang}">${words.data}</a></p>
    ${signOut(lang)}`;
  return page({lang, here: '/consent', manifest, title: words.consent, body});
}

/** What the operator says has changed: by the ledger, for this browser may know nothing of an earlier consent. */
function changes({lang, manifest, standing}) {
  if (standing.status !== 'outdated') return '';
  const lines = releasesSince(manifest, standing.version, new Date()).flatMap((release) => {
    const shown = noticeFor(release, lang);
    return (shown.notice.changes ?? []).map((line) => html`<li lang="${shown.lang}">${line}</li>`);
  });
  return lines.length > 0
    ? html`<section class="changed">
        <p>${WORDS[lang].changed}</p>
        <ul>
          ${lines}
        </ul>
      </section>`
    : html`<p class="changed">${WORDS[lang].unsaid}</p>`;
}

/**
 * Asks before one goes on.
 * @param fallback what `printFallback` has made
 * @param refusal of the form that is answered: why, and what `pageRefusal` makes of it for the page's script
 */
export function askPage({lang, manifest, standing, fallback, next, refusal}) {
  const words = WORDS[lang];
  const {subject, status} = standing;
  const form = html`<p>${words.ask}</p>
    ${changes({lang, manifest, standing})}
    <form method="post" action="/agree?lang=${lang}">
      <input type="hidden" name="next" value="${next}" />
      <input type="hidden" name="person" value="${subject}" />
      <ipsm-consent-checkbox name="consent" subject-ref="${subject}" standing="${JSON.stringify(standing)}">
        ${raw(fallback)}
      </ipsm-consent-checkbox>
      <button>${words.goOn}</button>
    </form>`;
  const body = html`${said(refusal && (words[refusal.why] ?? words.refused))}
    ${status === 'given' ? html`<p><a href="${next}">${words.goOn}</a></p>` : form}
    <p><a href="/consent?lang=${lang}">${words.consent}</a></p>
    ${signOut(lang)}`;
  const title = {given: words.consent, declined: words.unasked}[status] ?? words[status];
  return page({lang, here: next, manifest, title, refused: refusal?.attribute, body});
}
