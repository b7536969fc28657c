import {click} from './behaviours/click.js';
import {events} from './behaviours/events.js';
import {focus} from './behaviours/focus.js';
import {implicitSubmission} from './behaviours/implicit-submission.js';
import {keyboard} from './behaviours/keyboard.js';
import {labels} from './behaviours/labels.js';
import {conformance} from './runner.js';

conformance('acts', [click, labels, keyboard, implicitSubmission, events, focus]);
