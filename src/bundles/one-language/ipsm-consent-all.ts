import './ipsm-consent.js';
import '../status.js';
