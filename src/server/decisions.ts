import type {
  ConsentRecord,
  EventMethod,
  EventState,
  PurposeDecision,
  Release,
  Purpose,
} from '../core/index.js';
import type {Fault} from './refusal.js';

/** By which acts a person comes to a state. A tick cannot decline, and only the status element withdraws. */
const METHODS: Record<EventState, readonly EventMethod[]> = {
  given: ['form-checkbox', 'form-fallback', 'banner-button', 'script'],
  declined: ['banner-button'],
  withdrawn: ['status-button', 'script'],
};

type Decisions = Record<string, PurposeDecision>;

/** The release's purposes, each with what the record says of it. */
const decided = ({purposes}: ConsentRecord, {terms}: Release): [Purpose, PurposeDecision | undefined][] =>
  terms.purposes.map((purpose, i) => [purpose, purposes[i]?.decision]);

/** Whether only optional purposes were withdrawn, so that the consent to the required ones stands. */
function isPartial(record: ConsentRecord, release: Release): boolean {
  const all = decided(record, release);
  return (
    record.event.state === 'withdrawn' &&
    all.every(([{required}, decision]) => !required || decision === 'given') &&
    all.some(([{required}, decision]) => !required && decision === 'declined')
  );
}

/** Decisions as the release makes them: on required purposes they follow from the state, on others the record says them. */
export function decisionsOf(record: ConsentRecord, release: Release): Decisions {
  const stands = record.event.state === 'given' || isPartial(record, release);
  return Object.fromEntries(
    decided(record, release).map(([{id, required}, decision]) => [
      id,
      required ? (stands ? 'given' : 'declined') : (decision ?? 'not-asked'),
    ]),
  );
}

/** Decisions on an optional purpose that the act can have led to. */
function possible({event: {state, method}}: ConsentRecord, partial: boolean): readonly PurposeDecision[] {
  // The banner asks for the required purposes only, and only the banner declines.
  if (state === 'declined' || method === 'banner-button') return ['not-asked'];
  return state === 'given' || partial ? ['given', 'declined', 'not-asked'] : ['declined', 'not-asked'];
}

/** What cannot have happened, whatever the policy says. */
export function contradictions(record: ConsentRecord, release: Release): Fault[] {
  const {id, prev, event} = record;
  const found: Fault[] = [];
  const add = (path: string, message: string) => found.push({code: 'contradiction', path, message});

  const methods = METHODS[event.state];
  if (!methods.includes(event.method)) {
    add(
      'event.method',
      `"${event.method}" leads to no "${event.state}"; ${methods.join(', ')} do. Post the form entry as it is.`,
    );
  }
  if (event.state === 'withdrawn' && !prev) {
    add(
      'prev',
      'A withdrawal names the record that it changes; "prev" is null. Withdraw in the status element.',
    );
  }
  if (prev?.id === id)
    add('prev.id', `The record says that it replaces itself, "${id}". Post the form entry as it is.`);

  const decisions = possible(record, isPartial(record, release));
  decided(record, release).forEach(([purpose, decision], i) => {
    if (purpose.required || !decision || decisions.includes(decision)) return;
    add(
      `purposes[${i}].decision`,
      `"${event.state}" by "${event.method}" leaves no optional purpose "${decision}", only ${decisions.join(' or ')}. Post the form entry as it is.`,
    );
  });
  return found;
}
