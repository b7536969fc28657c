import {checkedness} from './behaviours/checkedness.js';
import {disabled} from './behaviours/disabled.js';
import {entryList} from './behaviours/entry-list.js';
import {formOwner} from './behaviours/form-owner.js';
import {idl} from './behaviours/idl.js';
import {lifecycle} from './behaviours/lifecycle.js';
import {reset} from './behaviours/reset.js';
import {submission} from './behaviours/submission.js';
import {userValidity} from './behaviours/user-validity.js';
import {validity} from './behaviours/validity.js';
import {conformance} from './runner.js';

conformance('form', [
  entryList,
  formOwner,
  disabled,
  reset,
  validity,
  submission,
  userValidity,
  idl,
  checkedness,
  lifecycle,
]);
