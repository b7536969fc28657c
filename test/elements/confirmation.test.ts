import {expect} from 'chai';
import {canonicalJson} from '../../src/core/canonical-json.js';
import type {Point} from '../../src/core/manifest.js';
import type {ConsentRecord} from '../../src/core/record.js';
import type {ConsentStatusElement} from '../../src/elements/status/consent-status-element.js';
import {dateInSentence, formatDate} from '../../src/l10n/format-date.js';
import {contextOf} from '../../src/elements/shared/policy-element.js';
import {expectNoAxeViolations} from '../helpers/axe.js';
import {clickOn, emulate} from '../helpers/commands.js';
import type {Deed} from '../helpers/decide.js';
import {decidedStatus} from '../helpers/decided-status.js';
import {openFrame} from '../helpers/frame.js';
import {buttonsOf, oneLine, speak, tick} from '../helpers/page.js';
import {publish, until, type Publication} from '../helpers/publish.js';
import {stub} from '../helpers/stub.js';

const TAG = 'ipsm-consent-status';
const HOSTILE = '</title></style><script>parent.document.title=1</script><img src=x onerror="x"><!--';

/** The person has decided about this policy, and comes to the status. */
const decided = ({url}: Publication, deed: Deed = {purposes: {ads: 'given'}}) =>
  decidedStatus(`policy="${url}"`, deed);

/** Presses the button, and takes what the browser would have stored. */
async function download(element: ConsentStatusElement, format: 'HTML' | 'JSON') {
  const files: {name: string; url: string}[] = [];
  stub(HTMLAnchorElement.prototype, 'click', {
    value(this: HTMLAnchorElement) {
      files.push({name: this.download, url: this.href});
    },
  });
  await element.updateComplete;
  const button = [...element.shadowRoot!.querySelectorAll('button')].find((each) =>
    oneLine(each).includes(format),
  )!;
  await clickOn(button);
  expect(files).to.have.length(1);
  const response = await fetch(files[0]!.url);
  return {...files[0]!, type: response.headers.get('content-type'), text: await response.text()};
}

/** Opens the confirmation as the person would. */
async function confirmation(element: ConsentStatusElement): Promise<Document> {
  return (await openFrame((await download(element, 'HTML')).url)).document;
}

const read = ({body}: Document) => body.innerText.replace(/\s+/g, ' ').trim();

/** What stands there beside the record itself. */
function readWords(page: Document): string {
  const body = page.body.cloneNode(true) as HTMLElement;
  body.querySelector('pre')!.remove();
  return oneLine(body);
}

const rewrite = (element: ConsentStatusElement, change: (record: ConsentRecord) => void) => {
  const context = contextOf(element);
  const record = structuredClone(context.last!);
  change(record);
  context.commit({...record, id: record.id.replace(/^.{8}/, '00000000')}, 'commit', 'here');
};

describe('a confirmation', () => {
  it('as JSON is the record, in canonical form', async () => {
    const element = await decided(publish());
    const {name, type, text} = await download(element, 'JSON');
    const record = contextOf(element).last!;
    expect(text).to.equal(canonicalJson(record));
    expect([name, type]).to.deep.equal([`ipsm-privacy-${record.id}.json`, 'application/json']);
  });

  for (const [lang, words] of Object.entries({
    kk: {
      title: 'Келісім растамасы',
      buttons: ['оқуға арналған файл (HTML)', 'тексеруге арналған файл (JSON)'],
      act: (date: string) => `${date} күні дербес деректеріңізді жинауға және өңдеуге келісім бердіңіз`,
      decisions: ['келісім берілді', 'сұралмаған'],
      gaps: 'Оператор көрсетпеген мәліметтер',
      proves: 'Кім жауап бергенін де, мәтіннің оқылғанын да дәлелдемейді.',
    },
    ru: {
      title: 'Подтверждение согласия',
      buttons: ['файл для чтения (HTML)', 'файл для проверки (JSON)'],
      act: (date: string) => `${date} вы дали согласие на сбор и обработку ваших персональных данных`,
      decisions: ['согласие дано', 'не запрашивалось'],
      gaps: 'Сведения, которые оператор не указал',
      proves: 'Оно не доказывает, кто ответил и был ли текст прочитан.',
    },
    en: {
      title: 'Confirmation of consent',
      buttons: ['file to read (HTML)', 'file to check (JSON)'],
      act: (date: string) => `On ${date} you agreed to the collection and processing of your personal data`,
      decisions: ['agreed', 'not asked'],
      gaps: 'What the operator has not stated',
      proves: 'It does not prove who answered or that the text was read.',
    },
  })) {
    it(`says in ${lang} who, what, when, in which words of both layers, and what is not stated`, async () => {
      const published = publish();
      const element = await decided(published);
      await speak(lang, element);
      const shown = words.buttons.map((each) => buttonsOf(element, each).length);
      expect(shown).to.deep.equal([1, 1]);
      const record = contextOf(element).last!;
      const page = await confirmation(element);
      expect([page.documentElement.lang, page.title]).to.deep.equal([lang, words.title]);
      const text = readWords(page);
      const notice = published.manifest.releases[0]!.notice['kk']!;
      for (const {label, text: value} of [...notice.points, ...notice.details])
        expect(text).to.contain(label).and.contain(value);
      const pageLang = lang as 'kk' | 'ru' | 'en';
      for (const piece of [
        ...[words.title, words.gaps, words.proves, ...words.decisions, record.id, 'hello@ipsm.kz'],
        ...[words.act(dateInSentence(new Date(record.event.time), pageLang)), record.notice.sha256!],
        ...[new URL(record.policy.url!, published.url).href, record.policy.sha256!],
        ...[
          notice.title,
          notice.agree,
          notice.question,
          notice.purposes!['ads']!,
          notice.accept,
          notice.decline,
        ],
      ]) {
        expect(text).to.contain(piece);
      }
      expect(page.querySelector('blockquote')!.lang).to.equal('kk');
      const gaps = [...[...page.querySelectorAll('ul')].at(-1)!.children].map(oneLine);
      expect(gaps).to.have.length(record.gaps.length);
      expect(gaps.filter((gap) => /\w\.\w/.test(gap))).to.deep.equal([]);
    });

    it(`has one date, in the person’s zone, in ${lang}`, async () => {
      const published = publish();
      Object.assign(published.manifest.releases[0]!, {effectiveFrom: null});
      const element = await decided(published);
      await speak(lang, element);
      const time = new Date(contextOf(element).last!.event.time);
      const pageLang = lang as 'kk' | 'ru' | 'en';
      const text = readWords(await confirmation(element));
      const clock = [time.getHours(), time.getMinutes()].map((each) => String(each).padStart(2, '0'));
      expect(text).to.contain(`${formatDate(time, pageLang)}, ${clock.join(':')}`);
      expect(text).not.to.match(/\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d/);
    });
  }

  it('of a representative’s consent has the sentence for somebody else', async () => {
    const published = publish();
    const element = await decided(published);
    rewrite(element, ({event}) => Object.assign(event, {by: 'representative'}));
    const {agree, agreeFor} = published.manifest.releases[0]!.notice['kk']!;
    const text = readWords(await confirmation(element));
    expect(text).to.contain(agreeFor).and.not.contain(agree);
  });

  it('names every gap there can be in words', async () => {
    const published = publish();
    const [release] = published.manifest.releases;
    Object.assign(release!, {
      operator: {name: 'IPSM', bin: null, address: null, email: null, url: null},
      effectiveFrom: null,
      documents: {ru: {url: null, sha256: null, anchor: null}},
    });
    Object.assign(release!.terms, {
      thirdParties: {transfer: null, who: []},
      crossBorder: {transfer: null, countries: null},
      storage: {locations: [], retention: null},
      withdraw: {url: null, email: null},
    });
    const element = await decided(published);
    const {gaps} = contextOf(element).last!;
    expect(gaps).to.have.length.above(18);
    const text = readWords(await confirmation(element));
    for (const gap of gaps) expect(text).not.to.contain(gap);
    expect(text).to.contain('Саясат құжаты (қазақша)').and.contain('Саясат құжаты (ағылшынша)');
  });

  it('quotes the version decided about, not the one in force', async () => {
    const published = publish();
    const element = await decided(published);
    published.release({version: '2'}, ['Жаңа ереже']);
    Object.assign(published.manifest.releases[1]!.notice['kk']!, {agree: 'Жаңа сөйлем'});
    await contextOf(element).load();
    const text = read(await confirmation(element));
    expect(text).to.contain(published.manifest.releases[0]!.notice['kk']!.agree);
    expect(text).not.to.contain('Жаңа сөйлем');
  });

  it('says so where the words are not here', async () => {
    const element = await decided(publish());
    rewrite(element, ({policy}) => Object.assign(policy, {version: '0'}));
    const page = await confirmation(element);
    expect(page.querySelector('blockquote')).to.equal(null);
    expect(read(page)).to.contain('Бұл бетте жазбаға қатысты мәтін жоқ');
    expect(read(page)).to.contain(contextOf(element).last!.notice.sha256!);
  });

  it('says so where the words here are others than those of the record', async () => {
    const element = await decided(publish());
    contextOf(element).digests.get('1')!['kk'] = '0'.repeat(64);
    expect(read(await confirmation(element))).to.contain('жазбаға қатысты мәтінмен бірдей емес');
  });

  for (const [state, act] of [
    ['declined', 'келісім бермедіңіз'],
    ['withdrawn', 'келісімді қайтарып алу туралы өтініш жаздыңыз'],
  ] as const) {
    it(`of what was ${state} says what was done`, async () => {
      const element = await decided(publish(), state === 'declined' ? {state} : {});
      if (state === 'withdrawn') element.withdraw();
      expect(contextOf(element).last!.event.state).to.equal(state);
      expect(read(await confirmation(element))).to.contain(act);
    });
  }

  it('runs nothing and loads nothing, whatever the manifest says', async () => {
    const published = publish();
    const [release] = published.manifest.releases;
    const url = 'https://ipsm.kz/"><script>alert(1)</script>';
    Object.assign(release!, {
      operator: {name: HOSTILE, bin: HOSTILE, address: HOSTILE, email: HOSTILE, url: 'https://ipsm.kz/'},
      documents: {kk: {url, sha256: null, anchor: null}},
    });
    const words = {
      title: HOSTILE,
      agree: HOSTILE,
      accept: HOSTILE,
      question: HOSTILE,
      purposes: {ads: HOSTILE},
    };
    const {points, details} = Object.assign(release!.notice['kk']!, words);
    [...points, ...details].forEach((point: Point) => Object.assign(point, {text: HOSTILE, label: HOSTILE}));
    const element = await decided(published);
    const page = await confirmation(element);
    expect(page.querySelectorAll('script, img, [onerror]')).to.have.length(0);
    expect(page.querySelectorAll('link, iframe, object, [src]')).to.have.length(0);
    expect(read(page)).to.contain(HOSTILE);
    expect(page.body.innerHTML).not.to.contain('<!--');
    expect(page.title).to.equal('Келісім растамасы');
  });

  it('does not link to an address that is not safe', async () => {
    const element = await decided(publish());
    rewrite(element, ({policy}) => Object.assign(policy, {url: 'javascript:alert(1)'}));
    const page = await confirmation(element);
    expect(page.querySelector('a')).to.equal(null);
    expect(read(page)).to.contain('javascript:alert(1)');
  });

  it('reads well for everybody, and prints in dark on light', async function () {
    const element = await decided(publish());
    const page = await confirmation(element);
    await expectNoAxeViolations(page);
    if (!(await emulate({media: 'print', colorScheme: 'dark'}))) return this.skip();
    expect(page.defaultView!.getComputedStyle(page.documentElement).colorScheme).to.equal('light');
  });

  it('is there under a strict Content Security Policy and Trusted Types', async () => {
    const other = await openFrame('/test/bundles/pages/all.html');
    const element = other.document.createElement(TAG);
    const box = other.document.createElement('ipsm-consent-checkbox');
    other.document.body.append(element, box);
    await until(() => box.matches(':state(ready)'));
    // A yes counts once the words have been there for a second.
    while (!box.checked) await tick(box);
    box.commit();
    await element.updateComplete;
    const urls: string[] = [];
    stub(other.HTMLAnchorElement.prototype, 'click', {
      value(this: HTMLAnchorElement) {
        urls.push(this.href);
      },
    });
    for (const button of element.shadowRoot!.querySelectorAll('p > button')) await clickOn(button);
    expect(urls).to.have.length(2);
    expect((other as unknown as {violations: unknown[]}).violations).to.deep.equal([]);
  });
});
