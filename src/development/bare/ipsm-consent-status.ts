import '../../define/bare/ipsm-consent-status.js';
import '../start.js';
