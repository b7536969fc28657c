import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  Scalar,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type {Place} from '../finding.js';

/** Names and numbers that lead to a value of a file. */
export type YamlPath = (string | number)[];

/** Something that the file's language does not allow. */
interface YamlFault extends Place {
  kind: 'tab' | 'twice' | 'colon' | 'noColon' | 'quote' | 'sign' | 'remark' | 'invisible' | 'unclear';
  /** What the line begins with, where a colon has to follow it; the sign, or the words, that would be lost. */
  name: string;
}

const COLON_CODES: readonly string[] = ['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'];
const TAB = /^ *\t\s*\S/;
/** `question, |`, or `title Policy` where no line is set in. */
const NO_COLON =
  /^\s*(?:- )?([a-z][A-Za-z]*)\s*[,;.]?\s*\|\s*$|^([a-z][A-Za-z]*)(?:[,;.]?\s*$|[,;.]?\s+[^\s:])/;

/** What stands behind the hyphen and the name of a line. */
const VALUE = /^\s*(?:- +)*(?:[\w-]+:[ \t]+)?(.*)$/;
const valueIn = (line: string): string => VALUE.exec(line)?.[1] ?? '';
const QUOTE = /^["']/;
/** Signs that a text cannot begin with; `|` and `>` alone announce one. */
const SIGN = /^(?![|>][-+\d]*\s*$)(?:[>|&*!%@`,[\]{}]|[-?](?=\s))/;
/** A remark behind a text that has no quotation marks. */
const REMARK = /^[ \t]+#(.*)/;

/** Signs that nobody sees, and that turn words round or hide them. */
const INVISIBLE = /[\p{Bidi_Control}\u200b\u2060\ufeff\u{e0000}-\u{e007f}]|(?![\t\n\r\x85])\p{Cc}/u;

const nameWithoutColon = (line: string): string | undefined => {
  const [, alone, before] = NO_COLON.exec(line) ?? [];
  return alone ?? before;
};

/** A YAML file that a person edits: its values as text, and the line that each stands in. */
export class YamlFile {
  readonly document: Document.Parsed;
  readonly #lines = new LineCounter();
  readonly #source: string;
  readonly #text: string[];

  /** @param file relative to the working folder */
  constructor(
    readonly file: string,
    text: string,
  ) {
    this.#source = text;
    // Without types: "no" is a word, 5.10 is clause 5.10 and not 5.1.
    this.document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: this.#lines,
      prettyErrors: false,
      logLevel: 'error',
    });
    this.#text = text.split('\n');
  }

  /**
   * Names that are there twice, and the first fault of another kind: what comes after it follows from it. Where there is
   * none, whatever stands in the file and would be lost.
   */
  get faults(): YamlFault[] {
    const errors = this.document.errors.map(({code, pos}) => ({
      code,
      line: this.#lines.linePos(pos[0]).line,
    }));
    if (!errors.length) return this.#lost();
    const [tab] = this.#text.flatMap((line, i) => (TAB.test(line) ? [i + 1] : []));
    if (tab !== undefined) return [this.#fault('tab', tab)];
    const twice = errors.filter(({code}) => code === 'DUPLICATE_KEY').map(({line}) => line);
    const first = errors.find(({code}) => code !== 'DUPLICATE_KEY');
    if (!first) return [...new Set(twice)].map((line) => this.#fault('twice', line));
    return [
      ...[...new Set(twice)].filter((line) => line < first.line).map((line) => this.#fault('twice', line)),
      this.#firstFault(first),
    ];
  }

  /** What the file's language takes for something else than words: a remark behind a text, names of its own. */
  #lost(): YamlFault[] {
    const lost: YamlFault[] = [];
    const tell = (kind: 'sign' | 'remark', at: number, name: string) =>
      lost.push(this.#fault(kind, this.#lines.linePos(at).line, name));
    const tellNames = ({range, tag}: Node, anchor: string | undefined) => {
      if (anchor ?? tag) tell('sign', range?.[0] ?? 0, anchor === undefined ? '!' : '&');
    };
    visit(this.document, {
      Alias: (_, {range}) => void tell('sign', range?.[0] ?? 0, '*'),
      Collection: (_, node) => tellNames(node, node.anchor),
      Scalar: (_, node) => {
        tellNames(node, node.anchor);
        const [start, end] = node.range ?? [0, 0];
        if (node.type !== Scalar.PLAIN || start === end) return;
        const {line, col} = this.#lines.linePos(end);
        const [, words] = REMARK.exec(this.#text[line - 1]?.slice(col - 1) ?? '') ?? [];
        if (words?.trim()) tell('remark', end, words.trim());
      },
    });
    this.#text.forEach((line, i) => {
      const [sign] = (/^\s*#/.test(line) ? null : INVISIBLE.exec(line)) ?? [];
      const code = sign?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
      if (code !== undefined) lost.push(this.#fault('invisible', i + 1, `U+${code}`));
    });
    return lost;
  }

  #fault(kind: YamlFault['kind'], line: number, name = ''): YamlFault {
    return {kind, file: this.file, line, name};
  }

  #firstFault({code, line}: {code: string; line: number}): YamlFault {
    // The parser may notice only some lines further down.
    for (let at = line; at > 0; at--) {
      const text = this.#text[at - 1] ?? '';
      const name = nameWithoutColon(text);
      if (name) return this.#fault('noColon', at, name);
      if (at < line && /^[a-z]\w*:/i.test(text)) break;
    }
    const value = valueIn(this.#text[line - 1] ?? '');
    if (QUOTE.test(value)) return this.#fault('quote', line);
    const open = code === 'MISSING_CHAR' ? this.#lineOfOpenQuote() : undefined;
    if (open !== undefined) return this.#fault('quote', open);
    const [sign] = SIGN.exec(value) ?? [];
    if (sign !== undefined) return this.#fault('sign', line, sign);
    const isColon = COLON_CODES.includes(code) && this.#text[line - 1]?.includes(':');
    return this.#fault(isColon ? 'colon' : 'unclear', line);
  }

  /** A quotation mark that nothing closes takes the rest of the file; the fault is told at its end. */
  #lineOfOpenQuote(): number | undefined {
    let line: number | undefined;
    visit(this.document, {
      Scalar: (_, {type, range}) => {
        if (type !== Scalar.QUOTE_DOUBLE && type !== Scalar.QUOTE_SINGLE) return;
        const [start, end] = range ?? [0, 0];
        const [opening, closing] = [this.#source[start], this.#source[end - 1]];
        if (end - start < 2 || opening !== closing) line = this.#lines.linePos(start).line;
      },
    });
    return line;
  }

  /** Texts, lists and maps; `null` for an empty file. */
  get value(): unknown {
    try {
      return this.document.toJS() as unknown;
    } catch {
      // Aliases that grow without end; nothing that a person writes by hand.
      return null;
    }
  }

  /** Where a value stands; where it is missing, the nearest thing around it. */
  placeOf(path: YamlPath): Place {
    for (let length = path.length; length > 0; length--) {
      const offset = this.#offsetOf(path.slice(0, length));
      if (offset !== undefined) return {file: this.file, line: this.#lines.linePos(offset).line};
    }
    return {file: this.file, line: null};
  }

  #offsetOf(path: YamlPath): number | undefined {
    const parent = path.length > 1 ? this.document.getIn(path.slice(0, -1), true) : this.document.contents;
    const last = path.at(-1);
    if (isMap(parent)) {
      const key = parent.items.find((pair) => isScalar(pair.key) && pair.key.value === last)?.key;
      return isNode(key) ? key.range?.[0] : undefined;
    }
    const node = this.document.getIn(path, true);
    return isNode(node) ? node.range?.[0] : undefined;
  }
}
