import type {Accepted} from './answer.js';
import {create} from './dom.js';
import {LANGUAGE_EVENT} from './language.js';
import {pageLang, word, type Word} from './words.js';

function table(title: Word, columns: Word[], rows: string[][]): HTMLElement {
  const scroller = create(
    'div',
    create(
      'table',
      create('caption', word(title)),
      create('thead', create('tr', ...columns.map((column) => create('th', word(column))))),
      create('tbody', ...rows.map((row) => create('tr', ...row.map((cell) => create('td', cell))))),
    ),
  );
  scroller.className = 'scroller';
  scroller.role = 'region';
  scroller.ariaLabel = word(title);
  // It scrolls on a phone: the keyboard has to reach it.
  scroller.tabIndex = 0;
  return scroller;
}

function pre(title: Word, value: unknown): HTMLElement[] {
  const block = create('pre', JSON.stringify(value, null, 2));
  block.role = 'region';
  block.ariaLabel = word(title);
  block.tabIndex = 0;
  return [create('h3', word(title)), block];
}

function ledgerLink(recordId: string): HTMLElement {
  const link = create('a', word('inLedger'));
  link.href = `ledger?${new URLSearchParams({lang: pageLang(), record: recordId})}`;
  return link;
}

function draw({stored, warnings}: Accepted): Node[] {
  const {receivedAt, fields, files, record} = stored;
  const noFiles = [[word('none'), '', '']];
  return [
    create('h2', word('accepted')),
    create('p', word('acceptedAt'), ' ', create('time', receivedAt)),
    create('p', ledgerLink(record.id)),
    table('receivedFields', ['field', 'value'], Object.entries(fields)),
    table(
      'receivedFiles',
      ['file', 'type', 'size'],
      files.length ? files.map((file) => [file.name, file.type, String(file.size)]) : noFiles,
    ),
    ...pre('receivedRecord', record),
    ...(warnings.length ? pre('warnings', warnings) : []),
  ];
}

/** Shows what the server stored, in the page's language even when that changes later. */
export function answerIn(region: HTMLElement): (answer: Accepted | undefined) => void {
  let shown: Accepted | undefined;
  const redraw = () => {
    region.replaceChildren(...(shown ? draw(shown) : []));
    region.classList.toggle('filled', Boolean(shown));
  };
  document.addEventListener(LANGUAGE_EVENT, redraw);
  return (answer) => {
    shown = answer;
    redraw();
  };
}
