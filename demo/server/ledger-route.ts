import {Hono} from 'hono';
import {chooseLang} from './language.js';
import type {Ledger, Part} from './ledger.js';
import {checkEntries} from './ledger-check.js';
import {ledgerPage} from './ledger-page.js';

const PAGE_SIZE = 20;
/** The greatest number that a row may have. */
const MAX_NUMBER = 2 ** 31 - 1;

function partIn({before, record, subject}: Record<string, string>): Part {
  const number = Number(before);
  return {
    before: before && Number.isInteger(number) && number >= 0 && number <= MAX_NUMBER ? number : undefined,
    recordId: record,
    subjectRef: subject,
  };
}

/** Shows the ledger: `lang`, `record` (an id), `subject` (a reference) and `before` (a number) in the query. */
export function ledgerRoute(ledger: Ledger) {
  const route = new Hono();
  route.get('/', async (context) => {
    const lang = chooseLang(context.req.query('lang'), context.req.header('Accept-Language'));
    const part = partIn(context.req.query());
    const [count, found] = await Promise.all([ledger.count(part), ledger.page(part, PAGE_SIZE + 1)]);
    const shown = found.slice(0, PAGE_SIZE);
    const entries = await checkEntries(ledger, shown);
    const older = found.length > PAGE_SIZE ? shown.at(-1)!.number : undefined;
    // Persons and what they decided: for no cache and no search engine.
    context.header('Cache-Control', 'no-store');
    context.header('X-Robots-Tag', 'noindex');
    return context.html(ledgerPage({lang, place: ledger.place, part, count, entries, older}));
  });
  return route;
}
