import '../../define/bare/ipsm-policy-summary.js';
import '../start.js';
