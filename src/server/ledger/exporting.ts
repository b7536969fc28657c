import type {ConsentRecord} from '../../core/index.js';
import {ENTRY_COLUMNS, ENTRY_TABLES} from './audit-entry.js';
import {checkTime, referenceOf} from './arguments.js';
import {AUDIT, whereOf, type Filter} from './auditing.js';
import type {Database, Row} from './database.js';

/** `jsonl`: one entry a line, as `ipsm-policy verify` reads them. `csv`: with the server's own columns beside the entry. */
export type ExportFormat = 'jsonl' | 'csv';

const BATCH = 500;
const COLUMNS = [
  'id',
  'received',
  'subject',
  'policy',
  'version',
  'lang',
  'state',
  'method',
  'acted',
  'entry',
];

/** A cell after RFC 4180; a text that a spreadsheet would run as a formula gets an apostrophe before it. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvLine(row: Row): string {
  const text = (column: string) => (row[column] as string | null) ?? '';
  const {method} = (JSON.parse(text('entry')) as ConsentRecord).event;
  return [
    ...[text('id'), text('received_at'), text('subject'), text('policy'), text('version'), text('lang')],
    ...[text('state'), method, text('acted_at'), text('entry')],
  ]
    .map(cell)
    .join(',');
}

/** The part of the ledger that gives entries away, oldest first, in pieces of text. */
export function exporting(database: Database) {
  async function* lines(filter: Filter, format: ExportFormat): AsyncGenerator<string, void, undefined> {
    if (format === 'csv') yield `${COLUMNS.join(',')}\r\n`;
    let last: {at: string; number: string} | undefined;
    for (;;) {
      const values: unknown[] = [];
      const batch = `select ${ENTRY_COLUMNS} from ${ENTRY_TABLES} ${whereOf(filter, values, last && {...last, is: '>'})}
        order by r.received_at, r.number limit ${BATCH}`;
      // a transaction for each: nobody knows how slowly they are taken, or whether to the end
      const {rows} = await database.transaction((tx) => tx.query(batch, values), AUDIT);
      for (const row of rows) {
        yield format === 'csv' ? `${csvLine(row)}\r\n` : `${row['entry'] as string}\n`;
      }
      const end = rows.at(-1);
      if (!end || rows.length < BATCH) return;
      last = {at: end['received_at'] as string, number: String(end['number'])};
    }
  }

  return {
    /**
     * Everything of one person.
     * @throws {TypeError} where it names nobody
     */
    exportSubject: (subject: string, format: ExportFormat = 'jsonl') =>
      lines({subject: referenceOf(subject)}, format),

    /**
     * What was received from a moment on and before another; other filters narrow it further.
     * @throws {TypeError} without both moments
     */
    exportPeriod(period: Filter & Required<Pick<Filter, 'from' | 'to'>>, format: ExportFormat = 'jsonl') {
      checkTime('from', period.from);
      checkTime('to', period.to);
      return lines(period, format);
    },
  };
}
