import {isNamed} from '../draft/clause.js';
import type {Draft} from '../draft/read-draft.js';
import type {DraftDocument} from '../draft/read-document.js';
import {problem, type Finding, type Place} from '../finding.js';
import type {Words} from '../words/words.js';

/** A row or an answer, and the clauses that it comes from. */
interface Source {
  name: string;
  clauses: string[];
  place: Place;
  document: DraftDocument | undefined;
}

/** The document that people who read a language are sent to. */
function documentFor({documents, answers}: Draft, lang: string): DraftDocument | undefined {
  const of = (wanted: string) => documents.find((document) => document.lang === wanted);
  return of(lang) ?? answers.official.map(of).find(Boolean) ?? documents[0];
}

/** Everything in a draft that names clauses. */
function sourcesIn(draft: Draft): Source[] {
  const {official, terms} = draft.answers;
  const rows = Object.entries(draft.notices).flatMap(([lang, notice]) =>
    (['points', 'details'] as const).flatMap((layer) =>
      notice[layer].map(({id, clauses}, i) => ({
        name: id,
        clauses,
        place: draft.placeIn(lang, [layer, i, 'clauses']),
        document: documentFor(draft, lang),
      })),
    ),
  );
  const answers = (['data', 'purposes'] as const).flatMap((question) =>
    terms[question].map(({id, clause}) => ({
      name: id,
      clauses: [clause],
      place: draft.placeOf(question),
      document: documentFor(draft, official[0] ?? ''),
    })),
  );
  return [...rows, ...answers];
}

/** A clause without a number has words to show in its place. */
const checkNames = (draft: Draft, w: Words): Finding[] =>
  Object.entries(draft.notices).flatMap(([lang, notice]) =>
    (['points', 'details'] as const).flatMap((layer) =>
      notice[layer].flatMap(({clauses}, i) =>
        clauses
          .filter((clause) => isNamed(clause) && !notice.clauseNames?.[clause])
          .map((clause) =>
            problem('clause-name', draft.placeIn(lang, [layer, i, 'clauses']), w.clauseName(clause)),
          ),
      ),
    ),
  );

/** Each clause that is named is one that the document has, and a link can lead to. */
export function checkClauses(draft: Draft, w: Words): Finding[] {
  const sources = sourcesIn(draft);
  const findings = checkNames(draft, w);
  for (const document of new Set(sources.map((source) => source.document))) {
    if (!document?.text) continue;
    const own = sources.filter((source) => source.document === document);
    const lost = own.filter(({clauses}) => clauses.some((clause) => !document.ids.has(clause)));
    // One sentence for a page without any, and not one for every row.
    if (lost.length > 1 && !own.some(({clauses}) => clauses.some((clause) => document.ids.has(clause)))) {
      findings.push(problem('no-anchors', {file: document.file, line: null}, w.noAnchors()));
      continue;
    }
    for (const {name, clauses, place} of lost) {
      const missing = clauses.filter((clause) => !document.ids.has(clause)).join(', ');
      findings.push(problem('clause', place, w.clauseLost(name, missing, document.file)));
    }
  }
  return findings;
}
