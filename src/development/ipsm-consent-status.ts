import '../define/ipsm-consent-status.js';
import './start.js';
