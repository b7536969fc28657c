import '../define/ipsm-policy-summary.js';
import './start.js';
