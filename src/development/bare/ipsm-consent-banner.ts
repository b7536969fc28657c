import '../../define/bare/ipsm-consent-banner.js';
import '../start.js';
