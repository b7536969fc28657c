import {speak} from '../speak.js';

// The words of the interface in Kazakh are in its source.
speak('kk');
