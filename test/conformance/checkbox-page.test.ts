import {accessibility} from './behaviours/accessibility.js';
import {history} from './behaviours/history.js';
import {rendering} from './behaviours/rendering.js';
import {conformance} from './runner.js';

conformance('page', [history, accessibility, rendering]);
