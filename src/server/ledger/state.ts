import {isWithdrawn, type ConsentRecord, type EventState} from '../../core/index.js';

/** What a record decides; `partly`: a withdrawal that leaves what the service needs agreed to. */
export type DecisionState = EventState | 'partly';

/** What a record decides, as the ledger's filters and columns name it. */
export const stateOf = (record: ConsentRecord): DecisionState =>
  record.event.state === 'withdrawn' && !isWithdrawn(record) ? 'partly' : record.event.state;
