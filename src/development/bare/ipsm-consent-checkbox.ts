import '../../define/bare/ipsm-consent-checkbox.js';
import '../start.js';
