import {register} from './register.js';
import {TAGS, type Tag} from './tags.js';

for (const tag of Object.keys(TAGS) as Tag[]) register(tag, TAGS[tag]);
