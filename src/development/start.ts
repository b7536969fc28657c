import {tellMistakes} from './mistakes.js';

if (globalThis.document) tellMistakes();
