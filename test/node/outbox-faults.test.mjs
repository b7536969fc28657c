import fc from 'fast-check';
import {canonicalJson} from 'ipsm-consent/core';
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, describe, it} from 'node:test';
import {FAULTS, World} from '../helpers/outbox-world.mjs';

const RUNS = Number(process.env.FC_RUNS ?? 1_000);
const DAY = 24 * 60 * 60_000;
const URLS = ['https://operator.example/decisions', 'https://second.example/decisions'];
const sample = JSON.parse(readFileSync(new URL('../fixtures/record-example.json', import.meta.url), 'utf8'));

const recordOf = (n) => ({...sample, id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`});

/** What a person, a browser and a network do. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({do: fc.constant('decide'), tab: fc.nat(2), url: fc.constantFrom(0, 0, 0, 1)}),
  },
  {weight: 2, arbitrary: fc.record({do: fc.constant('close'), tab: fc.nat(2)})},
  {weight: 2, arbitrary: fc.record({do: fc.constant('open')})},
  {weight: 2, arbitrary: fc.record({do: fc.constant('online')})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('fill'), full: fc.boolean()})},
  {weight: 1, arbitrary: fc.record({do: fc.constant('damage'), entry: fc.string()})},
  {
    weight: 4,
    arbitrary: fc.record({do: fc.constant('pass'), time: fc.constantFrom(1, 30, 60, 5_000, 20_000, DAY)}),
  },
);
const fault = fc.constantFrom(...Object.keys(FAULTS));

async function live(world, steps) {
  let decided = 0;
  for (const act of steps) {
    const tabs = [...world.tabs];
    const tab = tabs[act.tab % tabs.length] ?? tabs[0];
    if (act.do === 'decide') (tab ?? world.open()).decide(recordOf(decided++), URLS[act.url]);
    if (act.do === 'close') tab?.close();
    if (act.do === 'open' && tabs.length < 3) world.open();
    if (act.do === 'online') tabs.forEach((each) => each.online());
    if (act.do === 'pass') await world.pass(act.time);
    if (act.do === 'fill') world.isFull = act.full;
    if (act.do === 'damage')
      world.storage[`ipsm-consent/outbox/1/ipsm-privacy/${decided}-damaged`] = act.entry;
  }
  // All is well again, and the person comes back some day.
  world.faults.length = 0;
  world.isFull = false;
  const tab = world.open();
  await world.pass(DAY);
  return (id) => tab.outbox.delivery(id);
}

describe(`the outbox, in ${RUNS} lives full of faults`, () => {
  const sum = {decided: 0, requests: 0, kept: 0, refused: 0, 'closed with what no storage took': 0};
  after(() => console.log(sum));

  it('loses nothing, has nothing counted twice, keeps the order, and sends nothing that has arrived', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(step, {minLength: 5, maxLength: 25}),
        fc.array(fault, {maxLength: 20}),
        async (steps, faults) => {
          const world = new World(faults);
          const delivery = await world.during(() => live(world, steps));
          const {decided, kept, refused, requests} = world;
          // Where storage is full, a record lives as long as its tab: nobody can do better, and the docs say so.
          const gone = decided.filter(
            ({record: {id}, inMemoryOf}) => inMemoryOf?.isOpen === false && !kept.has(id) && !refused.has(id),
          );
          const expected = decided.filter((one) => !refused.has(one.record.id) && !gone.includes(one));
          assert.equal(kept.size, expected.length, 'lost or invented');
          for (const {record, url} of expected) {
            assert.deepEqual(kept.get(record.id), {body: canonicalJson(record), url});
          }
          // What other tabs can see.
          const stored = decided.filter(({inMemoryOf}) => !inMemoryOf);
          for (const url of URLS) {
            const sent = stored.filter((one) => one.url === url && kept.has(one.record.id));
            const arrived = [...kept.keys()].filter((id) => sent.some(({record}) => record.id === id));
            assert.deepEqual(
              arrived,
              sent.map(({record}) => record.id),
              'out of order',
            );
          }
          for (const {record} of stored) {
            const known = await world.during(() => delivery(record.id));
            assert.equal(known, refused.has(record.id) ? 'refused' : 'acknowledged');
          }
          assert.deepEqual(world.needless, [], 'sent although acknowledged');
          assert.deepEqual(world.doubled, [], 'sent by two tabs at once');
          sum.decided += decided.length;
          sum.requests += requests.length;
          sum.kept += kept.size;
          sum.refused += refused.size;
          sum['closed with what no storage took'] += gone.length;
        },
      ),
      {numRuns: RUNS},
    ));
});

describe('the outbox', () => {
  const inWorld = (world, act) => world.during(() => act(world, world.open()));
  const gaps = ({requests}) =>
    requests.slice(1).map(({time}, i) => Math.round((time - requests[i].time) / 1000));

  it('backs off from 15 seconds to an hour', async () => {
    const world = new World(Array(12).fill('503'));
    await inWorld(world, async (_, tab) => {
      tab.decide(recordOf(1), URLS[0]);
      await world.pass(DAY);
    });
    assert.deepEqual(gaps(world), [15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600, 3600]);
  });

  it('goes on backing off in a new tab, and starts at once when the network is back', async () => {
    const world = new World(Array(3).fill('no network'));
    await inWorld(world, async (_, tab) => {
      tab.decide(recordOf(1), URLS[0]);
      await world.pass(50_000);
      tab.close();
      const next = world.open();
      await world.pass(9_000);
      assert.deepEqual(gaps(world), [15, 30]);
      next.online();
      await world.pass(100);
      assert.deepEqual(gaps(world), [15, 30, 14]);
    });
  });

  it('gives up a server that hangs after ten seconds', async () => {
    const world = new World(['hanging', 'hanging after it was kept']);
    await inWorld(world, async (_, tab) => {
      tab.decide(recordOf(1), URLS[0]);
      await world.pass(9_900);
      assert.deepEqual(tab.problems, []);
      await world.pass(200);
      assert.deepEqual(tab.problems, ['endpoint-waiting']);
      await world.pass(60_000);
      assert.equal(tab.outbox.delivery(recordOf(1).id), 'acknowledged');
      assert.equal(world.kept.size, 1);
    });
  });

  it('does not wait for a year because the clock was put back by one', async () => {
    const world = new World(['503']);
    await inWorld(world, async (_, tab) => {
      tab.decide(recordOf(1), URLS[0]);
      await world.pass(1_000);
      tab.close();
      world.now -= 365 * DAY;
      world.open();
      await world.pass(1_000);
      assert.equal(world.kept.size, 1);
    });
  });

  it('keeps the order without Web Locks too', async () => {
    const world = new World(['503', 'answer lost', '503', 'hanging'], {locks: false});
    await inWorld(world, async (_, tab) => {
      for (let n = 9; n > 3; n--) {
        tab.decide(recordOf(n), URLS[0]);
        await world.pass(2);
      }
      await world.pass(DAY);
    });
    assert.deepEqual(
      [...world.kept.keys()],
      world.decided.map(({record}) => record.id),
    );
    assert.deepEqual(world.doubled, []);
  });

  it('remembers the last twenty acknowledgements, and refused records all', async () => {
    const world = new World(['422']);
    await inWorld(world, async (_, tab) => {
      for (let n = 0; n < 30; n++) {
        tab.decide(recordOf(n), URLS[0]);
        await world.pass(1_000);
      }
      const known = world.decided.map(({record}) => tab.outbox.delivery(record.id));
      assert.deepEqual(known, ['refused', ...Array(9).fill(undefined), ...Array(20).fill('acknowledged')]);
    });
  });
});
