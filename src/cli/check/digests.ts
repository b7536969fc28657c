import {sha256Of} from '../sha256-of.js';
import {problem, type Finding} from './finding.js';
import type {LocalDocument} from './local-documents.js';

/** The documents beside the manifest are the ones that it names by digest. */
export function checkDigests(documents: LocalDocument[]): Finding[] {
  return documents.flatMap(({path, document: {url, sha256}, bytes}) => {
    if (bytes === undefined) return [];
    if (bytes === null) {
      return problem(
        'no-file',
        `${path}.url`,
        `There is no file "${url}" beside the manifest. Put it there.`,
      );
    }
    const found = sha256Of(bytes);
    if (sha256 === null || sha256 === found) return [];
    return problem(
      'document-mismatch',
      `${path}.sha256`,
      `"${url}" has the digest ${found}, not ${sha256}. Restore the file; a changed text is a new release.`,
    );
  });
}
