import {isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type YAMLError} from 'yaml';
import type {Place} from '../finding.js';

/** Names and numbers that lead to a value of a file. */
export type YamlPath = (string | number)[];

/** Something that the file's language does not allow. */
interface YamlFault extends Place {
  kind: 'tab' | 'twice' | 'colon' | 'unclear';
}

function kindOf({code}: YAMLError): YamlFault['kind'] {
  if (code === 'TAB_AS_INDENT') return 'tab';
  if (code === 'DUPLICATE_KEY') return 'twice';
  if (code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'MULTILINE_IMPLICIT_KEY') return 'colon';
  return 'unclear';
}

/** A YAML file that a person edits: its values as text, and the line that each stands in. */
export class YamlFile {
  readonly document: Document.Parsed;
  readonly #lines = new LineCounter();

  /** @param file relative to the working folder */
  constructor(
    readonly file: string,
    text: string,
  ) {
    // Without types: "no" is a word, 5.10 is clause 5.10 and not 5.1.
    this.document = parseDocument(text, {schema: 'failsafe', lineCounter: this.#lines, prettyErrors: false});
  }

  get faults(): YamlFault[] {
    return this.document.errors.map((error) => ({
      kind: kindOf(error),
      file: this.file,
      line: this.#lines.linePos(error.pos[0]).line,
    }));
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
