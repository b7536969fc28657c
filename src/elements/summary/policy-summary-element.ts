import {html} from 'lit';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {baseStyles} from '../shared/base-styles.js';
import {contextOf, PolicyElement} from '../shared/policy-element.js';
import {policyLink} from '../shared/policy-link.js';
import {unavailable} from '../shared/unavailable.js';
import {changes} from './changes.js';
import {firstLayer, secondLayer} from './summary.js';
import {summaryStyles} from './summary-styles.js';

/**
 * The policy in short: each point with its clauses, the rest one press away, a link to the full text.
 * @tag ipsm-policy-summary
 * @fires {IpsmConsentErrorEvent} ipsm-consent-error - Something went wrong; `message` says what to do.
 * @csspart base - Everything the element draws.
 * @csspart title - The heading.
 * @csspart operator - Who asks.
 * @csspart row - One point: its label, and its value.
 * @csspart label - What a point is about.
 * @csspart value - What it says.
 * @csspart clause - The clauses that a point comes from.
 * @csspart more - What is one press away.
 * @csspart changes - What changed since the version agreed to, and what is announced.
 * @csspart policy-link - The link to the full text.
 * @csspart status - That the policy is being loaded.
 * @csspart error - Why there is no policy to show.
 */
export class PolicySummaryElement extends PolicyElement {
  static override styles = [baseStyles, summaryStyles];

  protected override render() {
    const {release, shown} = this;
    const context = contextOf(this);
    return html`<section
      part="base"
      class="base card"
      lang=${renderedLang()}
      dir="ltr"
      aria-labelledby="title"
    >
      ${
        release && shown
          ? html`${changes(context)} ${firstLayer(release, shown)} ${secondLayer(context, release, shown)}
            ${policyLink(context)}`
          : unavailable(this)
      }
    </section>`;
  }
}
