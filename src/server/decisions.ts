import type {ConsentRecord, EventMethod, EventState, PurposeDecision, Release} from '../core/index.js';
import type {Fault} from './refusal.js';

/** By which acts a person comes to a state. A tick cannot decline, and only the status element withdraws. */
const METHODS: Record<EventState, readonly EventMethod[]> = {
  given: ['form-checkbox', 'form-fallback', 'banner-button', 'script'],
  declined: ['banner-button'],
  withdrawn: ['status-button', 'script'],
};

/** Whether only optional purposes were withdrawn, so that the consent to the required ones stands. */
const isPartial = ({event, purposes}: ConsentRecord): boolean =>
  event.state === 'withdrawn' &&
  purposes.every(({required, decision}) => !required || decision === 'given') &&
  purposes.some(({required, decision}) => !required && decision === 'declined');

/** What holds for required purposes after the act. */
const ofRequired = (record: ConsentRecord): PurposeDecision =>
  record.event.state === 'given' || isPartial(record) ? 'given' : 'declined';

/** What can hold for optional ones. */
function ofOptional(record: ConsentRecord): readonly PurposeDecision[] {
  const {state, method} = record.event;
  // The banner asks for the required purposes only, and only the banner declines.
  if (state === 'declined' || (state === 'given' && method === 'banner-button')) return ['not-asked'];
  const isWhole = state === 'withdrawn' && !isPartial(record);
  return isWhole ? ['declined', 'not-asked'] : ['given', 'declined', 'not-asked'];
}

/** Decisions as the release makes them: on required purposes they follow from the state, on others the record says them. */
export function decisionsOf(record: ConsentRecord, {terms}: Release): Record<string, PurposeDecision> {
  const decisions: Record<string, PurposeDecision> = {};
  for (const {id, decision} of record.purposes) decisions[id] = decision;
  for (const {id, required} of terms.purposes) if (required) decisions[id] = ofRequired(record);
  return decisions;
}

/** What cannot have happened, whatever the policy says (docs/format.md, section 5.3). */
export function contradictions(record: ConsentRecord): Fault[] {
  const {id, prev, event, purposes} = record;
  const found: Fault[] = [];
  const add = (path: string, message: string) =>
    found.push({code: 'contradiction', path, message: `${message} Post the form entry as it is.`});

  const methods = METHODS[event.state];
  if (!methods.includes(event.method)) {
    add('event.method', `"${event.method}" leads to no "${event.state}"; ${methods.join(', ')} do.`);
  }
  if (event.state === 'withdrawn' && !prev) {
    add('prev', 'A withdrawal names the record that it changes; "prev" is null.');
  }
  if (prev?.id === id) add('prev.id', `The record says that it replaces itself, "${id}".`);

  const [required, optional] = [[ofRequired(record)], ofOptional(record)];
  purposes.forEach((purpose, i) => {
    const [kind, possible] = purpose.required ? ['required', required] : ['optional', optional];
    if (possible.includes(purpose.decision)) return;
    add(
      `purposes[${i}].decision`,
      `"${event.state}" by "${event.method}" leaves no ${kind} purpose "${purpose.decision}", only ${possible.join(' or ')}.`,
    );
  });
  return found;
}
