import {warnOnce} from '../elements/page/warn-once.js';

/** What the generic rules of cookie-notice lists have in common, without the signs between the words. */
const RISKY =
  /^(c?policy|consent|cconsentform|cookies?|disclaimer|confidentialite|notice|notification|(alert|banner|bottom|consent|cookie|fixed|gdpr|notice|page|policy|privacy|widget)+(accept|agreement|alert|banner|bar|bottom|box|consent|container|dialog|disclaimer|hint|info|message|modal|note|notice|policy|popup|toast|update|warning|window))$/i;

/** Warns of an id or class that filter lists hide on every site: what they hide, nobody can tick. */
export function warnOfRiskyName({id, classList}: Element): void {
  for (const name of [id, ...classList]) {
    if (!RISKY.test(name.replace(/[-_]/g, ''))) continue;
    warnOnce('risky-name', `Filter lists hide "${name}". Use another id or class.`);
  }
}
