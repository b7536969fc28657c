import {materialChanges, type Release} from '../../core/index.js';
import {checkDraft, unnamed} from '../check/check-draft.js';
import {faceCounts} from '../check/face.js';
import {longestIn} from '../check/face-lines.js';
import {differencesBetween} from '../check/flatten.js';
import {checkLive} from '../check/live.js';
import {checkPublished, readPublished} from '../check/published.js';
import {openQuestions} from '../check/questions.js';
import type {Desk} from '../desk.js';
import {draftFiles} from '../draft/draft-files.js';
import {readDraft, type Draft} from '../draft/read-draft.js';
import {inOneLine, sorted, type Finding} from '../finding.js';
import {lastRelease} from '../folder/archive.js';
import {roomLeft} from '../publish/size.js';
import {labelOf} from '../label-of.js';
import type {Outcome} from '../outcome.js';
import type {Line} from '../print.js';
import {aheadOfAll} from '../publish/ahead-of-all.js';
import {EXIT} from '../stop.js';
import type {Words} from '../words/words.js';

/** Flags of `check`. */
export interface CheckOptions {
  live?: string | true;
}

/** What the draft can be published as. */
function publishable(
  draft: Draft,
  before: Release | undefined,
  ahead: Release | undefined,
  w: Words,
): {as: string; line: Line} {
  if (!before) return {as: 'first', line: w.canBeFirst()};
  const after = unnamed(draft);
  if (!differencesBetween(before, after).length) return {as: 'nothing', line: w.isPublished(before.version)};
  if (ahead && before === ahead) return {as: 'first', line: w.cancelFirst(ahead.version)};
  const material = [...new Set(materialChanges(before, after).map((path) => labelOf(path, w)))];
  return material.length
    ? {as: 'new-terms', line: w.canBeNewTerms(material)}
    : {as: 'correction', line: w.canBeCorrection()};
}

const linesOf = (findings: Finding[], style: 'red' | 'yellow', mark: string): Line[] =>
  findings.map((finding) => ({text: `${mark}${inOneLine(finding)}`, style}));

/** Says everything about the draft and what is published that can be said without asking the operator. */
export async function check(desk: Desk, {live}: CheckOptions): Promise<Outcome> {
  const {io, root, w} = desk;
  const draft = readDraft(await draftFiles(io.disk, root), w);
  const read = await readPublished(io.disk, root, w);
  // Where it cannot be read, that is told below.
  const entry = read.newest;
  const before = lastRelease(entry);
  const ahead = entry && aheadOfAll(entry.manifest, io.now());
  const findings = sorted([
    ...checkDraft(draft, before, w, before !== undefined && before === ahead),
    ...(await checkPublished(io.disk, root, read, w, desk.settings.id)),
    ...roomLeft(entry, w),
    ...(live === undefined ? [] : await checkLive(desk, entry, live === true ? undefined : live)),
  ]);
  const [problems, warnings] = (['problem', 'warning'] as const).map((level) =>
    findings.filter((finding) => finding.level === level),
  ) as [Finding[], Finding[]];
  const questions = openQuestions(draft, w);
  const face = faceCounts(draft);
  const {as, line} = publishable(draft, before, ahead, w);
  return {
    exitCode: problems.length ? EXIT.problems : EXIT.ok,
    result: {ok: !problems.length, problems, warnings, questions, words: face, publishableAs: as},
    complaints: [...linesOf(problems, 'red', ''), ...linesOf(warnings, 'yellow', w.warningMark())],
    lines: [
      ...(questions.length ? [{text: w.questionsHead(), style: 'bold' as const}] : []),
      ...questions.map(({file, line: at, question, text}) => `  ${file}:${at ?? 1} ${question}: ${text}`),
      ...Object.entries(face).map(([lang, {words, limit}]) => w.wordCount(lang, words, limit)),
      ...Object.entries(face).map(([lang, count]) => longestIn(lang, count, w)),
      ...(problems.length ? [] : [line]),
      {text: w.checked(problems.length, warnings.length, questions.length), style: 'bold'},
    ],
  };
}
