import {expect} from 'chai';
import {canonicalJson} from '../../src/core/canonical-json.js';
import type {ConsentStatusElement} from '../../src/elements/status/consent-status-element.js';
import {expectNoAxeViolations} from '../helpers/axe.js';
import {clickOn, emulate} from '../helpers/commands.js';
import {openFrame} from '../helpers/frame.js';
import {part, show, speak, textOf, tick} from '../helpers/page.js';
import {publish, until, type Publication} from '../helpers/publish.js';
import {stub} from '../helpers/stub.js';

const TAG = 'ipsm-consent-status';
const HOSTILE = '</title></style><script>parent.document.title=1</script><img src=x onerror="x"><!--';

/** The person agrees in a form to this policy, and comes to the status. */
async function agreed({url}: Publication, lang = 'kk'): Promise<ConsentStatusElement> {
  const attributes = `policy="${url}"`;
  const form = show<HTMLFormElement>(
    `<form><ipsm-consent-checkbox ${attributes}></ipsm-consent-checkbox>
      <ipsm-consent-checkbox ${attributes} purpose="ads"></ipsm-consent-checkbox></form>`,
    'form',
  );
  const [box, ads] = form.querySelectorAll('ipsm-consent-checkbox');
  await until(() => box!.release);
  await speak(lang, box!);
  await tick(box!);
  await tick(ads!);
  box!.commit();
  form.closest('.place')!.remove();
  const element = show<ConsentStatusElement>(`<${TAG} ${attributes}></${TAG}>`, TAG);
  await until(() => element.release);
  return element;
}

/** Presses the button, and takes what the browser would have stored. */
async function download(element: ConsentStatusElement, format: 'HTML' | 'JSON') {
  const files: {name: string; url: string}[] = [];
  stub(HTMLAnchorElement.prototype, 'click', {
    value(this: HTMLAnchorElement) {
      files.push({name: this.download, url: this.href});
    },
  });
  await element.updateComplete;
  const button = [...element.shadowRoot!.querySelectorAll('[part=receipt-button]')].find((each) =>
    each.textContent.includes(format),
  )!;
  await clickOn(button);
  expect(files).to.have.length(1);
  const response = await fetch(files[0]!.url);
  return {...files[0]!, type: response.headers.get('content-type'), text: await response.text()};
}

/** Opens the receipt as the person would. */
async function receipt(element: ConsentStatusElement): Promise<Document> {
  return (await openFrame((await download(element, 'HTML')).url)).document;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const read = ({body}: Document) => oneLine(body.innerText);

describe('a receipt', () => {
  it('as JSON is the record, byte for byte as a server gets it', async () => {
    const element = await agreed(await publish());
    const {name, type, text} = await download(element, 'JSON');
    const record = element.context.last!;
    expect(text).to.equal(canonicalJson(record));
    expect([name, type]).to.deep.equal([`ipsm-privacy-${record.id}.json`, 'application/json']);
  });

  for (const [lang, words] of Object.entries({
    kk: {
      title: 'Келісім туралы түбіртек',
      act: 'Сіз саясаттың 1 нұсқасына келістіңіз',
      gap: 'Келісімнің қолданылу мерзімі',
      given: 'Келісім бар',
    },
    ru: {
      title: 'Квитанция о согласии',
      act: 'Вы согласились с версией политики 1',
      gap: 'Срок согласия',
      given: 'Согласие есть',
    },
    en: {
      title: 'Consent receipt',
      act: 'You agreed to version 1 of the policy',
      gap: 'Term of the consent',
      given: 'Consent given',
    },
  })) {
    it(`as a page says in ${lang} who, what, when, and what is not stated`, async () => {
      const published = await publish();
      const element = await agreed(published, 'ru');
      await speak(lang, element);
      const record = element.context.last!;
      const page = await receipt(element);
      expect([page.documentElement.lang, page.title]).to.deep.equal([lang, words.title]);
      const text = read(page);
      const {notice} = published.manifest.releases[0]!;
      for (const {text: point, more} of notice.ru!.points) {
        expect(text).to.contain(oneLine(point));
        if (more) expect(text).to.contain(oneLine(more));
      }
      for (const piece of [
        ...[words.title, words.act, words.given, record.id, record.event.time, 'IPSM', 'hello@ipsm.kz'],
        ...[record.policy.url!, record.policy.sha256!, record.notice.sha256!, canonicalJson(record)],
        ...[notice.ru!.title, notice.ru!.agree, notice.ru!.purposes!['ads']!, notice.ru!.accept],
      ]) {
        expect(text).to.contain(oneLine(piece));
      }
      expect(page.querySelector('blockquote')!.lang).to.equal('ru');
      const gaps = [...[...page.querySelectorAll('ul')].at(-1)!.children].map((gap) => gap.textContent);
      expect(gaps).to.have.length(record.gaps.length).and.include(words.gap);
      expect(gaps.filter((gap) => /\w\.\w/.test(gap))).to.deep.equal([]);
    });
  }

  it('names every gap there can be in words', async () => {
    const published = await publish();
    const [release] = published.manifest.releases;
    published.manifest.operator = {name: 'IPSM', bin: null, address: null, email: null, url: null};
    Object.assign(release!, {effectiveFrom: null, documents: {}});
    release!.documents = {kk: {url: null, sha256: null, anchor: null}};
    Object.assign(release!.terms, {
      thirdParties: {transfer: null, who: []},
      crossBorder: {transfer: null, countries: null},
      storage: {locations: [], retention: null},
      withdraw: {url: null, email: null},
    });
    const element = await agreed(published);
    const {gaps} = element.context.last!;
    expect(gaps).to.have.length.above(15);
    const page = await receipt(element);
    page.querySelector('pre')!.remove();
    for (const gap of gaps) expect(read(page)).not.to.contain(gap);
  });

  it('shows what it proves and what it does not', async () => {
    const element = await agreed(await publish());
    await speak('en', element);
    expect(read(await receipt(element))).to.contain('proves neither who answered nor that the text was read');
  });

  it('quotes the version agreed to, not the one in force', async () => {
    const published = await publish();
    const element = await agreed(published);
    published.release({version: '2'}, ['Жаңа ереже']);
    published.manifest.releases[1]!.notice.kk!.agree = 'Жаңа сөйлем';
    await element.context.load();
    const text = read(await receipt(element));
    expect(text).to.contain(published.manifest.releases[0]!.notice.kk!.agree);
    expect(text).not.to.contain('Жаңа сөйлем');
  });

  it('says so where the words are no longer here', async () => {
    const published = await publish();
    const element = await agreed(published);
    published.manifest.releases[0]!.version = '2';
    await element.context.load();
    const page = await receipt(element);
    expect(page.querySelector('blockquote')).to.equal(null);
    expect(read(page)).to.contain('Бұл бетте жазбаға қатысты мәтін жоқ');
    expect(read(page)).to.contain(element.context.last!.notice.sha256!);
  });

  it('says so where the words here are others than those of the record', async () => {
    const element = await agreed(await publish());
    element.context.digests.get('1')!.kk = '0'.repeat(64);
    expect(read(await receipt(element))).to.contain('жазбаға қатысты мәтінмен бірдей емес');
  });

  it('of a refusal and of a withdrawal says what was done', async () => {
    const element = await agreed(await publish());
    element.withdraw('ads');
    expect(read(await receipt(element))).to.contain('келісіміңізді қайтарып алуды сұрадыңыз');
    expect(element.context.last!.event.state).to.equal('withdrawn');
  });

  it('runs nothing and loads nothing, whatever the manifest says', async () => {
    const published = await publish();
    const {manifest} = published;
    const [release] = manifest.releases;
    manifest.operator = {
      name: HOSTILE,
      bin: HOSTILE,
      address: HOSTILE,
      email: HOSTILE,
      url: 'https://ipsm.kz/',
    };
    release!.version = HOSTILE;
    release!.documents.kk!.url = 'https://ipsm.kz/"><script>alert(1)</script>';
    Object.assign(release!.notice.kk!, {
      title: HOSTILE,
      agree: HOSTILE,
      accept: HOSTILE,
      purposes: {ads: HOSTILE},
    });
    release!.notice.kk!.points.forEach((point) =>
      Object.assign(point, {text: HOSTILE, more: HOSTILE, label: HOSTILE}),
    );
    const element = await agreed(published);
    const page = await receipt(element);
    expect(page.querySelectorAll('script, img, [onerror]')).to.have.length(0);
    expect(page.querySelectorAll('link, iframe, object, [src]')).to.have.length(0);
    expect(read(page)).to.contain(HOSTILE);
    expect(page.body.innerHTML).not.to.contain('<!--');
    expect(page.title).to.equal('Келісім туралы түбіртек');
  });

  it('does not link to an address that is not safe', async () => {
    const element = await agreed(await publish());
    const {context} = element;
    const record = structuredClone(context.last!);
    record.policy.url = 'javascript:alert(1)';
    context.commit({...record, id: record.id.replace(/^.{8}/, '00000000')}, 'commit');
    const page = await receipt(element);
    expect(page.querySelector('a')).to.equal(null);
    expect(read(page)).to.contain('javascript:alert(1)');
  });

  it('reads well for everybody, and prints in dark on light', async function () {
    const element = await agreed(await publish());
    const page = await receipt(element);
    await expectNoAxeViolations(page);
    if (!(await emulate({media: 'print', colorScheme: 'dark'}))) return this.skip();
    expect(page.defaultView!.getComputedStyle(page.documentElement).colorScheme).to.equal('light');
  });

  it('is there under a strict Content Security Policy and Trusted Types', async () => {
    const other = await openFrame('/test/bundles/pages/head.html');
    const element = other.document.createElement(TAG);
    other.document.body.append(element);
    part(other.document.querySelector('ipsm-consent-banner')!, 'later-button').click();
    const box = other.document.querySelector('ipsm-consent-checkbox')!;
    await tick(box);
    expect(box.checked).to.equal(true);
    box.commit();
    await element.updateComplete;
    const urls: string[] = [];
    stub(other.HTMLAnchorElement.prototype, 'click', {
      value(this: HTMLAnchorElement) {
        urls.push(this.href);
      },
    });
    for (const button of element.shadowRoot!.querySelectorAll('[part=receipt-button]')) await clickOn(button);
    expect(urls).to.have.length(2);
    expect((other as unknown as {violations: unknown[]}).violations).to.deep.equal([]);
    expect(textOf(element)).to.contain('Вы согласились');
  });
});
