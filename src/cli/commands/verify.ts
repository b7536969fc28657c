import {createVerifier} from '../../server/verifier.js';
import {checkPublished, readPublished} from '../check/published.js';
import {csvRows} from '../csv.js';
import {published, type Desk} from '../desk.js';
import {inOneLine} from '../finding.js';
import {readGiven} from '../given-file.js';
import type {Outcome} from '../outcome.js';
import type {Line} from '../print.js';
import {EXIT, unusable} from '../stop.js';

/** A line that is no record of what was published. */
interface Bad {
  line: number;
  code: string;
  path: string;
  message: string;
}

/** The records in a file: one a line, or in the column `entry` of a table with a heading, as the ledger exports it. */
function recordsIn(text: string): {line: number; entry: string}[] {
  const [heading] = csvRows(text.trimStart().split('\n', 1)[0]!);
  const column = heading?.cells.indexOf('entry') ?? -1;
  if (column >= 0) {
    const [, ...rows] = csvRows(text);
    return rows.map(({line, cells}) => ({line, entry: cells[column] ?? ''}));
  }
  const lines = text.split('\n').map((line, i) => ({line: i + 1, entry: line.trim()}));
  return lines.filter(({entry}) => entry);
}

/** Checks records, one a line or in a table, against everything that was ever published. */
export async function verify(desk: Desk, file: string): Promise<Outcome> {
  const {io, root, w} = desk;
  const manifest = (await published(desk))?.manifest;
  if (!manifest) throw unusable('nothing-published', w.nothingPublished());
  // Records are worth what the archive is worth.
  const damage = (await checkPublished(io.disk, root, await readPublished(io.disk, root, w), w)).filter(
    ({level}) => level === 'problem',
  );
  const verifier = await createVerifier(manifest);
  const bad: Bad[] = [];
  let good = 0;
  for (const {line, entry} of recordsIn((await readGiven(io, file, w)).text)) {
    const verdict = verifier.verifyRecord(entry);
    if (verdict.ok) good++;
    else bad.push(...verdict.errors.map((error) => ({line, ...error})));
  }
  const wrong = new Set(bad.map(({line}) => line)).size;
  const complaints: Line[] = [
    ...damage.map((finding) => ({text: inOneLine(finding), style: 'red' as const})),
    ...bad.map(({line, code, path, message}) => ({
      text: `${file}:${line}: ${code}${path && ` ${path}`}: ${w.badRecord[code] ?? message}`,
      style: 'red' as const,
    })),
  ];
  return {
    exitCode: complaints.length ? EXIT.problems : EXIT.ok,
    result: {ok: !complaints.length, good, wrong, errors: bad, archive: damage},
    lines: [{text: good + wrong ? w.verified(good, wrong) : w.noRecords(file), style: 'bold'}],
    complaints,
  };
}
