import type {ManifestErrorCode} from '../../platform/load-manifest.js';
import type {EndpointFault} from '../../platform/post-record.js';

/** What went wrong, in events and in the console. docs/errors.md says of each what to do. */
export type ErrorCode =
  | ManifestErrorCode
  | EndpointFault
  | 'no-policy'
  | 'document-mismatch'
  | 'unknown-purpose'
  | 'gaps'
  | 'storage'
  | 'standing'
  | 'hidden'
  | 'risky-name'
  | 'no-consent'
  | 'no-name'
  | 'no-form'
  | 'settings'
  | 'page-mistake'
  | 'unsupported'
  | 'nothing-to-withdraw'
  | 'twice';
