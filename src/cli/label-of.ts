import {QUESTIONS} from './draft/questions.js';
import type {Words} from './words/words.js';

/** Questions whose answers a release holds under another name. */
const ANSWERS: Record<string, string> = {
  'terms.thirdParties': 'recipients',
  'terms.crossBorder': 'abroad',
  'terms.publicSources': 'public',
  'terms.storage.locations': 'home',
  'terms.storage.retention': 'keeping',
  'terms.withdraw.url': 'withdrawal',
  'terms.withdraw.email': 'email',
};

/** What a part of a release is called, and where the operator finds it: the file of the draft, and the name in it. */
export function labelOf(path: string, w: Words): string {
  const [first = '', second = '', ...rest] = path.split('.');
  if (first === 'notice') return [`notice.${second}.yaml`, inNotice(rest, w)].filter(Boolean).join(' · ');
  if (first === 'documents') return `document.${second}`;
  const question = answerBehind(path);
  const asked = QUESTIONS.find((known) => known === question);
  return asked ? `${w.asked[asked]} (answers.yaml · ${question})` : `answers.yaml · ${question}`;
}

/** What has no name in the file is called in words. */
function inNotice(names: string[], {row}: Words): string {
  const last = names.at(-1);
  if (names.length > 1 && (last === 'layer' || last === 'order')) {
    return `${names.slice(0, -1).join('.')} · ${row[last]}`;
  }
  return names.join('.');
}

/** The question whose answer a part of a release comes from. */
export function answerBehind(path: string): string {
  const [first = '', second] = path.split('.');
  return Object.entries(ANSWERS).find(([prefix]) => path.startsWith(prefix))?.[1] ?? second ?? first;
}
