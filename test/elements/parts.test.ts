import {expect} from 'chai';
import {TAGS, type Tag} from '../../src/define/tags.js';
import {clickOn} from '../helpers/commands.js';
import {part, show, tick} from '../helpers/page.js';
import {comeBack, publish, until} from '../helpers/publish.js';

interface ElementDeclaration {
  tagName: Tag;
  cssParts: {name: string}[];
}

/** The elements as dist/custom-elements.json declares them. */
async function declared(): Promise<ElementDeclaration[]> {
  const {modules} = (await (await fetch('/dist/custom-elements.json')).json()) as {
    modules: {declarations?: Partial<ElementDeclaration>[]}[];
  };
  const declarations = modules.flatMap((module) => module.declarations ?? []);
  return declarations.filter((each): each is ElementDeclaration => each.tagName !== undefined);
}

const tags = Object.keys(TAGS) as Tag[];
/** Parts that were seen, by tag. */
const seen = Object.fromEntries(tags.map((tag) => [tag, new Set<string>()])) as Record<Tag, Set<string>>;

function look(element: Element): void {
  for (const each of element.shadowRoot!.querySelectorAll('[part]'))
    for (const name of each.part) seen[element.localName as Tag].add(name);
}

/** Shows every element, with a way to look at all of them at any time. */
async function showAll(attributes = '') {
  const form = show<HTMLFormElement>(
    `<form>${tags.map((tag) => `<${tag} ${attributes}></${tag}>`).join('')}</form>`,
    'form',
  );
  const find = <T extends Tag>(tag: T) => form.querySelector(tag)!;
  const lookAtAll = async () => {
    for (const tag of tags) {
      await find(tag).updateComplete;
      look(find(tag));
    }
  };
  find('ipsm-consent-banner').show();
  await lookAtAll();
  return {find, lookAtAll};
}

describe('the parts that the manifest names', () => {
  it('are those that the elements draw in all their states', async () => {
    // nobody was asked, somebody agrees, and withdraws
    const {find, lookAtAll} = await showAll();
    find('ipsm-consent-checkbox').reportValidity();
    await lookAtAll();
    await clickOn(part(find('ipsm-consent-banner'), 'answer-button'));
    await lookAtAll();
    await tick(find('ipsm-consent-checkbox'));
    find('ipsm-consent-checkbox').commit();
    await lookAtAll();
    find('ipsm-consent-status').withdraw();
    await lookAtAll();

    // a new release, after somebody agreed
    const published = publish();
    const outdated = await showAll(`policy="${published.url}"`);
    await until(() => outdated.find('ipsm-consent-checkbox').matches(':state(ready)'));
    await tick(outdated.find('ipsm-consent-checkbox'));
    outdated.find('ipsm-consent-checkbox').commit();
    published.release({version: '2'}, ['Something else']);
    comeBack(6);
    await until(() => outdated.find('ipsm-consent-banner').release!.version === '2');
    outdated.find('ipsm-consent-banner').show();
    await until(() => tags.every((tag) => part(outdated.find(tag), 'changes')));
    await outdated.lookAtAll();

    // no policy
    const missing = await showAll('policy="/nowhere.json" policy-id="nowhere"');
    await until(() => part(missing.find('ipsm-policy-summary'), 'error'));
    await missing.lookAtAll();

    const inManifest = await declared();
    const names = inManifest.map(({tagName, cssParts}) => [tagName, cssParts.map(({name}) => name).sort()]);
    expect(Object.fromEntries(names)).to.deep.equal(
      Object.fromEntries(tags.map((tag) => [tag, [...seen[tag]].sort()])),
    );
  });
});
