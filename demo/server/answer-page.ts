import {html} from 'hono/html';
import {ledgerAddress} from './ledger-address.js';
import type {FormKind, Part, Received} from './registration-form.js';
import type {Answer} from './registration-answer.js';
import {words, type Lang} from './words.js';

// Hono's `html` escapes every value that is not itself made by `html`.
type Html = ReturnType<typeof html>;

export interface AnswerPage {
  kind: FormKind;
  lang: Lang;
  received?: Received | undefined;
  answer: Answer;
}

const pretty = (value: unknown) => JSON.stringify(value, null, 2);

const table = (caption: string, columns: string[], rows: (string | number)[][], none: string): Html => html`
  <div class="scroller" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${
          rows.length
            ? rows.map(
                (row) =>
                  html`<tr>
                    ${row.map((cell) => html`<td>${cell}</td>`)}
                  </tr>`,
              )
            : html`<tr>
                <td colspan="${columns.length}">${none}</td>
              </tr>`
        }
      </tbody>
    </table>
  </div>
`;

const partRow = (part: Part): (string | number)[] =>
  'value' in part
    ? [part.name, part.value, '', Buffer.byteLength(part.value)]
    : [part.name, part.filename, part.type, part.size];

const pre = (title: string, value: unknown): Html => html`
  <h2>${title}</h2>
  <pre tabindex="0" aria-label="${title}">${typeof value === 'string' ? value : pretty(value)}</pre>
`;

function verdict({kind, lang, received, answer}: AnswerPage): Html {
  const say = words[lang];
  const query = received?.qa ? `lang=${lang}&qa=${received.qa}` : `lang=${lang}`;
  const back = html`<p><a href="${kind.page}?${query}">${say.back}</a></p>`;
  if (answer.ok) {
    return html`
      <h1>${say.acceptedTitle}</h1>
      <div class="remark good" id="verdict">
        <p>${say.accepted}</p>
        <p>
          ${say.receivedAt}: <time datetime="${answer.stored.receivedAt}">${answer.stored.receivedAt}</time>
        </p>
        <p><a href="${ledgerAddress(lang, {record: answer.stored.record.id})}">${say.inLedger}</a></p>
      </div>
      ${back}
    `;
  }
  // Several faults of one record come to one sentence for the person; the codes are in the table below.
  const sentences = [...new Set(answer.reasons.map(({message}) => message))];
  return html`
    <h1>${say.refusedTitle}</h1>
    <div class="remark bad" id="verdict">
      <p>${say.refused}</p>
      <ul>
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
      <p>${say.backKeeps}</p>
    </div>
    ${back}
  `;
}

function details({lang, received, answer}: AnswerPage): Html {
  const say = words[lang];
  const fields = answer.ok ? answer.stored.fields : (received?.fields ?? {});
  const files = answer.ok ? answer.stored.files : (received?.files ?? []);
  const record = answer.ok ? answer.stored.record : received?.record;
  return html`
    ${
      answer.ok
        ? ''
        : table(
            say.errors,
            [say.code, say.place, say.detail],
            answer.reasons.map(({code, path, detail}) => [code, path, detail ?? '']),
            say.none,
          )
    }
    ${
      received &&
      html`
        ${table(say.fields, [say.field, say.value], Object.entries(fields), say.none)}
        ${table(
          say.files,
          [say.file, say.type, say.size],
          files.map(({name, type, size}) => [name, type, size]),
          say.none,
        )}
        ${record === undefined ? '' : pre(say.record, record)}
        ${answer.ok && answer.warnings.length ? pre(say.warnings, answer.warnings) : ''}
        ${table(say.parts, [say.field, say.value, say.type, say.size], received.parts.map(partRow), say.none)}
      `
    }
  `;
}

function titleOf({lang, answer}: AnswerPage): string {
  const {acceptedTitle, refusedTitle} = words[lang];
  const dash = lang === 'ru' ? '—' : '–';
  return `${answer.ok ? acceptedTitle : refusedTitle} ${dash} IPSM`;
}

/** The page a browser gets after it sent the form. */
export function answerPage(page: AnswerPage): Html {
  // Sending put the record into the browser's history. The script takes it out again, for which the page needs an element.
  const refused = page.answer.ok ? '' : (page.answer.page?.attribute ?? '');
  return html`<!doctype html>
    <html lang="${page.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${titleOf(page)}</title>
        <link rel="icon" href="assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="assets/demo.css" />
        ${
          refused &&
          html`<script
            src="cdn/ipsm-consent.min.js"
            data-ipsm-consent
            data-ipsm-refused="${refused}"
          ></script>`
        }
      </head>
      <body class="document">
        <header class="masthead"><a class="brand" href="./?lang=${page.lang}">IPSM</a></header>
        <main>${verdict(page)} ${details(page)}</main>
        ${refused && html`<ipsm-policy-summary hidden policy="policy/manifest.json"></ipsm-policy-summary>`}
      </body>
    </html>`;
}
