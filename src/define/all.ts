import './ipsm-consent-banner.js';
import './ipsm-consent-checkbox.js';
import './ipsm-consent-status.js';
import './ipsm-policy-summary.js';
