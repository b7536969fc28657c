import {
  canonicalJson,
  currentRelease,
  nameBeside,
  type ConsentRecord,
  type Manifest,
} from '../../core/index.js';
import type {AcceptOptions} from '../in-force.js';
import type {Fault, Refusal} from '../refusal.js';
import {valuesOf, type PostedFields} from '../fallback.js';
import type {FallbackOptions, Verdict} from '../verifier.js';
import {checkKey, referenceOf, signedInOf} from './arguments.js';
import type {Database, Sql} from './database.js';
import {judgeOf, type Judge, type JudgeSource} from './policy.js';
import {isId, postedId} from '../posted-id.js';
import {
  add,
  addAcceptance,
  addAnswer,
  addOwner,
  find,
  keyOfRecord,
  lookAround,
  type Held,
} from './writing.js';

/** What became of an entry. */
export type Outcome =
  | {
      /** It was checked and is in the ledger with this transaction: write the registration. */
      outcome: 'new';
      record: ConsentRecord;
      claimed: string[];
      warnings: Fault[];
    }
  | {
      /** The same entry for the same person has come before: nothing is to be written, answer as then. */
      outcome: 'again';
      id: string;
      /** What was kept with `answer`. */
      answer: unknown;
      receivedAt: Date;
    }
  /**
   * The id has come before with other content, or for another person, or has been taken back since: code `replayed`. Nothing
   * was kept.
   */
  | {outcome: 'replayed'; errors: Refusal[]}
  /** The verifier refuses it. Nothing was kept: the same entry may come again. */
  | {outcome: 'refused'; errors: Refusal[]};

/** What the server knows of whoever sends an entry. */
export interface Sender {
  /** Opaque reference of the person who is signed in. */
  subject?: string | undefined;
  /** The server's session, for a later `link`; its digest is kept. */
  session?: string | undefined;
}

/** Of a registration. */
export interface RegistrationOptions extends Omit<AcceptOptions, 'subject'>, Sender {
  /** Digest of the posted fields (see `keyOf`): the same one means the same person. */
  key: string;
}

/** Of a registration by a form. */
export interface FormOptions
  extends RegistrationOptions, Pick<FallbackOptions, 'name' | 'purposes' | 'subjectFields'> {
  /** Name of the record's entry, where the box has `record-name`. */
  recordName?: string;
}

/** Of a decision by itself. */
export interface DecisionOptions extends Sender {
  now?: Date;
}

/** How often two may meet at one id before it is no coincidence. */
const ROUNDS = 3;

/** Why what came before is no answer to this entry. */
type Replay = 'other-content' | 'other-person' | 'taken-back';

const REPLAYS: Record<Replay, string> = {
  'other-content': 'A record with this id has come before with other content. Ask for a new tick.',
  'other-person': 'This record has come before with other fields: for another person. Ask for a new tick.',
  'taken-back': 'This consent has been taken back since it was given. Ask for a new tick.',
};

/** Whether an entry is the one that is kept in wire form: to the character, in that form or the canonical one. */
const isSameEntry = (posted: unknown, kept: string): boolean =>
  posted === kept || posted === canonicalJson(JSON.parse(kept));

function replayed(why: Replay, {manifest, options: {now}}: Coming): Outcome {
  const version = currentRelease(manifest, now)?.version ?? null;
  return {outcome: 'replayed', errors: [{code: 'replayed', path: 'id', message: REPLAYS[why], version}]};
}

/** What the ledger holds answers for an entry that is there already; nothing, where a registration may rest on it yet. */
async function known(held: Held, id: string, coming: Coming): Promise<Outcome | undefined> {
  const {key} = coming.options;
  if (!isSameEntry(coming.entry, held.entry)) return replayed('other-content', coming);
  if (key !== undefined) {
    if (held.key === null) return undefined;
    if (held.key !== (await keyOfRecord(id, key))) return replayed('other-person', coming);
  }
  return {outcome: 'again', id, answer: held.answer, receivedAt: held.receivedAt};
}

/** An entry with all that is needed to decide about it. */
interface Coming {
  entry: unknown;
  manifest: Manifest;
  judge: () => Verdict;
  options: Sender & {now: Date; key?: string};
}

async function take(sql: Sql, coming: Coming): Promise<Outcome> {
  const {entry, manifest, judge, options} = coming;
  const {now, key, subject, session} = options;
  const id = postedId(entry);
  for (let n = 0; n < ROUNDS; n++) {
    // Looked up before it is judged: what was accepted stays accepted when a release follows.
    const held = id === undefined ? undefined : await find(sql, id);
    const answer = held && (await known(held, id!, coming));
    if (answer) return answer;
    const verdict = judge();
    if (!verdict.ok) return {outcome: 'refused', errors: verdict.errors};
    const {record, claimed, warnings} = verdict;
    const around = await lookAround(sql, record, manifest);
    if (key !== undefined && around.later.length > 0) return replayed('taken-back', coming);
    const isFirst =
      held && key !== undefined
        ? await addAcceptance(sql, {id: record.id, key, at: now, subject})
        : await add(sql, around, {receivedAt: now, subject, session, key});
    // Somebody was faster with this id; they have finished by now, and it is found.
    if (isFirst) return {outcome: 'new', record, claimed, warnings};
  }
  throw new Error(`The record "${id}" is being kept elsewhere at this moment. Try again.`);
}

/** @throws {TypeError} for a registration that could be anybody's */
function checkRegistration({key, subject}: RegistrationOptions): void {
  checkKey(key);
  if (subject !== undefined) referenceOf(subject);
}

/** The part of the ledger that adds to it. */
export function accepting(database: Database, source: JudgeSource) {
  return {
    /**
     * Takes the consent that a registration rests on, in the caller's transaction and before the registration is written.
     * @param tx the transaction; where it is rolled back nothing was accepted
     * @param entry the form entry as it came
     */
    async accept(tx: Sql, entry: unknown, options: RegistrationOptions): Promise<Outcome> {
      checkRegistration(options);
      const judge = await judgeOf(source);
      const asked = {...options, now: options.now ?? new Date()};
      return take(tx, {
        entry,
        manifest: judge.manifest,
        judge: () => judge.acceptConsent(entry, asked),
        options: asked,
      });
    },

    /**
     * Takes the consent of a posted form: the record that the box has put into it, or, where the form was sent without
     * script, one that is made here of the fallback's tick. Two such forms are two registrations: no id tells that one was
     * sent twice.
     * @param fields the posted form
     */
    async acceptForm(tx: Sql, fields: PostedFields, options: FormOptions): Promise<Outcome> {
      checkRegistration(options);
      const asked = {...options, now: options.now ?? new Date()};
      const [entry, ...more] = valuesOf(fields, options.recordName || nameBeside(options.name, '-record'));
      if (entry !== undefined) return this.accept(tx, more.length > 0 ? [entry, ...more] : entry, asked);
      const judge = await judgeOf(source);
      const verdict = judge.acceptFallback(fields, asked);
      return take(tx, {
        entry: verdict.ok ? verdict.entry : undefined,
        manifest: judge.manifest,
        judge: () => verdict,
        options: asked,
      });
    },

    /**
     * Keeps what the caller answers to a registration, in the same transaction: whoever sends it again gets this.
     * @param answer anything that JSON holds
     * @param options.subject whose registration it has become, where the account is made with it
     */
    async answer(
      tx: Sql,
      id: string,
      answer: unknown,
      {subject, now = new Date()}: {subject?: string; now?: Date} = {},
    ): Promise<void> {
      await addAnswer(tx, id, answer, subject === undefined ? undefined : referenceOf(subject), now);
    },

    /**
     * Keeps a decision by itself, about any release and in any state: what an `endpoint` receives.
     * @param entry the body as it came
     */
    async keep(
      entry: unknown,
      {now = new Date(), subject, session}: DecisionOptions = {},
      verifier?: Judge,
    ): Promise<Outcome> {
      const judge = verifier ?? (await judgeOf(source));
      const coming = {
        entry,
        manifest: judge.manifest,
        judge: () => judge.verifyRecord(entry, now),
        options: {subject: signedInOf(subject), session, now},
      };
      return database.transaction((tx) => take(tx, coming));
    },

    /**
     * Says that a decision is that of a person who has signed in since, and with it what takes it back. Only of one that came
     * in this very session, and that is nobody's: what a client names is no proof.
     * @param session the session that the decision was accepted or kept with; without one nothing is linked
     * @returns whether the decision is that subject's
     */
    async link(
      id: string,
      subject: string,
      {session, now = new Date()}: {session: string; now?: Date},
    ): Promise<boolean> {
      const person = referenceOf(subject);
      if (!isId(id) || typeof session !== 'string' || session === '') return false;
      return database.transaction((tx) => addOwner(tx, id, person, now, session));
    },
  };
}
