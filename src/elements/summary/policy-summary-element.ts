import {html} from 'lit';
import {renderedLang} from '../../l10n/rendered-lang.js';
import {changes} from './changes.js';
import {PolicyElement} from '../shared/policy-element.js';
import {policyLink} from '../shared/policy-link.js';
import {baseStyles} from '../shared/base-styles.js';
import {summaryStyles} from './summary-styles.js';
import {summary} from './summary.js';
import {unavailable} from '../shared/unavailable.js';

/**
 * The policy in short: each point with its clause, the version and date in force, a link to the full text.
 * @tag ipsm-policy-summary
 * @csspart base - Everything the element draws.
 * @csspart body - The foldable summary.
 * @csspart title - The summary's heading, which folds it.
 * @csspart changes - What changed since the version agreed to, and what is announced.
 * @csspart summary - The list of points.
 * @csspart point - One point.
 * @csspart clause - The clause that a point comes from.
 * @csspart more - More words about a point.
 * @csspart policy-link - The link to the full text.
 * @csspart error - Why there is no policy to show.
 */
export class PolicySummaryElement extends PolicyElement {
  static override styles = [baseStyles, summaryStyles];

  protected override render() {
    const {release, shown} = this;
    return html`<div part="base" lang=${renderedLang()}>
      ${
        release && shown
          ? html`${changes(this.context)} ${summary(release, shown)} ${policyLink(this.context)}`
          : unavailable(this.context)
      }
    </div>`;
  }
}
