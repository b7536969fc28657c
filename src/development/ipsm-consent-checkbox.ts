import '../define/ipsm-consent-checkbox.js';
import './start.js';
