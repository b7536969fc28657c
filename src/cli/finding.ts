/** One thing that `check` says of the draft or of what is published. */
export interface Finding {
  /** A problem forbids publishing; a warning is for the operator to judge. */
  level: 'problem' | 'warning';
  /** Stable, for programs. */
  code: string;
  /** Relative to the working folder, with `/`. */
  file: string;
  /** Counted from 1; `null` for the whole file. */
  line: number | null;
  /** What happened, which value, what to do. */
  message: string;
}

/** Where a finding is. */
export type Place = Pick<Finding, 'file' | 'line'>;

const findingOf =
  (level: Finding['level']) =>
  (code: string, {file, line}: Place, message: string): Finding => ({level, code, file, line, message});

/** Forbids publishing. */
export const problem = findingOf('problem');
/** For the operator to judge. */
export const warning = findingOf('warning');

/** As compilers write it: `file:line: sentence`. */
export const inOneLine = ({file, line, message}: Finding): string =>
  `${file}${line === null ? '' : `:${line}`}: ${message}`;

/** By file, then by line; problems of one place before its warnings. */
export const sorted = (findings: Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.level < b.level ? -1 : a.level > b.level ? 1 : 0),
  );
