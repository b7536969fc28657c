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

/** Where the operator finds a part of a release: the file of the draft, and the name in it. */
export function labelOf(path: string): string {
  const [first = '', second = '', ...rest] = path.split('.');
  if (first === 'notice') return [`notice.${second}.yaml`, rest.join('.')].filter(Boolean).join(' · ');
  if (first === 'documents') return `document.${second}`;
  return `answers.yaml · ${answerBehind(path)}`;
}

/** The question whose answer a part of a release comes from. */
export function answerBehind(path: string): string {
  const [first = '', second] = path.split('.');
  return Object.entries(ANSWERS).find(([prefix]) => path.startsWith(prefix))?.[1] ?? second ?? first;
}
