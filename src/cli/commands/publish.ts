import {createAsker, type Asker} from '../ask.js';
import {checkDraft, unnamed} from '../check/check-draft.js';
import {GONE} from '../check/languages.js';
import {checkPublished, type PublishedRead} from '../check/published.js';
import {readWhole, refuseDamage, unharmed, type Desk} from '../desk.js';
import {differenceOf} from '../difference.js';
import {differenceLines} from '../difference-lines.js';
import {DRAFT, draftFiles} from '../draft/draft-files.js';
import {answerIn} from '../draft/answer.js';
import {unquoted} from '../draft/quotes.js';
import {documentName, readDraft, type Draft} from '../draft/read-draft.js';
import {wordsDigest} from '../draft/words-digest.js';
import {inOneLine, sorted, type Finding} from '../finding.js';
import {lastRelease, MANIFEST, type ArchiveEntry} from '../folder/archive.js';
import {changePublished} from '../folder/change-published.js';
import {writeGitFiles} from '../folder/git-files.js';
import {refreshUpload, UPLOAD} from '../folder/upload.js';
import type {Outcome} from '../outcome.js';
import {aheadOfAll, hasBegun} from '../publish/ahead-of-all.js';
import {publishedAlready} from '../publish/already.js';
import {confirmVersion} from '../publish/confirm-version.js';
import {instantNow, instantOn} from '../publish/instant.js';
import {obstaclesTo, planFor, takenBy, type Obstacle, type Plan, type Wish} from '../publish/plan.js';
import {roomLeft} from '../publish/size.js';
import {wasPreviewed} from '../publish/previewed.js';
import type {Line} from '../print.js';
import {EXIT, refused, Stop, unusable} from '../stop.js';
import type {Release} from '../../core/index.js';

/** Flags of `publish`. */
export interface PublishOptions {
  correction?: boolean;
  newTerms?: boolean;
  date?: string;
  yes?: string;
  oneLanguage?: boolean;
  nowRequired?: boolean;
  sameConsents?: boolean;
  sameMeaning?: boolean;
  without?: string[];
}

/** What one run has in hand. */
interface Run {
  desk: Desk;
  options: PublishOptions;
  asker: Asker | undefined;
  /** What is published. */
  read: PublishedRead;
  entry: ArchiveEntry | undefined;
  files: Map<string, Buffer>;
  draft: Draft;
}

const problems = (findings: Finding[]): Outcome => ({
  exitCode: EXIT.problems,
  result: {ok: false, errors: findings},
  lines: [],
  complaints: findings.map((finding) => ({text: inOneLine(finding), style: 'red'})),
});

async function kindOf({options, asker, entry, desk: {w}}: Run): Promise<Wish['kind']> {
  if (options.correction && options.newTerms) throw unusable('usage', w.oneKind());
  if (options.correction) return 'correction';
  // There is nothing to correct yet.
  if (options.newTerms || !lastRelease(entry)) return 'new-terms';
  if (!asker) throw unusable('kind', w.kindNeeded());
  return asker.ask(w.askKind(), (text) => {
    const said = unquoted(text.replace(/[.)]$/, ''));
    return said === '1' ? {value: 'correction'} : said === '2' ? {value: 'new-terms'} : w.oneOrTwo();
  });
}

/** That it is to apply at once. */
const NOW =
  /^(қазір|дәл қазір|бірден|дереу|(прямо )?сейчас|сразу|немедленно|(right )?now|immediately|at once)$/iu;

/** The moment that a text names; a sentence where it names none. */
function momentIn(text: string, {desk, entry}: Run): {value: number} | string {
  const {io, settings, w} = desk;
  const said = unquoted(text.replace(/[.!]$/, ''));
  if (NOW.test(said)) return {value: instantNow(entry?.manifest, io.now())};
  const moment = instantOn(said, settings.offset);
  if (moment === undefined) return w.badDate(text);
  return moment < io.now().getTime() ? w.pastDate(text) : {value: moment};
}

async function momentOf(run: Run, kind: Wish['kind']): Promise<number> {
  const {options, asker, desk} = run;
  const given = options.date ?? (kind === 'correction' ? 'now' : undefined);
  if (given !== undefined) {
    const moment = momentIn(given, run);
    if (typeof moment === 'string') throw refused('date', moment);
    return moment.value;
  }
  if (!asker) throw unusable('date', desk.w.dateNeeded());
  return asker.ask(desk.w.askDate(), (text) => momentIn(text, run));
}

/** Obstacles that are left after what is only to be meant has been confirmed. */
async function unconfirmed(
  obstacles: Obstacle[],
  {options, asker, desk: {w}}: Run,
  difference: Line[],
): Promise<Obstacle[]> {
  const left: Obstacle[] = [];
  const hard = obstacles.some(({confirm}) => !confirm);
  for (const obstacle of obstacles) {
    const {confirm, message} = obstacle;
    if (confirm && options[confirm]) continue;
    if (!confirm || !asker || hard) {
      left.push(obstacle);
      continue;
    }
    // Nobody can say what a change means who has not seen it.
    asker.say(difference.splice(0));
    const isMeant = await asker.ask(`${message} ${w.yesNoHint()}`, (text) => {
      const kind = answerIn(text)?.kind;
      return kind === 'yes' || kind === 'no' ? {value: kind === 'yes'} : w.yesOrNo(text);
    });
    if (!isMeant) throw refused('not-meant', w.notPublished());
  }
  return left;
}

const flagOf = {
  oneLanguage: '--one-language',
  nowRequired: '--now-required',
  sameConsents: '--same-consents',
  sameMeaning: '--same-meaning',
};

function refuseObstacles(obstacles: Obstacle[], {desk: {w}}: Run): Outcome {
  const errors = obstacles.map(({code, message, confirm}) => ({
    code,
    file: null,
    line: null,
    message: confirm ? `${message} ${w.confirmWith(flagOf[confirm])}` : message,
    ...(confirm ? {confirm: flagOf[confirm]} : {}),
  }));
  return {
    exitCode: EXIT.problems,
    result: {ok: false, errors},
    lines: [],
    complaints: errors.map(({message}) => ({text: message, style: 'red'})),
  };
}

/** What publishing does to people. */
function consequences({release, before, manifest}: Plan, {io, w}: Desk): string[] {
  const isAhead = aheadOfAll(manifest, io.now())?.version === release.version;
  return [w.whatHappens(release, before), ...(isAhead ? [w.askedAlready(release.effectiveFrom)] : [])];
}

/** How a plan differs from what it follows. */
async function differenceBefore({release, before}: Plan, {desk, draft}: Run): Promise<Line[]> {
  const {w} = desk;
  return [
    '',
    {text: before ? w.differsFrom(before.version) : w.firstRelease(), style: 'bold'},
    ...(before ? differenceLines(await differenceOf(desk, {release: before}, {release, draft}), w) : []),
    '',
  ];
}

/** @param difference what has not been shown yet */
function confirm(plan: Plan, {options, asker, desk}: Run, difference: Line[]): Promise<void> {
  const {release} = plan;
  const {w} = desk;
  const {version} = release;
  return confirmVersion(version, options.yes, asker, w, {
    refusal: w.notConfirmed(version),
    lines: [...difference, ...consequences(plan, desk)],
    question: w.typeVersion(version),
  });
}

/** The files that the archive keeps of one publishing, besides the manifest. */
const keptFiles = ({files, draft}: Run, {version}: Release): Record<string, Uint8Array> => ({
  ...Object.fromEntries(draft.documents.map(({lang, bytes}) => [documentName(version, lang), bytes])),
  ...Object.fromEntries([...files].map(([name, bytes]) => [`${DRAFT}/${name}`, bytes])),
});

async function freeze(plan: Plan, wish: Wish, run: Run): Promise<void> {
  const {desk, draft} = run;
  const {io, root, settings, w} = desk;
  await changePublished(io.disk, root, (entry) => {
    // Somebody else has published this very draft while we were asking.
    if (entry && publishedAlready(entry.manifest, draft, io.now())) return undefined;
    if (takenBy(entry?.manifest, wish)) throw refused('changed-meanwhile', w.changedMeanwhile());
    const again = planFor(entry?.manifest, draft, settings, wish);
    const isAsConfirmed =
      again.release.version === plan.release.version && again.before?.version === plan.before?.version;
    if (!isAsConfirmed) throw refused('changed-meanwhile', w.changedMeanwhile());
    return {manifest: again.manifest, files: keptFiles(run, again.release)};
  });
}

/** What is published is published, whatever becomes of the copy to upload. */
async function upload(desk: Desk, version: string): Promise<boolean> {
  const {io, root, w} = desk;
  try {
    return await unharmed(refreshUpload(io.disk, root), desk);
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw refused(
      'upload',
      w.uploadFailed(version, error instanceof Error ? error.message : String(error)),
      UPLOAD,
    );
  }
}

function done(plan: Plan, {desk, entry}: Run): Outcome {
  const {release} = plan;
  const {settings, w} = desk;
  const {version, effectiveFrom} = release;
  const warnings = roomLeft(plan, w);
  return {
    exitCode: EXIT.ok,
    result: {ok: true, published: true, version, effectiveFrom, warnings},
    complaints: warnings.map((one) => ({text: `${w.warningMark()}${inOneLine(one)}`, style: 'yellow'})),
    lines: [
      {text: w.published(release), style: 'bold'},
      ...consequences(plan, desk),
      // A version that was cancelled may be on the site.
      entry ? w.uploadNow(UPLOAD, settings.site) : w.uploadFirst(UPLOAD, settings.site, MANIFEST),
    ],
  };
}

/**
 * There is nothing yet that a correction could correct: said before anybody is sent to mend or to look. With a date there may be,
 * and that is judged once the dates are known (plan.ts).
 */
function refuseCorrection({options, entry, desk: {w}}: Run, ahead: Release | undefined): void {
  if (!options.correction || options.newTerms || options.date !== undefined) return;
  if (ahead) throw refused('first', w.cancelFirst(ahead.version));
  if (!lastRelease(entry)) throw refused('first', w.firstIsNew());
}

async function publishDraft(run: Run): Promise<Outcome> {
  const {desk, draft, entry} = run;
  const {io, root, settings, w} = desk;
  const ahead = entry && aheadOfAll(entry.manifest, io.now());
  refuseCorrection(run, ahead);
  const before = lastRelease(entry);
  const findings = [
    ...(await checkPublished(io.disk, root, run.read, w, settings.id)),
    ...checkDraft(draft, before, w, before !== undefined && before === ahead),
  ];
  const without = (run.options.without ?? []).map((lang) => draft.placeIn(lang, []).file);
  const isMeant = ({code, file}: Finding) => code === GONE && without.includes(file);
  const wrong = sorted(findings.filter((finding) => finding.level === 'problem' && !isMeant(finding)));
  if (wrong.length) return problems(wrong);

  const isSeen = await wasPreviewed(io.disk, root, wordsDigest(unnamed(draft)));
  // Before anything is asked.
  if (!isSeen && run.asker) throw refused('not-previewed', w.previewFirst());
  const kind = await kindOf(run);
  const wish = {kind, at: await momentOf(run, kind)};
  const taken = takenBy(entry?.manifest, wish);
  if (taken) throw refused('same-time', w.sameTime(taken.version));
  const plan = planFor(entry?.manifest, draft, settings, wish);
  const obstacles = obstaclesTo(plan, entry?.manifest, draft, wish, io.now(), w, desk.lang);
  if (!isSeen) obstacles.push({code: 'not-previewed', message: w.previewFirst()});
  const difference = await differenceBefore(plan, run);
  const left = await unconfirmed(obstacles, run, difference);
  if (left.length) return refuseObstacles(left, run);
  await confirm(plan, run, difference);
  await writeGitFiles(io.disk, root);
  await freeze(plan, wish, run);
  await upload(desk, plan.release.version);
  return done(plan, run);
}

/** What was asked for, where it is not the release that says these words already: its name, or its day. */
function otherThan({version, effectiveFrom}: Release, {yes, date}: PublishOptions, {settings}: Desk) {
  if (yes !== undefined && yes !== version) return yes;
  const moment = date === undefined ? undefined : instantOn(date, settings.offset);
  return moment === undefined || moment === Date.parse(effectiveFrom ?? '') ? undefined : date;
}

/** Publishes the draft. */
export async function publish(desk: Desk, options: PublishOptions): Promise<Outcome> {
  const {io, root, w} = desk;
  const read = await readWhole(desk);
  const entry = read.newest;
  const files = await draftFiles(io.disk, root);
  const draft = readDraft(files, w);
  const already = entry && publishedAlready(entry.manifest, draft, io.now());
  if (already) {
    const {version} = already;
    const other = otherThan(already, options, desk);
    if (other !== undefined) {
      throw refused('nothing-new', w.nothingNew(version, other, !hasBegun(already, io.now())));
    }
    await refuseDamage(desk, read);
    await writeGitFiles(io.disk, root);
    const isMended = await upload(desk, version);
    const result = {ok: true, published: false, version, effectiveFrom: already.effectiveFrom};
    const lines = isMended
      ? [w.isPublished(version), w.uploadMended(UPLOAD), w.uploadNow(UPLOAD, desk.settings.site)]
      : [w.alreadyPublished(version, UPLOAD)];
    return {exitCode: EXIT.ok, result, lines};
  }
  const asker = createAsker(io, w);
  try {
    return await publishDraft({desk, options, asker, read, entry, files, draft});
  } finally {
    asker?.close();
  }
}
