import {expect} from 'chai';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {part, tick} from '../helpers/page.js';
import {publish, until} from '../helpers/publish.js';
import {UNTICKED} from './files.js';
import {openMarkup} from './open-markup.js';

const BODY = '<form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox></form>';
const SETTINGS =
  'data-ipsm-lang="ru" data-ipsm-policy="/demo/policy/manifest.json" data-ipsm-storage="memory"';

describe('settings on the script tag', () => {
  for (const attributes of ['', 'defer', 'async', 'type="module" data-ipsm-consent']) {
    it(`are in force from the first message on: <script ${attributes}>`, async () => {
      const script = `<script src="/dist/cdn/ipsm-consent.min.js" ${attributes} ${SETTINGS}></script>`;
      const {document} = await openMarkup(script, BODY, 'en');
      const element = document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
      await until(() => element.matches(':state(ready)'));
      expect(element.validationMessage).to.equal(UNTICKED.ru);
      await tick(element);
      expect(element.record!.policy.source).to.equal('network');
      element.commit();
      expect(Object.keys(localStorage)).to.deep.equal([]);
    });
  }

  /** What optimisers make of `<script src=… data-ipsm-consent …>`. */
  const dead = `<script type="text/plain" data-ipsm-consent ${SETTINGS}></script>`;
  const joined = '<script src="/dist/cdn/ipsm-consent.min.js"></script>';
  for (const [how, head, body] of [
    ['joined with others, after the tag that has them', dead + joined, BODY],
    ['joined with others, before the tag that has them', joined + dead, BODY],
    ['delayed, the tag at the end of the page', joined, BODY + dead],
    [
      'inlined',
      `${dead}<script>const x = new XMLHttpRequest(); x.open('GET', '/dist/cdn/ipsm-consent.min.js', false); x.send();
         const s = document.createElement('script'); s.textContent = x.responseText; document.head.append(s);</script>`,
      BODY,
    ],
  ] as const) {
    it(`are found where an optimiser has moved the file: ${how}`, async () => {
      const {document, warnings} = await openMarkup(head, body, 'en');
      const element = document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
      await until(() => element.matches(':state(ready)'));
      expect(element.validationMessage).to.equal(UNTICKED.ru);
      // Words of the bundled policy may have been there before: a yes counts once these have been there for a second.
      while (!element.checked) await tick(element);
      expect(element.record!.policy.source).to.equal('network');
      expect(warnings.filter((line) => line.includes('[settings]'))).to.deep.equal([]);
    });
  }

  it('with a refusal are heard by the policy whose record it is, and by no other', async () => {
    const {manifest} = publish();
    const of = (id: string) => JSON.stringify({...manifest, id});
    const head = (refused: string) => `<script>
        window.fetch = async (url) => new Response(JSON.stringify(url.includes('other') ? ${of('other')} : ${of('one')}));
      </script><script src="/dist/cdn/ipsm-consent.min.js" data-ipsm-refused="${refused}"></script>`;
    const body = ['one', 'other']
      .map(
        (id) =>
          `<form><ipsm-consent-checkbox policy="/${id}.json" policy-id="${id}"></ipsm-consent-checkbox></form>`,
      )
      .join('');
    const open = async (refused: string) => {
      const {document} = await openMarkup(head(refused), body);
      const boxes = [...document.querySelectorAll<ConsentCheckboxElement>('ipsm-consent-checkbox')];
      for (const box of boxes) await until(() => box.release !== undefined);
      return boxes as [ConsentCheckboxElement, ConsentCheckboxElement];
    };
    const [, sent] = await open('');
    while (!sent.checked) await tick(sent);
    sent.commit();
    const {id} = sent.record!;
    const boxes = await open(`${id} not-current 9 ${new Date().toISOString()}`);
    await until(() => part(boxes[1], 'error').textContent.trim() !== '');
    expect(part(boxes[0], 'error').textContent.trim()).to.equal('');
    while (!boxes[0].checked) await tick(boxes[0]);
  });

  it('do no harm where they are none: data-ipsm-bundled, data-ipsm-nosuch', async () => {
    const attributes =
      'data-ipsm-lang="ru" data-ipsm-bundled="x" data-ipsm-nosuch="x" data-ipsm-manifest="x"';
    const script = `<script src="/dist/cdn/ipsm-consent.min.js" ${attributes}></script>`;
    const {document, warnings} = await openMarkup(script, BODY, 'en');
    const element = document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
    await tick(element);
    expect([element.record!.policy.source, element.record!.notice.lang]).to.deep.equal(['bundled', 'ru']);
    expect(warnings.filter((line) => !line.includes('[gaps]'))).to.deep.equal([]);
  });

  it('are not looked for at other scripts, which the console names', async () => {
    const script = `<script src="data:text/javascript," ${SETTINGS}></script>
      <script type="module" src="/dist/cdn/ipsm-consent.min.js"></script>`;
    const {document, warnings} = await openMarkup(script, BODY, 'en');
    const element = document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
    expect(element.validationMessage).to.equal(UNTICKED.en);
    expect(warnings.find((line) => line.includes('[settings]'))).to.include('data-ipsm-lang="ru"');
  });
});
