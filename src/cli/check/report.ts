import type {Manifest} from '../../core/index.js';
import {EXIT} from '../cli-error.js';
import type {Line, Outcome} from '../outcome.js';
import type {Finding} from './finding.js';
import type {Gap} from './gaps.js';

/** Everything that `check` found out. */
export interface Checked {
  /** `undefined`: the strict reader refused it. */
  manifest: Manifest | undefined;
  findings: Finding[];
  gaps: Gap[];
  /** Paths of documents that are not beside the manifest and were not fetched. */
  notCompared: string[];
}

const count = (n: number, what: string) => `${n || 'no'} ${what}${n === 1 ? '' : 's'}`;

function gapLines(gaps: Gap[]): Line[] {
  if (!gaps.length) return [];
  return [
    {text: 'What the law or the record standard wants and the manifest does not say:', style: 'bold'},
    ...gaps.map(({path, message}) => `  ${path}: ${message}`),
    'Records list these as gaps. A published release stays as it is: what it lacks is filled in with the next one.',
  ];
}

/** The result of a check. @param isStrict whether warnings are problems */
export function reportCheck(file: string, checked: Checked, isStrict: boolean): Outcome {
  const {manifest, findings, gaps, notCompared} = checked;
  const complaints = (wanted: boolean) =>
    findings
      .filter(({level}) => (isStrict || level === 'problem') === wanted)
      .map(({code, path, message}) => ({code, path, message}));
  const [problems, warnings] = [complaints(true), complaints(false)];
  const what = manifest
    ? `policy ${manifest.id}, ${count(manifest.releases.length, 'release')}`
    : 'not readable';
  return {
    exitCode: problems.length ? EXIT.problems : EXIT.ok,
    result: {
      ok: !problems.length,
      file,
      policy: manifest?.id ?? null,
      releases: manifest?.releases.map(({version}) => version) ?? [],
      problems,
      warnings,
      gaps,
      notCompared,
    },
    problems,
    warnings,
    lines: [
      ...gapLines(gaps),
      ...(notCompared.length
        ? [`Not beside the manifest and not compared (--live does): ${notCompared.join(', ')}`]
        : []),
      {
        text: `${file}: ${what}; ${count(problems.length, 'problem')}, ${count(warnings.length, 'warning')}, ${count(gaps.length, 'gap')}.`,
        style: 'bold',
      },
    ],
  };
}
