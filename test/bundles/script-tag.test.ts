import {expect} from 'chai';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {clickOn} from '../helpers/commands.js';
import {deliveries, Endpoint} from '../helpers/endpoint.js';
import {openFrame} from '../helpers/frame.js';
import {answersOf, boxOf, listenTo, part, textOf, tick} from '../helpers/page.js';
import {until} from '../helpers/publish.js';
import {SENTENCE, UNTICKED} from './files.js';
import {openMarkup} from './open-markup.js';

const open = (name: string) => openFrame(`/test/bundles/pages/${name}.html`);
const checkboxIn = ({document}: Window) =>
  document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;

describe('the script-tag bundle', () => {
  it('works from the head under a strict content security policy with Trusted Types, without one violation', async () => {
    const frame = await open('head');
    const element = checkboxIn(frame);
    expect(element.validationMessage).to.equal(UNTICKED.ru);
    expect(frame.getComputedStyle(part(element, 'base')).borderTopStyle).to.equal('solid');
    const banner = frame.document.querySelector('ipsm-consent-banner')!;
    banner.show();
    await banner.updateComplete;
    expect(banner.matches(':state(open)')).to.equal(true);
    await clickOn(part(banner, 'later-button'));
    await tick(element);
    expect(element.record!.notice.lang).to.equal('ru');
    expect((frame as unknown as {violations: string[]}).violations).to.deep.equal([]);
  });

  it('takes the fallback of a page that it was loaded into late out of the form', async () => {
    const element = checkboxIn(await open('end'));
    expect([...element.form!.elements]).to.deep.equal([element]);
    expect(element.querySelector('input')!.form).to.equal(null);
  });

  it('reads its settings from its tag', async () => {
    const element = checkboxIn(await open('end'));
    await until(() => element.matches(':state(ready)'));
    expect(textOf(element)).to.contain('Версия: 2026-10-01; дата вступления в силу: 1 октября 2026');
    await tick(element);
    expect(element.record!.policy.source).to.equal('network');
    element.commit();
    expect(Object.keys(localStorage)).to.deep.equal([]);
  });

  it('reads from its tag that decisions go into a cookie, and for which domain', async () => {
    const page = await open('cookie');
    await clickOn(answersOf(page.document.querySelector('ipsm-consent-banner')!).decline);
    const {warnings} = page as unknown as {warnings: string[]};
    expect(warnings.join()).to.contain('stores nothing for the site on the domain ipsm.kz');
    expect(Object.keys(localStorage)).to.deep.equal([]);
  });

  it('sends decisions where its tag says, declines too if it says so', async () => {
    const banner = (await open('endpoint')).document.querySelector('ipsm-consent-banner')!;
    const heard = listenTo(banner);
    await clickOn(answersOf(banner).decline);
    const {id} = heard[0]!.record!;
    const endpoint = new Endpoint('script-tag');
    await until(() => deliveries()[id] === 'acknowledged');
    expect((await endpoint.seen()).ledger.map((row) => row.id)).to.include(id);
  });

  it('takes no script’s click for a person’s, though the page hears the person’s first and undoes it', async () => {
    const {document} = await openMarkup(
      `<script>
        addEventListener('click', (event) => {
          if (event.isTrusted || window.isMine) return;
          event.stopImmediatePropagation();
          event.preventDefault();
          window.isMine = true;
          event.target.click();
        }, true);
      </script><script src="/dist/cdn/ipsm-consent.min.js"></script>`,
      `<label for="agree">Outer</label><ipsm-consent-checkbox id="agree"></ipsm-consent-checkbox>`,
    );
    const box = document.querySelector<ConsentCheckboxElement>('ipsm-consent-checkbox')!;
    // A yes counts once the words have been there for a second.
    while (!box.checked) await tick(box);
    await clickOn(document.querySelector('label')!);
    expect([box.checked, box.record?.event.method]).to.deep.equal([true, 'script']);
  });

  it('loaded twice works once: one banner, one click, one record', async () => {
    const frame = await open('twice');
    const element = checkboxIn(frame);
    const banner = frame.document.querySelector('ipsm-consent-banner')!;
    banner.show();
    await banner.updateComplete;
    const asking = frame.document.querySelectorAll(':state(open)');
    expect(asking).to.have.length(1);
    await clickOn(part(asking[0]!, 'later-button'));
    let heard = 0;
    frame.addEventListener('ipsm-consent-change', () => heard++);
    await tick(element);
    expect(heard).to.equal(1);
    expect(boxOf(element).checked).to.equal(true);
    expect(textOf(element)).to.contain(SENTENCE.en);
  });
});
