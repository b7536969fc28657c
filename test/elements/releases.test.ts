import {expect} from 'chai';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import type {IpsmConsentErrorEvent} from '../../src/elements/shared/events.js';
import {clickOn} from '../helpers/commands.js';
import {openFrame} from '../helpers/frame.js';
import {listenTo, part, show, textOf, tick} from '../helpers/page.js';
import {comeBack, inDays, publish, until, type Publication} from '../helpers/publish.js';
import {stub} from '../helpers/stub.js';

const isReady = (element: Element) => element.matches(':state(ready)');
const isOpen = (element: Element) => element.matches(':state(open)');

async function checkbox({url}: Publication, attributes = ''): Promise<ConsentCheckboxElement> {
  const element = show(`<form><input name="surname" value="typed">
    <ipsm-consent-checkbox name="c" policy="${url}" ${attributes}></ipsm-consent-checkbox></form>`);
  await until(() => isReady(element) || part(element, 'error').textContent);
  return element;
}

async function banner({url}: Publication): Promise<ConsentBannerElement> {
  const tag = 'ipsm-consent-banner';
  const element = show<ConsentBannerElement>(`<${tag} policy="${url}"></${tag}>`, tag);
  await until(() => isReady(element));
  return element;
}

async function agree(element: ConsentBannerElement) {
  await clickOn(part(element, 'accept-button'));
  await clickOn(part(element, 'close-button'));
  await element.updateComplete;
}

describe('a new release', () => {
  it('takes a pending tick away when the person comes back, says why, and keeps what was typed', async () => {
    const published = publish();
    const element = await checkbox(published);
    await tick(element);
    const heard = listenTo(element.form!);
    published.release({version: '2'});
    comeBack(6);
    await until(() => !element.checked);
    await element.updateComplete;
    expect(heard.map(({cause, record}) => [cause, record])).to.deep.equal([['release', null]]);
    expect(part(element, 'status').textContent).to.contain('Саясаттың жаңа нұсқасы шықты');
    expect(new FormData(element.form!).get('surname')).to.equal('typed');
    await tick(element);
    expect(element.record!.policy.version).to.equal('2');
  });

  it('is looked for at the tick', async () => {
    const published = publish();
    const element = await checkbox(published);
    published.release({version: '2'});
    const {now} = Date;
    stub(Date, 'now', {value: () => now() + 6 * 60_000, writable: true});
    const heard = listenTo(element);
    await tick(element);
    await until(() => !element.checked);
    expect(heard.map(({cause}) => cause)).to.deep.equal(['tick', 'release']);
  });

  it('is not asked for more often than every five minutes', async () => {
    const published = publish();
    const element = await checkbox(published);
    comeBack(4);
    await tick(element);
    expect(published.asked).to.equal(1);
    comeBack(2);
    await until(() => published.asked === 2);
  });

  it('is looked for when the person comes back to a form that was sent, however soon', async () => {
    const published = publish();
    const element = await checkbox(published);
    await tick(element);
    element.commit();
    published.release({version: '2'});
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    await until(() => !element.checked);
    expect(published.asked).to.equal(2);
  });

  it('opens the banner again with what changed since the accepted version, all releases summed up', async () => {
    const published = publish();
    const element = await banner(published);
    await agree(element);
    expect(isOpen(element)).to.equal(false);
    published.release({version: '2', effectiveFrom: inDays(-3)}, ['Екінші нұсқа']);
    published.release({version: '3', effectiveFrom: inDays(-2), change: 'editorial'}, ['Түзету']);
    published.release({version: '4', effectiveFrom: inDays(-1)}, ['Төртінші нұсқа']);
    const heard = listenTo(element);
    comeBack(6);
    await until(() => isOpen(element));
    expect(element.status).to.equal('outdated');
    expect(element.matches(':state(outdated)')).to.equal(true);
    expect(heard.map(({cause, status, previous}) => [cause, status, previous])).to.deep.equal([
      ['release', 'outdated', 'given'],
    ]);
    const lines = [...part(element, 'changes').querySelectorAll('li')].map((line) => line.textContent.trim());
    expect(lines).to.deep.equal(['Екінші нұсқа', 'Түзету', 'Төртінші нұсқа']);
    const first = element.release!.version;
    expect(first).to.equal('4');
  });

  it('agreed to names the record that it renews', async () => {
    const published = publish();
    const element = await banner(published);
    const heard = listenTo(element);
    await agree(element);
    published.release({version: '2'}, ['Жаңа']);
    comeBack(6);
    await until(() => isOpen(element));
    await clickOn(part(element, 'accept-button'));
    const records = heard.filter(({cause}) => cause === 'accept').map(({record}) => record!);
    expect(records[1]!.prev).to.include({id: records[0]!.id});
    expect(records[1]!.policy.version).to.equal('2');
  });

  it('without notes says that the operator has not said what changed', async () => {
    const published = publish();
    const element = await banner(published);
    await agree(element);
    published.release({version: '2'});
    comeBack(6);
    await until(() => isOpen(element));
    expect(part(element, 'changes').textContent).to.contain('Оператор не өзгергенін көрсетпеген');
  });

  it('that is editorial asks nobody again and leaves a tick alone', async () => {
    const published = publish();
    const element = await banner(published);
    const box = await checkbox(published);
    // In this order: a tick after a decision looks at once, and a look on its way is not asked for again.
    await tick(box);
    await agree(element);
    published.release({version: '1.1', change: 'editorial'}, ['Түзету']);
    comeBack(6);
    await until(() => element.release!.version === '1.1');
    await element.updateComplete;
    expect(element.status).to.equal('given');
    expect(isOpen(element)).to.equal(false);
    expect(box.checked).to.equal(true);
  });

  it('after a decline is asked about once more', async () => {
    const published = publish();
    const element = await banner(published);
    await clickOn(part(element, 'decline-button'));
    await element.updateComplete;
    expect(isOpen(element)).to.equal(false);
    published.release({version: '2'}, ['Жаңа']);
    comeBack(6);
    await until(() => isOpen(element));
    expect(element.status).to.equal('unasked');
  });

  it('is announced ahead, and the one in force stays the one agreed to', async () => {
    const published = publish();
    published.release({version: '2', effectiveFrom: '2099-03-05T00:00:00+05:00'}, ['Жарнама туралы бөлім']);
    const element = await checkbox(published);
    expect(part(element, 'changes').textContent).to.contain('күшіне енетін күн: 2099 ж. 5 наурыз');
    expect(part(element, 'changes').textContent).to.contain('Жарнама туралы бөлім');
    await tick(element);
    expect(element.record!.policy.version).to.equal('1');
  });

  it('published before the page was left open comes into force while it is', async () => {
    const published = publish();
    const soon = Date.now() + 60_000;
    published.release({version: '2', effectiveFrom: new Date(soon).toISOString()});
    const element = await checkbox(published);
    await tick(element);
    expect(element.record!.policy.version).to.equal('1');
    const RealDate = Date;
    stub(window, 'Date', {
      writable: true,
      value: class extends RealDate {
        constructor(...given: [number]) {
          super(...(given.length ? given : ([soon + 1000] as [number])));
        }
      },
    });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(element.checked).to.equal(false);
    expect(element.release!.version).to.equal('2');
  });

  it('of the same moment as another is the later one of the list', async () => {
    const published = publish();
    const effectiveFrom = inDays(-1);
    published.release({version: '2', effectiveFrom});
    published.release({version: '3', effectiveFrom});
    expect((await checkbox(published)).release!.version).to.equal('3');
  });
});

describe('a consent with a term', () => {
  it('is asked for again when the term is over', async () => {
    const published = publish();
    published.manifest.releases[0]!.terms.term = 'P1D';
    const element = await banner(published);
    const RealDate = Date;
    const past = RealDate.now() - 2 * 24 * 60 * 60_000;
    stub(window, 'Date', {
      writable: true,
      configurable: true,
      value: class extends RealDate {
        constructor(...given: [number]) {
          super(...(given.length ? given : ([past] as [number])));
        }
      },
    });
    part(element, 'accept-button').click();
    stub(window, 'Date', {writable: true, value: RealDate});
    document.dispatchEvent(new Event('visibilitychange'));
    await element.updateComplete;
    expect(element.status).to.equal('expired');
    expect(isOpen(element)).to.equal(true);
    expect(part(element, 'changes').textContent).to.contain('мерзімі аяқталды');
  });
});

describe('a published release that was rewritten', () => {
  it('is not agreed to: the box waits until the words of then are back', async () => {
    const published = publish();
    const element = await checkbox(published);
    const heard = listenTo(document, 'ipsm-consent-error') as unknown as IpsmConsentErrorEvent[];
    const {kk} = published.manifest.releases[0]!.notice;
    const {text} = kk!.points[0]!;
    kk!.points[0]!.text = 'Басқа сөздер';
    comeBack(6);
    await until(() => !isReady(element));
    expect(heard.map(({code}) => code)).to.deep.equal(['release-altered']);
    expect(heard[0]!.message).to.contain('version "1"');
    element.click();
    expect(element.checked).to.equal(false);
    kk!.points[0]!.text = text;
    await element.updateComplete;
    await clickOn(element.shadowRoot!.querySelector('button')!);
    await until(() => isReady(element));
    await tick(element);
    expect(element.checked).to.equal(true);
  });

  it('is noticed on the next visit too, by the words that were agreed to', async () => {
    const published = publish();
    await agree(await banner(published));
    published.manifest.releases[0]!.terms.automated = false;
    const element = await checkbox(
      {...published, url: published.url},
      'storage="local" policy-id="ipsm-privacy"',
    );
    expect(isReady(element)).to.equal(true);
    const again = publish();
    again.manifest.releases = published.manifest.releases;
    const other = await checkbox(again);
    expect(isReady(other)).to.equal(false);
    expect(textOf(other)).to.contain('жүктелмеді');
  });
});

describe('the last good copy', () => {
  it('stands in when the network fails, and the record says so', async () => {
    const published = publish();
    await agree(await banner(published));
    const later = publish();
    later.status = 0;
    const element = await checkbox(later);
    await tick(element);
    expect(element.record!.policy).to.include({source: 'cached', version: '1'});
  });

  it('is not kept before a decision', async () => {
    await checkbox(publish());
    expect(localStorage.length).to.equal(0);
  });
});

describe('reask()', () => {
  it('gets the release that the server asks for, and the person agrees to that', async () => {
    const published = publish();
    const element = await checkbox(published);
    await tick(element);
    published.release({version: '2'}, ['Жаңа']);
    element.reask('Нұсқа ескірген.', 'not-current');
    expect(element.validationMessage).to.contain('Нұсқа ескірген.');
    await until(() => element.release!.version === '2');
    await tick(element);
    expect(element.record!.policy.version).to.equal('2');
    expect(element.form!.checkValidity()).to.equal(true);
  });

  it('gets it also where an answer from before the release is still on its way', async () => {
    const published = publish();
    const element = await checkbox(published);
    let arrive = () => {};
    published.held = new Promise<void>((resolve) => (arrive = resolve));
    comeBack(6);
    await until(() => published.asked === 2);
    await tick(element);
    published.release({version: '2'}, ['Жаңа']);
    element.reask('Нұсқа ескірген.', 'not-current');
    arrive();
    await until(() => element.release!.version === '2');
    await tick(element);
    expect(element.record!.policy.version).to.equal('2');
  });

  it('does not ask for words that the server will refuse again, and names the operator’s address', async () => {
    const published = publish();
    const element = await checkbox(published);
    await tick(element);
    element.reask('Нұсқа ескірген.', 'not-current');
    await until(() => published.asked === 2);
    await tick(element);
    expect(element.checked).to.equal(false);
    expect(part(element, 'error').textContent).to.equal(
      'Нұсқа ескірген. Бұл бетте жаңа нұсқа жоқ. Операторға жазыңыз: hello@ipsm.kz',
    );
  });

  it('asks once more where the server does not say why, and then no more', async () => {
    const published = publish();
    const element = await checkbox(published);
    await tick(element);
    element.reask('Қайталаңыз.');
    await tick(element);
    expect(element.checked).to.equal(true);
    element.reask('Қайталаңыз.');
    await tick(element);
    expect(element.checked).to.equal(false);
  });
});

describe('another tab', () => {
  it('that answers closes the banner here', async () => {
    const element = show<ConsentBannerElement>(
      '<ipsm-consent-banner></ipsm-consent-banner>',
      'ipsm-consent-banner',
    );
    const heard = listenTo(element);
    const other = (await openFrame('/test/bundles/pages/head.html')).document.querySelector(
      'ipsm-consent-banner',
    )!;
    part(other, 'decline-button').click();
    await until(() => !isOpen(element));
    expect(heard.map(({cause, status}) => [cause, status])).to.deep.equal([['other-tab', 'declined']]);
  });
});

describe('the linked document', () => {
  it('that differs from its digest is said beside the link when the link is followed, and the box still works', async () => {
    const published = publish();
    published.manifest.releases[0]!.documents.kk = {
      url: new URL('/test/helpers/empty.html', location.href).href,
      sha256: '0'.repeat(64),
      anchor: null,
    };
    const element = await checkbox(published);
    const heard = listenTo(document, 'ipsm-consent-error') as unknown as IpsmConsentErrorEvent[];
    expect(textOf(element)).not.to.contain('сәйкес келмейді');
    part(element, 'policy-link').addEventListener('click', (event) => event.preventDefault());
    await clickOn(part(element, 'policy-link'));
    await until(() => textOf(element).includes('құжатына сәйкес келмейді'));
    expect(heard.map(({code}) => code)).to.deep.equal(['document-mismatch']);
    await tick(element);
    expect(element.checked).to.equal(true);
  });
});
