import {withIsoDays} from './iso-day.js';

const UNITS: [RegExp, string][] = [
  [/^(жыл(ға)?|год(а|ов)?|лет|years?)$/u, 'Y'],
  [/^(ай(ға)?|месяц(а|ев)?|months?)$/u, 'M'],
  [/^(апта(ға)?|недел[яиьюе]?|недель|weeks?)$/u, 'W'],
  [/^(күн(ге)?|д(ень|ня|ней)|days?)$/u, 'D'],
];
const UNTIL_ACHIEVED =
  /^(мақсат\S* же\S*( дейін)?|до достижения цел\S+|until (the )?purposes? (is|are) achieved)$/u;

const isDay = (text: string) => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** Without what people write around a day or a period: "до 31.12.2027 г.", "на 3 года", "2027-12-31 күніне дейін". */
const bare = (said: string) =>
  said
    .replace(/^(до|until|till|на|for)\s+(?=\d)/u, '')
    .replace(/(?<=^\d{4}-\d\d-\d\d)(\s*г|\s+года|(-\S+|\s+күніне)?\s+дейін)$/u, '');

/** How long a consent lasts, as a person says it, as the record holds it; `undefined` where it cannot be read. */
export function termValue(text: string): string | undefined {
  const whole = text.trim().toLowerCase().replace(/\.$/, '');
  const said = whole === 'until-purpose-achieved' ? whole : bare(withIsoDays(whole));
  if (said === 'until-purpose-achieved' || UNTIL_ACHIEVED.test(said)) return 'until-purpose-achieved';
  if (/^\d{4}-\d\d-\d\d$/.test(said)) return isDay(said) ? said : undefined;
  // Of no time at all, a consent would be over as it is given.
  if (/^(?:p|\d+\s*[^\d\s])/u.test(said) && !/[1-9]/.test(said)) return undefined;
  if (/^p(?=\d)(\d{1,4}y)?(\d{1,4}m)?(\d{1,4}w)?(\d{1,4}d)?$/.test(said)) return said.toUpperCase();
  const [, count, word = ''] = /^(\d{1,4})\s*(\S+)$/u.exec(said) ?? [];
  const unit = UNITS.find(([pattern]) => pattern.test(word))?.[1];
  return count && unit ? `P${Number(count)}${unit}` : undefined;
}
