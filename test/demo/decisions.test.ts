import {expect} from 'chai';
import {canonicalJson} from '../../src/core/canonical-json.js';
import {deliveries} from '../helpers/endpoint.js';
import {committed, DemoPage} from './demo-page.js';
import {loggedErrors, move, newToken} from './switches.js';
import {until} from './until.js';

interface Answer {
  id?: string;
  errors?: {code: string; path: string}[];
}

async function post(
  body: string,
  {key = (JSON.parse(body) as {id: string}).id, type = 'application/json', qa = ''} = {},
): Promise<{status: number; answer: Answer}> {
  const headers = {'Content-Type': type, 'Idempotency-Key': key};
  const response = await fetch(`/demo-site/decisions?qa=${qa}`, {method: 'POST', body, headers});
  return {status: response.status, answer: (await response.json()) as Answer};
}

const state = () => Object.values(deliveries())[0];

/** Agrees in the banner of the registration page. */
async function agree(token = '') {
  const page = await DemoPage.openForm(`?lang=en&qa=${token}`);
  await page.answerBanner('accept');
  return {page, record: committed()[0]!};
}

describe('the demo’s endpoint', function () {
  this.timeout(60_000);

  it('gets what is agreed to in the banner, and tells everybody who sends it again the same', async () => {
    const {record} = await agree();
    await until('the acknowledgement', () => state() === 'acknowledged');
    const first = await post(canonicalJson(record));
    expect(first.status).to.equal(200);
    expect(first.answer.id).to.equal(record.id);
    expect((await post(canonicalJson(record))).answer).to.deep.equal(first.answer);
  });

  it('refuses another record under the same id, one that was altered, and what is no record', async () => {
    const {record} = await agree();
    await until('the acknowledgement', () => state() === 'acknowledged');
    const other = canonicalJson({...record, event: {...record.event, time: '2026-10-02T00:00:00.000Z'}});
    const replayed = await post(other);
    expect([replayed.status, replayed.answer.errors![0]!.code]).to.deep.equal([422, 'replayed']);
    const altered = await post(canonicalJson({...record, id: crypto.randomUUID(), automated: false}));
    expect(altered.status).to.equal(422);
    expect(altered.answer.errors![0]).to.include({code: 'altered', path: 'automated'});
    expect((await post('null', {key: 'x'})).status).to.equal(400);
    expect((await post(canonicalJson(record), {key: 'x'})).status).to.equal(400);
    expect((await post(canonicalJson(record), {type: 'text/plain'})).status).to.equal(415);
    expect((await post(`{"id":"x","a":"${'x'.repeat(70_000)}"}`)).status).to.equal(413);
  });

  for (const fault of ['server-error', 'offline', 'answer-lost']) {
    it(`by a tester’s switch fails (${fault}): the page sends again when the network is back`, async () => {
      const token = newToken();
      await move(token, 'endpoint', fault);
      const {page, record} = await agree(token);
      await until('the failure', () => loggedErrors(page).includes('endpoint-waiting'));
      expect(deliveries()).to.deep.equal({[record.id]: 'waiting'});
      await move(token, 'endpoint', 'normal');
      const early = fault === 'answer-lost' ? await post(canonicalJson(record), {qa: token}) : undefined;
      page.window.dispatchEvent(new Event('online'));
      await until('the acknowledgement', () => state() === 'acknowledged');
      const {answer} = await post(canonicalJson(record), {qa: token});
      if (early) expect(answer).to.deep.equal(early.answer);
      expect(page.problems).to.deep.equal([]);
    });
  }

  it('by a tester’s switch refuses: the page says so and sends no more', async () => {
    const token = newToken();
    await move(token, 'endpoint', 'refused');
    const {page} = await agree(token);
    await until('the refusal', () => loggedErrors(page).includes('endpoint-refused'));
    expect(state()).to.equal('refused');
  });
});
