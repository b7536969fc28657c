import {buildOf, type Build} from './build.js';
import {word, type Word} from './words.js';

/** What whoever mends a fault has to know. */
export interface Facts {
  settings: Record<string, string>;
  events: string[];
  record: unknown;
  stored: unknown;
}

const json = (value: unknown) => JSON.stringify(value, null, 2);

function reportOf({version, digest}: Build, {settings, events, record, stored}: Facts): string {
  const line = (key: Word, text: string) => `${word(key)}: ${text}`;
  const part = (key: Word, text: string) => `\n${word(key)}\n${text}`;
  const switched = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return [
    word('reportHeading'),
    line('reportAddress', location.href),
    line('version', `${version}, ${word('build')} ${digest}`),
    line('reportBrowser', navigator.userAgent),
    line('reportWindow', `${innerWidth}×${innerHeight}, ${devicePixelRatio}`),
    line('reportTime', new Date().toISOString()),
    line('gallerySettings', switched.join(', ')),
    part('events', events.join('\n') || word('noEvents')),
    part('currentRecord', record ? json(record) : word('noRecord')),
    part('history', json(stored)),
  ].join('\n');
}

/**
 * Offers to copy a report of everything that is there now, and says which build this is.
 * @param file the file of the package that the page loads
 */
export function offerReport(
  file: string,
  parts: {button: HTMLButtonElement; said: HTMLElement; text: HTMLTextAreaElement; build: HTMLElement},
  factsNow: () => Facts,
): void {
  const {button, said, text, build} = parts;
  // Where the file does not come, a report is wanted above all.
  const known = buildOf(file).catch(() => ({version: '?', digest: ''}));
  void known.then(({version, digest}) => (build.textContent = `${version} (${digest})`));
  const say = (key: Word) => {
    said.dataset['t'] = key;
    said.textContent = word(key);
  };
  button.addEventListener('click', () => {
    void known.then(async (found) => {
      text.value = reportOf(found, factsNow());
      text.hidden = false;
      text.select();
      // On plain http there is no clipboard.
      const clipboard = navigator.clipboard as Clipboard | undefined;
      const isCopied = await clipboard?.writeText(text.value).then(
        () => true,
        () => false,
      );
      say(isCopied ? 'reportCopied' : 'reportSelected');
    });
  });
}
