import {problem, type Finding} from '../finding.js';
import type {YamlFile} from '../folder/yaml-file.js';
import type {Words} from '../words/words.js';

/** Signs of a file that its language does not allow, or takes for something else than words. */
export const signsIn = ({faults}: YamlFile, {signs}: Words): Finding[] =>
  faults.map((fault) => {
    const sentence = signs[fault.kind];
    return problem('signs', fault, typeof sentence === 'string' ? sentence : sentence(fault.name));
  });
