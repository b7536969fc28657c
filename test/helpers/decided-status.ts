import type {ConsentStatusElement} from '../../src/elements/status/consent-status-element.js';
import {decide, type Deed} from './decide.js';
import {showStatus} from './page.js';
import {until} from './publish.js';

/** A status with these attributes, after what was decided. */
export async function decidedStatus(attributes = '', ...deeds: Deed[]): Promise<ConsentStatusElement> {
  const element = showStatus(attributes);
  await until(() => element.release);
  for (const deed of deeds) decide(element, deed);
  await element.updateComplete;
  return element;
}
