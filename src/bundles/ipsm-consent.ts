// The order matters: settings, language and policy are in force before the first element is defined.
import './script-config.js';
import './page.js';
import './asking.js';
