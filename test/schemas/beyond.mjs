/** The last day of a month in the Gregorian calendar. */
function lastDay(year, month) {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}

const distinct = (key) => (entries) =>
  new Set(entries.map((entry) => entry[key].normalize())).size === entries.length;

const textHolder = (schema) => [schema.$defs.text];
const dateHolders = (schema) => [schema.$defs.instant, schema.$defs.utc].filter(Boolean);
const calendarDays = (text) => {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  return day <= lastDay(year, month);
};

/**
 * The rules that the readers hold and JSON Schema cannot say, by name; the schemas' descriptions list them.
 * Each is a keyword for Ajv and the places in the schema where it would stand.
 */
export const BEYOND = {
  'ipsm-policy-1': {
    uniqueVersions: {holds: distinct('version'), places: (schema) => [schema.properties.releases]},
    uniquePurposes: {holds: distinct('id'), places: (schema) => [schema.$defs.terms.properties.purposes]},
    wellFormedTexts: {holds: (text) => text.isWellFormed(), places: textHolder},
    calendarDays: {holds: calendarDays, places: dateHolders},
  },
  'ipsm-consent-record-1': {
    wellFormedTexts: {holds: (text) => text.isWellFormed(), places: textHolder},
    calendarDays: {holds: calendarDays, places: dateHolders},
  },
};
