import {Hono, type Context} from 'hono';
import {createLedger, type Filter} from 'ipsm-consent/server';
import type {Opened} from './database.js';
import {ledgerAddress, PARAMETERS, type Part} from './ledger-address.js';
import {ledgerPage, recordPage} from './ledger-page.js';
import {idsFor, peopleOfAll, personOf} from './ledger-people.js';
import type {Published} from './policies.js';
import {chooseLang} from './words.js';

const PAGE_SIZE = 50;
const KAZAKHSTAN = '+05:00';
const DAY_MS = 24 * 60 * 60_000;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The beginning of a day in Kazakhstan, if there is such a day; of years that are no typing errors. */
function dayOf(date = ''): Date | undefined {
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(date)) return undefined;
  const utc = new Date(`${date}T00:00:00Z`);
  const isDay = !Number.isNaN(+utc) && utc.toISOString().startsWith(date);
  return isDay ? new Date(`${date}T00:00:00${KAZAKHSTAN}`) : undefined;
}

/** What is asked for; a day that there is none of is not, so that no page shows it as if it were. */
function partIn(context: Context): Part {
  const given = context.req.query();
  return Object.fromEntries(
    PARAMETERS.flatMap((name) => {
      const value = given[name]?.trim();
      const isNone = !value || ((name === 'from' || name === 'to') && !dayOf(value));
      return isNone ? [] : [[name, value]];
    }),
  );
}

/**
 * A text in pieces as the body of an answer. Its beginning is there before the answer is: what fails by then can still be said.
 * What fails later breaks the connection off, or a part would look like the whole.
 */
async function bodyOf(pieces: AsyncGenerator<string, void>): Promise<ReadableStream<Uint8Array>> {
  // a heading comes without a look at the database
  const begun = [await pieces.next(), await pieces.next()];
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const {value, done} = begun.shift() ?? (await pieces.next());
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: () => void pieces.return(),
    },
    {highWaterMark: 0},
  );
}

const STATES = ['given', 'declined', 'withdrawn', 'partly'] as const;

async function filterFor(database: Opened, {q, version, state, in: lang, from, to}: Part): Promise<Filter> {
  const [begin, end] = [dayOf(from), dayOf(to)];
  const known = STATES.find((each) => each === state);
  const text = (value: string) => value.replaceAll('\0', '\uFFFD');
  return {
    ...(q ? {ids: await idsFor(database, q)} : {}),
    ...(version ? {version: text(version)} : {}),
    ...(known ? {state: known} : {}),
    ...(lang ? {lang: text(lang)} : {}),
    ...(begin ? {from: begin} : {}),
    ...(end ? {to: new Date(end.getTime() + DAY_MS)} : {}),
  };
}

/** Shows the ledger, and gives it away as a file. */
export function ledgerRoute(database: Opened, published: Published) {
  const route = new Hono();
  const ledger = createLedger(database, {verifier: async () => (await published()).verifier});

  route.use(async (context, next) => {
    await next();
    // Persons and what they decided: for no cache and no search engine.
    context.header('Cache-Control', 'no-store');
    context.header('X-Robots-Tag', 'noindex');
  });

  route.get('/', async (context) => {
    const lang = chooseLang(context.req.query('lang'), context.req.header('Accept-Language'));
    const part = partIn(context);
    const frame = {lang, place: database.place, part};
    // An id in the search is that record's.
    if (part.q && UUID.test(part.q)) return context.redirect(ledgerAddress(lang, {record: part.q}), 303);
    if (part.record) {
      const chain = UUID.test(part.record) ? await ledger.chainOf(part.record) : [];
      const entry = chain.find(({id}) => id === part.record);
      const person = entry && (await personOf(database, chain, entry));
      return context.html(recordPage({...frame, entry, chain, person}));
    }
    const {manifest} = (await published()).verifier;
    const filter = await filterFor(database, part);
    const [count, page] = await Promise.all([
      ledger.count(filter),
      ledger.page(filter, {limit: PAGE_SIZE, ...(part.after ? {after: part.after} : {})}),
    ]);
    const people = await peopleOfAll(database, ledger, page.entries);
    const versions = manifest.releases.map(({version}) => version);
    return context.html(ledgerPage({...frame, count, ...page, people, versions}));
  });

  route.get('/export', async (context) => {
    const format = context.req.query('format') === 'csv' ? 'csv' : 'jsonl';
    const filter = await filterFor(database, partIn(context));
    const period = {from: new Date(0), to: new Date(Date.now() + DAY_MS), ...filter};
    context.header('Content-Type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl');
    context.header('Content-Disposition', `attachment; filename="consents.${format}"`);
    return context.body(await bodyOf(ledger.exportPeriod(period, format)));
  });
  return route;
}
