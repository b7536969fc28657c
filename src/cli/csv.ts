/** A row of a table, and the line that it begins in. */
export interface CsvRow {
  line: number;
  cells: string[];
}

const CELL = /(?:"([^"]*(?:""[^"]*)*)(?:"|$))?([^,\n]*)(,|\n|$)/g;

/** Reads CSV after RFC 4180, with line breaks of one character. Empty lines are no rows; a quote that none closes goes to the end. */
export function csvRows(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let row: CsvRow = {line: 1, cells: []};
  let {line} = row;
  for (const [all, quoted = '', plain = '', end] of text.matchAll(CELL)) {
    row.cells.push(quoted.replaceAll('""', '"') + plain);
    line += all.split('\n').length - 1;
    if (end === ',') continue;
    if (row.cells.some(Boolean)) rows.push(row);
    row = {line, cells: []};
  }
  return rows;
}
