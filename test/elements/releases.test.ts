import {expect} from 'chai';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {clickOn} from '../helpers/commands.js';
import {decide} from '../helpers/decide.js';
import {openFrame} from '../helpers/frame.js';
import {
  answer,
  answersOf,
  errorsAt,
  isOpen,
  isReady,
  listenTo,
  oneLine,
  part,
  show,
  showBanner,
  textOf,
  tick,
} from '../helpers/page.js';
import {clockAt, DAY, comeBack, inDays, publish, renew, until, type Publication} from '../helpers/publish.js';
import {stub} from '../helpers/stub.js';

async function checkbox({url}: Publication, attributes = ''): Promise<ConsentCheckboxElement> {
  const element = show(`<form><input name="surname" value="typed">
    <ipsm-consent-checkbox name="c" policy="${url}" ${attributes}></ipsm-consent-checkbox></form>`);
  await until(() => isReady(element) || part(element, 'error').textContent);
  return element;
}

async function banner({url}: Publication): Promise<ConsentBannerElement> {
  const element = showBanner(`policy="${url}"`);
  await until(() => isReady(element));
  return element;
}

async function agree(element: ConsentBannerElement) {
  // beside the box of a form it asks only when it is told to
  element.show();
  await element.updateComplete;
  await answer(element, 'accept');
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
    expect(oneLine(part(element, 'status'))).to.contain(
      'Саясаттың жаңа нұсқасы шықты, сондықтан құсбелгі алынды',
    );
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

  it('is looked for although the clock was put back', async () => {
    const published = publish();
    await checkbox(published);
    comeBack(-24 * 60);
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
    await renew(published, element, {}, ['Жаңа']);
    expect(isOpen(element)).to.equal(true);
    await clickOn(answersOf(element).accept);
    const records = heard.filter(({cause}) => cause === 'accept').map(({record}) => record!);
    expect(records[1]!.prev).to.include({id: records[0]!.id});
    expect(records[1]!.policy.version).to.equal('2');
  });

  it('that is editorial asks nobody again and leaves a tick alone', async () => {
    const published = publish();
    const element = await banner(published);
    const box = await checkbox(published);
    // In this order: a tick after a decision looks at once, and a look on its way is not asked for again.
    await tick(box);
    await agree(element);
    await renew(published, element, {version: '1.1', change: 'editorial'}, ['Түзету']);
    expect(element.status).to.equal('given');
    expect(isOpen(element)).to.equal(false);
    expect(box.checked).to.equal(true);
  });

  it('after a decline is asked about once more', async () => {
    const published = publish();
    const element = await banner(published);
    await answer(element, 'decline');
    expect(isOpen(element)).to.equal(false);
    await renew(published, element, {}, ['Жаңа']);
    expect(isOpen(element)).to.equal(true);
    expect(element.status).to.equal('unasked');
  });

  it('published before the page was left open comes into force while it is', async () => {
    const published = publish();
    const soon = Date.now() + 60_000;
    published.release({version: '2', effectiveFrom: new Date(soon).toISOString()});
    const element = await checkbox(published);
    await tick(element);
    expect(element.record!.policy.version).to.equal('1');
    clockAt(soon + 1000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(element.checked).to.equal(false);
    expect(element.release!.version).to.equal('2');
  });
});

describe('a consent with a term', () => {
  it('is asked for again when the term is over', async () => {
    const published = publish();
    published.manifest.releases[0]!.terms.term = 'P1D';
    const element = await banner(published);
    clockAt(Date.now() - 2 * DAY);
    decide(element);
    clockAt(Date.now());
    document.dispatchEvent(new Event('visibilitychange'));
    await element.updateComplete;
    expect(element.status).to.equal('expired');
    expect(isOpen(element)).to.equal(true);
    expect(oneLine(part(element, 'changes'))).to.match(/ күні берген келісіміңіздің мерзімі аяқталды\.$/);
  });
});

describe('a published release that was rewritten', () => {
  it('is not agreed to: the box waits until the words of then are back', async () => {
    const published = publish();
    const element = await checkbox(published);
    const heard = errorsAt();
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

  it('is noticed on the next visit too, by the words that were agreed to, without a copy as well', async () => {
    const published = publish();
    await agree(await banner(published));
    localStorage.removeItem('ipsm-consent/manifest/ipsm-privacy');
    const again = publish();
    again.manifest.releases = structuredClone(published.manifest.releases);
    again.manifest.releases[0]!.terms.automated = false;
    const terms = await checkbox(again);
    expect(isReady(terms)).to.equal(true);
    const last = publish();
    last.manifest.releases = structuredClone(published.manifest.releases);
    last.manifest.releases[0]!.notice['kk']!.brief = 'Басқа сөздер';
    const words = await checkbox(last);
    expect(isReady(words)).to.equal(false);
    expect(textOf(words)).to.contain('жарияланғаннан кейін өзгертілген');
  });
});

describe('reask()', () => {
  it('gets the release that the server asks for, and the person agrees to that', async () => {
    const published = publish();
    const element = await checkbox(published);
    await tick(element);
    published.release({version: '2'}, ['Жаңа']);
    element.reask('Нұсқа ескірген.', {code: 'not-current', id: ''});
    expect(element.validationMessage).to.contain('Нұсқа ескірген.');
    await until(() => element.release!.version === '2');
    await tick(element);
    expect(element.record!.policy.version).to.equal('2');
    expect(element.form!.checkValidity()).to.equal(true);
  });

  it('gets it also where an answer from before the release is still on its way', async () => {
    const published = publish();
    const element = await checkbox(published);
    const arrive = published.hold();
    comeBack(6);
    await until(() => published.asked === 2);
    await tick(element);
    published.release({version: '2'}, ['Жаңа']);
    element.reask('Нұсқа ескірген.', {code: 'not-current', id: ''});
    arrive();
    await until(() => element.release!.version === '2');
    await tick(element);
    expect(element.record!.policy.version).to.equal('2');
  });

  it('does not ask for words that the server will refuse again, and names the operator’s address', async () => {
    const published = publish();
    const element = await checkbox(published);
    await tick(element);
    element.reask('Нұсқа ескірген.', {code: 'not-current', id: ''});
    await until(() => published.asked === 2);
    await tick(element);
    expect(element.checked).to.equal(false);
    expect(part(element, 'error').textContent).to.equal(
      'Нұсқа ескірген. Сервер сұраған нұсқа бұл бетте жоқ. Бетті қайта жүктеңіз. Көмектеспесе, операторға жазыңыз: hello@ipsm.kz',
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

  it('asks for the version that the server wants once more, and then no more', async () => {
    const element = await checkbox(publish());
    for (const mayAgree of [true, true, false]) {
      await tick(element);
      expect(element.checked).to.equal(mayAgree);
      element.reask('', {code: 'not-current', id: '', version: element.release!.version});
    }
  });
});

describe('another tab', () => {
  it('that answers closes the banner here', async () => {
    const element = showBanner();
    const heard = listenTo(element);
    const {document: other} = await openFrame('/test/elements/pages/storage.html');
    const theirs = other.querySelector('ipsm-consent-banner')!;
    await until(() => isReady(theirs));
    decide(theirs, {state: 'declined'});
    await until(() => !isOpen(element));
    expect(heard.map(({cause, status}) => [cause, status])).to.deep.equal([['other-tab', 'declined']]);
  });
});
