import {openingTag} from '../page/opening-tag.js';
import {warnOnce} from '../page/warn-once.js';

/** Warns of a box that no form can get anything of. */
export function warnOfPlace(box: Element & {name: string; form: HTMLFormElement | null}): void {
  if (!box.isConnected) return;
  if (!box.name) {
    warnOnce('no-name', `${openingTag(box)} has no name, so nothing of it is sent. Add name="consent".`);
  } else if (!box.form) {
    warnOnce(
      'no-form',
      `${openingTag(box)} is in no form, so nothing of it is sent. Put it into the form, or write form="…", in one shadow root.`,
    );
  }
}
