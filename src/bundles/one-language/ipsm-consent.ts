// The order matters: settings and policy are in force before the first element is defined.
import '../script-config.js';
import './page.js';
import '../asking.js';
