import type {Notice, Point} from '../../core/index.js';
import {problem, type Finding} from '../finding.js';
import {instructionIn, isExampleOf} from '../init/instructions.js';
import {nearest} from '../nearest.js';
import type {YamlFile, YamlPath} from '../folder/yaml-file.js';
import type {Words} from '../words/words.js';
import {clausesIn, isClause} from './clause.js';
import {clean, isExample} from './clean.js';

const NEEDED = ['question', 'brief', 'title', 'agree', 'accept', 'decline'] as const;
const POINT_FIELDS = ['id', 'label', 'text', 'clauses'];
const FIELDS = [...NEEDED, 'points', 'details', 'clauseNames', 'agreeFor', 'purposes', 'changes'];

/** Whether a value has names in it, as both files of a draft have. */
export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words as they are heard: without capitals and signs. */
const said = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A notice as it is in its file: what is missing is an empty text, and told. */
interface NoticeRead {
  notice: Notice;
  findings: Finding[];
}

class NoticeReader {
  readonly findings: Finding[] = [];

  constructor(
    private readonly file: YamlFile,
    private readonly w: Words,
  ) {}

  text(value: unknown, path: YamlPath, name = nameOf(path)): string {
    const text = typeof value === 'string' ? clean(value) : '';
    // A colon in the words has made a map of them.
    if (typeof value === 'object') this.tell('signs', path, this.w.signs.colon);
    else if (!text) this.tell('missing', path, this.w.noWords(name));
    else if (isExample(text)) this.tell('example', path, this.w.exampleLeft(name));
    else this.instruction(text, path, name);
    return text;
  }

  /** Somebody has removed the mark, and nothing else. */
  instruction(text: string, path: YamlPath, name: string): void {
    const [part, purpose] = path;
    const hint =
      part === 'purposes' && typeof purpose === 'string' && isExampleOf(purpose, text)
        ? text
        : instructionIn(text);
    if (hint !== undefined) this.tell('example', path, this.w.instructionLeft(name, hint));
  }

  list(value: unknown, path: YamlPath): unknown[] {
    if (value === undefined || value === '') return [];
    if (Array.isArray(value)) return value as unknown[];
    this.tell('shape', path, this.w.notAList(nameOf(path)));
    return [];
  }

  map(value: unknown, path: YamlPath): Record<string, string> {
    if (value === undefined || value === '') return {};
    if (!isMap(value)) {
      this.tell('shape', path, this.w.notNamed(nameOf(path)));
      return {};
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, text]) => {
        if (!/^[a-z0-9-]+$/.test(key)) this.tell('id', [...path, key], this.w.badId(key));
        return [key, this.text(text, [...path, key])];
      }),
    );
  }

  fields(value: Record<string, unknown>, known: readonly string[], path: YamlPath): void {
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue;
      this.tell('unknown-field', [...path, key], this.w.unknownField(key, nearest(key, known)));
    }
  }

  point(value: unknown, path: YamlPath): Point {
    const point = isMap(value) ? value : {};
    this.fields(point, POINT_FIELDS, path);
    const id = this.text(point.id, [...path, 'id']);
    if (id && !/^[a-z0-9-]+$/.test(id)) this.tell('id', [...path, 'id'], this.w.badId(id));
    return {
      id,
      label: this.text(point.label, [...path, 'label'], `${id} · label`),
      text: this.text(point.text, [...path, 'text'], `${id} · text`),
      clauses: this.clauses(point.clauses, [...path, 'clauses']),
    };
  }

  clauses(value: unknown, path: YamlPath): string[] {
    const texts = Array.isArray(value) ? (value as unknown[]) : [value ?? ''];
    const clauses = texts.flatMap((text) => (typeof text === 'string' ? clausesIn(text) : ['?']));
    for (const clause of clauses) {
      if (!isClause(clause)) this.tell('clause', path, this.w.badClause(clause));
    }
    return clauses;
  }

  /** A person tells rows apart by them. */
  labels(rows: {label: string; path: YamlPath}[]): void {
    const seen = new Set<string>();
    for (const {label, path} of rows) {
      if (said(label) && seen.has(said(label))) this.tell('duplicate', path, this.w.labelTwice(label));
      seen.add(said(label));
    }
  }

  tell(code: string, path: YamlPath, message: string): void {
    this.findings.push(problem(code, this.file.placeOf(path), message));
  }
}

/** The name by which a person finds the place: the last one that is no number. */
const nameOf = (path: YamlPath): string =>
  String(path.filter((part) => typeof part === 'string').at(-1) ?? '');

/** Reads a notice file, and tells everything that it lacks. */
export function readNotice(file: YamlFile, w: Words): NoticeRead {
  const reader = new NoticeReader(file, w);
  const top = isMap(file.value) ? file.value : {};
  reader.fields(top, FIELDS, []);
  const points = (name: 'points' | 'details') =>
    reader.list(top[name], [name]).map((value, i) => reader.point(value, [name, i]));
  const [needed, first, second] = [
    Object.fromEntries(NEEDED.map((name) => [name, reader.text(top[name], [name])])),
    points('points'),
    points('details'),
  ];
  if (!first.length) reader.tell('missing', ['points'], w.noPoints());
  const seen = new Set<string>();
  for (const [name, list] of [
    ['points', first],
    ['details', second],
  ] as const) {
    list.forEach(({id}, i) => {
      if (id && seen.has(id)) reader.tell('duplicate', [name, i, 'id'], w.idTwice(id));
      seen.add(id);
    });
  }
  reader.labels([
    ...first.map(({label}, i) => ({label, path: ['points', i, 'label']})),
    ...second.map(({label}, i) => ({label, path: ['details', i, 'label']})),
  ]);
  if (needed.accept && said(needed.accept) === said(needed.decline!))
    reader.tell('duplicate', ['decline'], w.sameAnswers(needed.accept));
  const changes = reader.list(top.changes, ['changes']).map((line, i) => reader.text(line, ['changes', i]));
  const [names, purposes] = [
    reader.map(top.clauseNames, ['clauseNames']),
    reader.map(top.purposes, ['purposes']),
  ];
  const notice: Notice = {
    question: needed.question!,
    brief: needed.brief!,
    title: needed.title!,
    points: first,
    details: second,
    ...(Object.keys(names).length ? {clauseNames: names} : {}),
    agree: needed.agree!,
    ...(top.agreeFor === undefined || top.agreeFor === ''
      ? {}
      : {agreeFor: reader.text(top.agreeFor, ['agreeFor'])}),
    accept: needed.accept!,
    decline: needed.decline!,
    ...(Object.keys(purposes).length ? {purposes} : {}),
    ...(changes.length ? {changes} : {}),
  };
  return {notice, findings: reader.findings};
}
