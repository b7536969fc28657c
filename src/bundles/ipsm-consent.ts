// The order matters: the page's settings are in force before the first element is defined.
import './script-config.js';
import '../define/all.js';
