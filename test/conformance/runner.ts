import {writeFile} from '@web/test-runner-commands';
import {expect} from 'chai';
import {engine} from '../helpers/commands.js';
import {Kit, type Kind} from './kit.js';
import {OneOf, type Group, type Row} from './row.js';

const KINDS = ['native', 'ours'] as const;
/** What the native control showed in this engine. */
const shown = new Map<Row, unknown>();
/** For docs/conformance.md, which scripts/conformance-table.mjs writes. */
const results: {group: string; name: string; kind: Kind; state: string; ms: number; why?: string}[] = [];

const differenceHere = ({differs}: Row) =>
  !differs?.within || differs.within.includes(engine()) ? differs : undefined;

/** What a fresh control of the kind shows. */
export async function observe(kind: Kind, row: Row): Promise<unknown> {
  const kit = new Kit(kind);
  try {
    return JSON.parse(JSON.stringify((await row.run(kit)) ?? null));
  } finally {
    kit.dispose();
  }
}

async function checkNative(row: Row): Promise<void> {
  const value = await observe('native', row);
  shown.set(row, value);
  if (row.expected instanceof OneOf) expect(row.expected.values).to.deep.include(value);
  else expect(value).to.deep.equal(row.expected);
}

async function checkOurs(row: Row): Promise<void> {
  // unless its test was left out
  if (!shown.has(row)) await checkNative(row);
  const value = await observe('ours', row);
  const differs = differenceHere(row);
  if (!differs) expect(value).to.deep.equal(shown.get(row));
  else {
    expect(value).to.deep.equal(differs.ours);
    expect(value, 'it does not differ').to.not.deep.equal(shown.get(row));
  }
}

/** One file of tests; in more than one, because a file must be done within five minutes on a busy machine. */
export function conformance(part: string, groups: readonly Group[]): void {
  describe(`a checkbox in a form: ${part}`, () => {
    for (const group of groups) describe(group.title, () => runGroup(group));

    it('names each behaviour once', () => {
      const names = groups.flatMap(({rows}) => rows.map(({name}) => name));
      expect([...new Set(names)]).to.deep.equal(names);
    });

    after(async () => {
      const path = `../../.cache/conformance/${engine()}-${part}.json`;
      await writeFile({path, content: JSON.stringify(results)});
    });
  });
}

function runGroup({title, rows}: Group): void {
  for (const row of rows) {
    for (const kind of KINDS) {
      it(`${kind}: ${row.name}`, async function () {
        if (row.engines && !row.engines.includes(engine())) this.skip();
        await (kind === 'native' ? checkNative(row) : checkOurs(row));
      });
    }
  }

  afterEach(function () {
    const {title: test, state = 'skipped', duration: ms = 0} = this.currentTest!;
    const [kind, name] = test.split(/: (.*)/s) as [Kind, string];
    const why = differenceHere(rows.find((row) => row.name === name)!)?.why;
    results.push({group: title, name, kind, state, ms, ...(why && {why})});
  });
}
