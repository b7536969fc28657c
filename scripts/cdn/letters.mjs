import MagicString from 'magic-string';

/** No letter of windows-1251 or of any other code page of one byte: where it arrives, the others have. */
const LETTER = 'қ';
const WHY =
  'ipsm-consent [letters]: The letters of this file were changed on the way: nothing is registered. ' +
  'Serve it as text/javascript; charset=utf-8.';
const CHECK = `if("${LETTER}"!=="\\u${LETTER.charCodeAt(0).toString(16).padStart(4, '0')}")return void console.error("${WHY}");`;
const STRICT = '"use strict";';

/**
 * What is put around a minified file. The byte order mark: its letters are read as UTF-8 whatever page and server say.
 * `head`: its first lines. And a check, where the mark was lost on the way (joined files, a proxy): one letter is compared
 * with its escape. After the minifier, which would take the comparison for granted.
 * @type {(head: string) => import('rollup').Plugin}
 */
export const keepLetters = (head) => ({
  name: 'keep-letters',
  renderChunk(code) {
    const at = code.indexOf(STRICT);
    if (at < 0) this.error('The file does not begin as a strict function.');
    const result = new MagicString(code);
    result.prepend(`\u{feff}${head}\n`).appendLeft(at + STRICT.length, CHECK);
    return {code: result.toString(), map: result.generateMap({hires: true})};
  },
});
