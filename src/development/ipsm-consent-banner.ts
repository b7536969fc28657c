import '../define/ipsm-consent-banner.js';
import './start.js';
