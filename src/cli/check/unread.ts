import type {Release} from '../../core/index.js';
import {DRAFT} from '../draft/draft-files.js';
import type {Draft} from '../draft/read-draft.js';
import {warning, type Finding} from '../finding.js';
import type {Words} from '../words/words.js';
import {straysIn} from './languages.js';

/** What systems leave in a folder that somebody has looked at. */
const LEFT_BEHIND = /^(thumbs\.db|desktop\.ini)$/i;
/** Folders of other names hold what is somebody's own. */
const LIKE_OURS = /^(answers|document|notice)\b/i;

/** What lies in the folder of the draft and is read by nobody. A notice under a wrong name is told as a language that is gone. */
export function checkUnread(draft: Draft, before: Release | undefined, w: Words): Finding[] {
  const told = straysIn(draft, before);
  const tell = (name: string, message: string) =>
    warning('unread', {file: `${DRAFT}/${name}`, line: null}, message);
  return [
    ...draft.unread
      .filter((name) => !LEFT_BEHIND.test(name) && !told.includes(name))
      .map((name) => tell(name, w.unread())),
    ...draft.folders.filter((name) => LIKE_OURS.test(name)).map((name) => tell(name, w.unreadFolder())),
  ];
}
