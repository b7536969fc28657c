import {Hono} from 'hono';
import {setTimeout as wait} from 'node:timers/promises';
import {createConsentHandler, createLedger, type Database, type Verifier} from 'ipsm-consent/server';
import {hangUp} from './hang-up.js';
import {verifierOfBoth, type Published} from './policies.js';
import {HANGING_MS} from '../shared/switches.js';
import {tokenIn, type QaDesk} from './qa-desk.js';

const refusal = (code: string) => ({errors: [{code, path: '', message: 'A tester’s switch.'}]});

/**
 * The endpoint of the elements: the package's own handler, which for a tester's token fails as the switch says.
 * @param policies those that pages show: where the manifest cannot be had, it is the one of the package
 */
export function decisionsRoute(
  database: Database,
  policies: [Published, Published],
  desk: QaDesk,
  now: () => Date,
) {
  const route = new Hono();
  const verifierFor = async (qa?: string) => {
    const [one, other] = await Promise.all(policies.map((published) => published(qa)));
    return verifierOfBoth(one!, other!);
  };
  const handler = createConsentHandler<Verifier>({
    verifier: (request) => verifierFor(tokenIn(new URL(request.url).searchParams.get('qa') ?? undefined)),
    ledger: createLedger(database, {verifier: () => verifierFor()}),
    now,
  });

  route.all('/', async (context) => {
    const {endpoint} = desk.of(tokenIn(context.req.query('qa')) ?? '');
    if (endpoint === 'server-error') return context.json(refusal('busy'), 500);
    if (endpoint === 'refused') return context.json(refusal('refused'), 422);
    if (endpoint === 'offline') return hangUp(context);
    if (endpoint === 'hanging') await wait(HANGING_MS, undefined, {ref: false});
    const response = await handler(context.req.raw);
    return endpoint === 'answer-lost' && response.ok ? hangUp(context) : response;
  });
  return route;
}
