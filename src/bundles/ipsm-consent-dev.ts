// For the author of a page: all elements in three languages, and what is written wrong on the page.
import './ipsm-consent-all.js';
import '../development/start.js';
