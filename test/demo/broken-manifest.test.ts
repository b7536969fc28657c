import {expect} from 'chai';
import {clickOn} from '../helpers/commands.js';
import {committed, DemoPage, part, textOf} from './demo-page.js';
import {people, type Person} from './people.js';
import {
  acceptedVersion,
  hasVersion,
  errorsHeard,
  loggedErrors,
  lookAgain,
  manifestBy,
  messageOf,
  move,
  newToken,
  pointsOf,
  registers,
  textsOf,
} from './switches.js';
import {until} from './until.js';

const FIRST = '2026-10-01';
const NOT_LOADED =
  'The policy text did not load, so consent cannot be given now. What you typed stays in the form. You can write to the operator: hello@ipsm.kz';
const ALTERED =
  'The text of this version of the policy was altered after it was published, so consent cannot be given. Write to the operator: hello@ipsm.kz';
const NOT_YET = 'The policy text is loading…';

/** How a manifest can fail to come, and what the page calls it. */
const FAULTS = [
  ['manifest', 'not-json', 'manifest-malformed'],
  ['manifest', 'wrong-schema', 'manifest-malformed'],
  ['manifest', 'too-large', 'manifest-too-large'],
  ['manifest', 'missing', 'manifest-unreachable'],
  ['manifest', 'server-error', 'manifest-unreachable'],
  ['network', 'offline', 'manifest-unreachable'],
] as const;

const GOOD = {manifest: 'good', network: 'normal'};
const address = (token: string) => `?lang=en&send=fetch&qa=${token}`;

/** Fills the form in at once: what is typed by hand, other tests show. */
function fillAtOnce(page: DemoPage, person: Person = people.en): void {
  for (const [id, value] of Object.entries(person)) page.byId<HTMLInputElement>(id).value = value;
}

/** Sends and is stopped by the box, which says why. */
async function isStopped(page: DemoPage, why: string): Promise<void> {
  await page.send();
  await until(
    'the message beside the box',
    () => page.beside('error') === why || textOf(part(page.checkbox, 'base')).includes(why),
  );
  expect(page.form.checkValidity()).to.equal(false);
  expect(messageOf(page)).to.equal('');
}

/** Codes of what the panel has heard about the manifest, each once. */
const manifestErrors = (page: DemoPage) => [
  ...new Set(loggedErrors(page).filter((code) => code.startsWith('manifest-'))),
];

const retry = (page: DemoPage) => clickOn(page.checkbox.shadowRoot!.querySelector('button')!);

describe('a manifest that does not come', function () {
  this.timeout(40_000);

  for (const [setting, value, code] of FAULTS) {
    it(`(${value}) leaves an open page as it was, and is in the list of events`, async () => {
      const token = newToken();
      const page = await DemoPage.openQuietForm(address(token));
      fillAtOnce(page);
      await page.tick();
      expect(loggedErrors(page)).to.deep.equal([]);
      await move(token, setting, value);
      await lookAgain(page);
      expect(await errorsHeard(page)).to.deep.equal([code]);
      expect(page.box.checked).to.equal(true);
      await page.send();
      expect(await acceptedVersion(page)).to.equal(FIRST);
      expect(page.problems).to.deep.equal([]);
    });

    it(`(${value}) on a first visit: nothing can be agreed to, the box says why and whom to write to, until the manifest is back`, async () => {
      const token = newToken();
      await move(token, setting, value);
      const page = await DemoPage.open(address(token));
      expect(await errorsHeard(page)).to.deep.equal([code]);
      expect(page.checkbox.release).to.equal(undefined);
      expect(page.isBannerOpen).to.equal(false);
      fillAtOnce(page);
      await isStopped(page, NOT_LOADED);
      expect(page.box.getClientRects()).to.have.length(0);
      expect(committed()).to.deep.equal([]);

      await move(token, setting, GOOD[setting]);
      await retry(page);
      await hasVersion(page, FIRST);
      await registers(page, FIRST);
      expect(page.filled).to.deep.equal(people.en);
    });
  }

  it('(hanging) is not waited for longer than eight seconds', async () => {
    const token = newToken();
    await move(token, 'network', 'hanging');
    const page = await DemoPage.open(address(token));
    fillAtOnce(page);
    await isStopped(page, NOT_YET);
    await until('the end of the page’s patience', () => manifestErrors(page).length, 12_000);
    expect(manifestErrors(page)).to.deep.equal(['manifest-unreachable']);
    await isStopped(page, NOT_LOADED);
  });

  it('(slow) is waited for: until then the form is stopped with the reason', async () => {
    const token = newToken();
    await move(token, 'network', 'slow');
    const page = await DemoPage.open(address(token));
    fillAtOnce(page);
    await isStopped(page, NOT_YET);
    await page.isReady();
    await registers(page, FIRST);
    expect(manifestErrors(page)).to.deep.equal([]);
  });

  it('is replaced by the last good copy on a device that has agreed before', async () => {
    const token = newToken();
    const before = await DemoPage.openForm(address(token));
    await before.answerBanner('accept');
    await move(token, 'network', 'offline');
    const page = await DemoPage.openForm(address(token));
    expect(await errorsHeard(page)).to.deep.equal(['manifest-unreachable']);
    fillAtOnce(page);
    await page.tick();
    expect(page.checkbox.record!.policy).to.include({source: 'cached', version: FIRST});
    await page.send();
    expect(await acceptedVersion(page)).to.equal(FIRST);
  });
});

describe('a manifest that is not to be trusted', function () {
  this.timeout(40_000);

  it('(another policy) is agreed to by nobody until the right one is back', async () => {
    const token = newToken();
    await move(token, 'manifest', 'foreign-id');
    const page = await DemoPage.open(address(token));
    expect(await errorsHeard(page)).to.deep.equal(['policy-id']);
    fillAtOnce(page);
    await isStopped(page, NOT_LOADED);
    expect(page.box.getClientRects()).to.have.length(0);

    await move(token, 'manifest', 'good');
    await retry(page);
    await page.isReady();
    await registers(page, FIRST);
    expect(page.filled).to.deep.equal(people.en);
  });

  it('(words changed under the same version) is agreed to by nobody until the words of then are back', async () => {
    const token = newToken();
    const page = await DemoPage.openQuietForm(address(token));
    fillAtOnce(page);
    const before = pointsOf(page.checkbox);
    await move(token, 'manifest', 'rewritten');
    await lookAgain(page);
    expect(await errorsHeard(page)).to.deep.equal(['release-altered']);
    await isStopped(page, ALTERED);

    await move(token, 'manifest', 'good');
    await retry(page);
    await page.isReady();
    expect(pointsOf(page.checkbox)).to.deep.equal(before);
    await registers(page, FIRST);
  });

  it('(document differs from its digest) is said beside the link once it is followed, and the box works', async () => {
    const token = newToken();
    await move(token, 'manifest', 'other-document');
    const page = await DemoPage.openQuietForm(address(token));
    fillAtOnce(page);
    const link = part(page.checkbox, 'policy-link')!;
    link.addEventListener('click', (event) => event.preventDefault());
    await clickOn(link);
    const warning = 'The linked document is not the document of this version.';
    await until('the warning', () => textOf(part(page.checkbox, 'base')).includes(warning));
    expect([...new Set(loggedErrors(page))]).to.deep.equal(['document-mismatch']);
    await registers(page, FIRST);
  });

  it('(no Russian notice) is shown to a Russian page in Kazakh, and the record says so', async () => {
    const token = newToken();
    await move(token, 'release', 'without-russian');
    const page = await DemoPage.openQuietForm(`?lang=ru&send=fetch&qa=${token}`);
    const {version, notice} = (await manifestBy(token)).releases[1]!;
    expect(pointsOf(page.checkbox)).to.deep.equal(textsOf(notice.kk!));
    expect(part(page.checkbox, 'row')!.closest<HTMLElement>('[lang]')!.lang).to.equal('kk');
    expect(part(page.checkbox, 'sentence')!.lang).to.equal('kk');
    expect(textOf(part(page.checkbox, 'more'))).to.contain(
      'Текста на русском нет, показан текст на казахском.',
    );
    fillAtOnce(page, people.ru);
    await page.tick();
    expect(page.checkbox.record!.notice.lang).to.equal('kk');
    await page.send();
    expect(await acceptedVersion(page)).to.equal(version);
  });

  for (const lang of ['kk', 'ru', 'en'] as const) {
    it(`(hostile strings and URLs) stays text in ${lang}, and nothing unsafe becomes a link`, async () => {
      const token = newToken();
      await move(token, 'release', 'hostile');
      const page = await DemoPage.openForm(`?lang=${lang}&send=fetch&qa=${token}`);
      const {version} = (await manifestBy(token)).releases[1]!;
      for (const element of [page.banner, page.checkbox]) {
        const root = element.shadowRoot!;
        expect(textOf(part(element, 'title'))).to.contain('<img src="x" onerror="alert(1)">');
        expect(textOf(part(element, 'operator'))).to.contain('<img ');
        expect(root.querySelector('img, script, iframe')).to.equal(null);
        const links = [...root.querySelectorAll('a')].map(({href}) => href);
        expect(links.filter((href) => href !== 'mailto:hello@ipsm.kz')).to.deep.equal([]);
      }
      await page.answerBanner('later');
      fillAtOnce(page, people[lang]);
      await page.tick();
      // kept as written, and never a link
      expect(page.checkbox.record!.operator.url).to.equal('javascript:alert(1)');
      await page.send();
      expect(await acceptedVersion(page)).to.equal(version);
      expect(page.byId('answer').querySelector('img, script')).to.equal(null);
      expect(page.problems).to.deep.equal([]);
    });
  }
});
