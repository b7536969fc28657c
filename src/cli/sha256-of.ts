import {createHash} from 'node:crypto';

/** Lower-case hex SHA-256 of bytes, as a manifest names a document. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
