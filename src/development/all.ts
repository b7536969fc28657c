import '../define/all.js';
import './start.js';
