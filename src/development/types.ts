// In place of types, which do nothing at run time: a tag that is used and that nobody has registered is told of.
import './start.js';
