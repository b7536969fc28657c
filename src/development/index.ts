export * from '../index.js';
import './start.js';
