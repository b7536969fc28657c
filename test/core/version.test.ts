import {expect} from 'chai';
import {GENERATOR} from '../../src/core/version.js';
import {fetchJson} from '../helpers/json.js';

describe('the generator', () => {
  it('is the name and version of package.json', async () => {
    const {name, version} = (await fetchJson('/package.json')) as {name: string; version: string};
    expect(GENERATOR).to.equal(`${name}/${version}`);
  });
});
