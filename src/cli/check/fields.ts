import {LANGS, type Manifest} from '../../core/index.js';
import {unknownFields} from '../unknown-fields.js';
import {warning, type Finding} from './finding.js';

const OTHER_LANGUAGE = /\.(documents|notice)\.[^.[]+$/;

/** Fields that no page reads, such as a mistyped `more`. */
export const checkFields = (json: unknown, manifest: Manifest): Finding[] =>
  unknownFields(json, manifest)
    .filter((path) => path !== '$schema')
    .map((path) =>
      OTHER_LANGUAGE.test(path)
        ? warning('language', path, `Pages speak ${LANGS.join(', ')} and leave this language out.`)
        : warning(
            'unknown-field',
            path,
            'No page reads this field. Correct its name, or leave it if it is your own.',
          ),
    );
