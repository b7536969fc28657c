import {expect} from 'chai';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import type {Notice} from '../../src/core/manifest.js';
import {fallbackHtml} from '../../src/fallback/fallback-html.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';
import {createVerifier} from '../../src/server/index.js';
import {clickOn, press, tab} from '../helpers/commands.js';
import {contrastIn} from '../helpers/contrast.js';
import {
  answer,
  answersOf,
  boxOf,
  buttonsOf,
  entriesOf,
  errorsAt,
  isOpen,
  isReady,
  listenTo,
  next,
  part,
  parts,
  show,
  showBanner,
  showStatus,
  speak,
  textOf,
  tick,
} from '../helpers/page.js';
import {comeBack, DAY, inDays, publish, renew, until, type Publication} from '../helpers/publish.js';
import {stub} from '../helpers/stub.js';
import {inShort} from '../helpers/verdict.js';

const BANNER = 'ipsm-consent-banner';
const FORM = `<form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox>
  <ipsm-consent-checkbox name="ads" purpose="ads"></ipsm-consent-checkbox>
  <ipsm-consent-checkbox name="research" purpose="research"></ipsm-consent-checkbox></form>`;
const LANGS = ['kk', 'ru', 'en'] as const;

const notices = () => Object.entries<Notice>(ipsmPolicy.manifest.releases[0]!.notice);

/** Sentences of the interface by id, in three languages. */
async function catalogue(): Promise<Record<string, Record<(typeof LANGS)[number], string>>> {
  const parts = await Promise.all(
    ['ru', 'en'].map(async (lang) => {
      const text = await (await fetch(`/xliff/${lang}.xlf`)).text();
      const units = [...new DOMParser().parseFromString(text, 'text/xml').querySelectorAll('trans-unit')];
      return units.filter(({id}) => id !== 'locale-code');
    }),
  );
  const [ru, en] = parts as [Element[], Element[]];
  const said = (unit: Element | undefined, name: string) =>
    unit?.querySelector(name)?.textContent.trim() ?? '';
  return Object.fromEntries(
    ru.map((unit) => {
      const other = en.find(({id}) => id === unit.id);
      return [unit.id, {kk: said(unit, 'source'), ru: said(unit, 'target'), en: said(other, 'target')}];
    }),
  );
}

/** Every sentence that is put before a person, of the notice and of the interface, with its language. */
const sentences = async (): Promise<[lang: string, text: string][]> => [
  ...notices().flatMap(([lang, notice]) => stringsOf(notice).map((text): [string, string] => [lang, text])),
  ...Object.values(await catalogue()).flatMap((each) => Object.entries(each)),
];

/** Every string of a notice that is put before a person. */
const stringsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.values((value ?? {}) as Record<string, unknown>).flatMap((each) => stringsOf(each));

/** The form about a policy that is published; its first box. */
async function formAbout({url}: Publication): Promise<ConsentCheckboxElement> {
  const box = show(FORM.replaceAll('name=', `policy="${url}" name=`));
  await until(() => isReady(box));
  return box;
}

/** Tab stops inside the banner up to an element. */
async function stopsTo(element: ConsentBannerElement, target: HTMLElement): Promise<number> {
  const before = show<HTMLElement>('<button>before</button>', 'button');
  element.closest('.place')!.before(before.closest('.place')!);
  before.focus();
  for (let stops = 1; stops < 20; stops++) {
    await tab();
    if (element.shadowRoot!.activeElement === target) return stops;
  }
  throw new Error('No key leads to it.');
}

/** Each number is an assertion about what a consent interface must not do; some have two tests. */
describe('no dark pattern', () => {
  it('1: no box is ticked on load, after a reset or for a new version', async () => {
    const published = publish();
    const box = await formAbout(published);
    const boxes = [...box.form!.querySelectorAll('ipsm-consent-checkbox')];
    const ticked = () => boxes.map(({checked}) => checked);
    expect(ticked()).to.deep.equal([false, false, false]);
    await tick(box);
    box.form!.reset();
    expect(ticked()).to.deep.equal([false, false, false]);
    await tick(box);
    await renew(published, box);
    expect(ticked()).to.deep.equal([false, false, false]);
  });

  it('2, 3: accept and decline are neighbours of one kind, alike in everything that is seen', async () => {
    const element = showBanner();
    for (const lang of LANGS) {
      await speak(lang, element);
      const {accept, decline} = answersOf(element);
      expect([accept.nextElementSibling, accept.localName]).to.deep.equal([decline, decline.localName]);
      const look = (button: Element) => {
        const style = getComputedStyle(button);
        const {fontSize, fontWeight, padding, border, borderRadius, minWidth, minHeight} = style;
        const {color, backgroundColor, opacity, boxShadow} = style;
        return {
          ...{fontSize, fontWeight, padding, border, borderRadius, minWidth, minHeight},
          ...{color, backgroundColor, opacity, boxShadow},
        };
      };
      expect(look(accept)).to.deep.equal(look(decline));
      for (const button of [accept, decline])
        expect(contrastIn(button, getComputedStyle(button).color)).to.be.at.least(4.5);
      const area = ({offsetWidth, offsetHeight}: HTMLElement) => offsetWidth * offsetHeight;
      expect(area(accept) / area(decline)).to.be.within(0.9, 1.1);
    }
  });

  for (const button of ['accept', 'decline'] as const) {
    it(`4: one click is enough to ${button}`, async () => {
      const element = showBanner();
      await answer(element, button);
      expect(element.status).to.equal(button === 'accept' ? 'given' : 'declined');
    });
  }

  it('5: the keyboard comes to decline one stop after accept, and neither takes the focus by itself', async () => {
    const element = showBanner();
    expect(document.activeElement).to.equal(document.body);
    const {accept, decline} = answersOf(element);
    const toAccept = await stopsTo(element, accept);
    expect(await stopsTo(element, decline)).to.be.at.most(toAccept + 1);
  });

  it('6: Escape, "later", hide() and a look at the details say nothing', async () => {
    const heard = listenTo(document);
    const element = showBanner();
    await clickOn(element.shadowRoot!.querySelector('summary')!);
    answersOf(element).decline.focus();
    await press('Escape');
    await element.updateComplete;
    element.show();
    await element.updateComplete;
    await answer(element, 'later');
    element.hide();
    expect([heard.length, element.status]).to.deep.equal([0, 'unasked']);
  });

  it('6: scrolling, a minute without a deed and a link say nothing', async () => {
    const due: (() => void)[] = [];
    const {setTimeout} = window;
    // A minute need not be waited for: what was to come within it comes now.
    stub(window, 'setTimeout', {
      value: (act: () => void, ms = 0) => (ms < 1000 ? setTimeout(act, ms) : due.push(act)),
    });
    const heard = listenTo(document);
    const page = show<HTMLElement>(
      '<div style="height: 3000px"><a href="#elsewhere">elsewhere</a></div>',
      'div',
    );
    const element = showBanner();
    const scrolled = next(document, 'scroll');
    scrollTo(0, 500);
    await scrolled;
    await clickOn(page.querySelector('a')!);
    comeBack(1);
    for (const act of due) act();
    await element.updateComplete;
    history.replaceState(null, '', location.pathname + location.search);
    expect([heard.length, element.status, isOpen(element)]).to.deep.equal([0, 'unasked', true]);
    expect(Object.keys(localStorage)).to.deep.equal([]);
  });

  it('7: nothing is asked of the network and nothing is written before a choice; a no is all that is written after it', async () => {
    const asked: string[] = [];
    stub(window, 'fetch', {writable: true, value: (url: string) => asked.push(url)});
    const element = showBanner();
    show(FORM);
    expect([asked, document.cookie, localStorage.length, sessionStorage.length]).to.deep.equal([
      [],
      '',
      0,
      0,
    ]);
    element.show();
    await element.updateComplete;
    await answer(element, 'decline');
    const [kept, ...others] = Object.values<string>(localStorage);
    expect(others).to.deep.equal([]);
    expect(kept).to.contain('"state":"declined"');
    expect([asked, document.cookie]).to.deep.equal([[], '']);
  });

  it('7: nothing but the manifest is asked of the network; "later" writes one flag, which names nobody', async () => {
    const asked: string[] = [];
    const answerAll = window.fetch;
    stub(window, 'fetch', {
      writable: true,
      value: (url: string, init?: RequestInit) => (asked.push(url), answerAll.call(window, url, init)),
    });
    const published = publish();
    const element = showBanner(`policy="${published.url}"`);
    await until(() => isOpen(element));
    await answer(element, 'later');
    expect([asked, published.asked, document.cookie, sessionStorage.length]).to.deep.equal([[], 1, '', 0]);
    const written = Object.entries<string>(localStorage).filter(
      ([key]) => !key.startsWith('ipsm-consent/policy/'),
    );
    expect(written.map(([key]) => key)).to.deep.equal(['ipsm-consent/later/ipsm-privacy']);
    expect(written[0]![1]).to.match(/^1 \d+$/);
  });

  it('8: a page with a banner, and after a no, can be read and used, and so can the policy', async () => {
    const outside = show<HTMLButtonElement>('<button>outside</button>', 'button');
    const summary = show('<ipsm-policy-summary></ipsm-policy-summary>', 'ipsm-policy-summary');
    const element = showBanner();
    const use = async () => {
      const clicks: EventTarget[] = [];
      for (const each of [outside, part(summary, 'policy-link')]) {
        const press = (event: Event) => (event.preventDefault(), clicks.push(event.currentTarget!));
        each.addEventListener('click', press, {once: true});
        await clickOn(each);
      }
      expect(clicks).to.deep.equal([outside, part(summary, 'policy-link')]);
      expect(outside.closest('[inert]')).to.equal(null);
    };
    await use();
    await answer(element, 'decline');
    await use();
  });

  for (const button of ['decline', 'later'] as const) {
    it(`9: after "${button}" nobody asks again, until there is a new material release`, async () => {
      const published = publish();
      const yesterday = inDays(-1);
      const element = showBanner(`policy="${published.url}"`);
      await until(() => isOpen(element));
      await answer(element, button);
      const second = showBanner(`policy="${published.url}"`);
      await until(() => second.release);
      expect(isOpen(second)).to.equal(false);
      const isAskedOnDay = async (day: number) => {
        comeBack((day * DAY) / 60_000);
        const later = showBanner(`policy="${published.url}"`);
        await until(() => later.release);
        return isOpen(later);
      };
      expect([await isAskedOnDay(29), await isAskedOnDay(2)]).to.deep.equal([false, button === 'later']);
      await renew(published, element, {effectiveFrom: yesterday});
      expect(isOpen(element)).to.equal(true);
    });
  }

  it('10, 11: a withdrawal takes one press and no reason, and its record has the fields of the others', async () => {
    const heard = listenTo(document);
    const first = showBanner();
    await answer(first, 'decline');
    first.show();
    await first.updateComplete;
    await answer(first, 'accept');
    const status = showStatus();
    await clickOn(buttonsOf(status, 'Келісімді қайтарып алу')[0]!);
    const fields = heard.map(({record}) => Object.keys(record!));
    expect(heard.map(({cause}) => cause)).to.deep.equal(['decline', 'accept', 'withdraw']);
    expect(fields[0]).to.deep.equal(fields[1]);
    expect(fields[2]).to.deep.equal(fields[1]);
  });

  it('10: the way to a withdrawal stands on every page that has an element', async () => {
    const element = showBanner();
    await answer(element, 'accept');
    expect(part(element, 'confirmation').querySelector('a')!.href).to.match(/^mailto:hello@ipsm\.kz/);
    const tags = ['ipsm-consent-checkbox', 'ipsm-policy-summary', 'ipsm-consent-status'];
    for (const tag of tags) {
      const element = show(`<form><${tag} name="consent"></${tag}></form>`, tag);
      const ways = [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a[href^="mailto:"]')];
      expect([...ways, ...buttonsOf(element, 'Келісімді қайтарып алу')], tag).to.have.lengthOf.at.least(1);
    }
  });

  it('12, 13: optional purposes are off, stay off when the required box is ticked, and the form is sent without them', async () => {
    const box = show(FORM);
    const form = box.form!;
    await tick(box);
    const [, ads, research] = [...form.querySelectorAll('ipsm-consent-checkbox')];
    expect([ads!.checked, research!.checked, ads!.required, research!.required]).to.deep.equal([
      false,
      false,
      false,
      false,
    ]);
    expect(form.checkValidity()).to.equal(true);
    expect(Object.keys(entriesOf(form))).to.deep.equal(['consent', 'consent-record']);
    expect(
      box.record!.purposes.filter(({decision}) => decision === 'given').map(({required}) => required),
    ).to.not.include(false);
  });

  it('14: labels are plain, and no word shames or hurries', async () => {
    const answers = notices().map(([, {accept, decline}]) => [accept, decline]);
    expect(answers).to.have.deep.members([
      ['Келісемін', 'Келіспеймін'],
      ['Даю согласие', 'Не даю согласия'],
      ['I agree', 'I do not agree'],
    ]);
    const banned =
      /упусти|только сегодня|последн\S+ шанс|спешите|срочно|тек бүгін|асығыңыз|соңғы мүмкіндік|miss out|hurry|last chance|only today|no thanks/i;
    for (const [lang, text] of await sentences()) expect(text, lang).not.to.match(banned);
  });

  it('15: each language says as much, and names storage abroad, who gets the data, ads and changes', () => {
    const [first, ...others] = notices().map(([, {points, details}]) => ({
      points: points.map(({id, clauses}) => [id, clauses]),
      details: details.map(({id, clauses}) => [id, clauses]),
    }));
    for (const each of others) expect(each).to.deep.equal(first);
    const clauses = JSON.stringify(first);
    for (const clause of ['3.3', '3.4.1', '3.4.2', '2.2.4', '5.4']) expect(clauses).to.contain(`"${clause}"`);
  });

  it('15: each sentence of the interface is there in each language', async () => {
    const all = Object.entries(await catalogue());
    expect(all).to.have.lengthOf.at.least(50);
    for (const [id, said] of all)
      expect(Object.values(said).filter(Boolean), id).to.have.length(LANGS.length);
  });

  it('16: each clause of the first layer is a link in the second', () => {
    const box = show(FORM);
    const {points} = box.release!.notice['kk']!;
    const links = parts(box, 'clause').filter((each) => each.localName === 'a');
    const words = links.map(({textContent}) => textContent.trim());
    for (const clause of points.flatMap(({clauses}) => clauses)) expect(words).to.include(clause);
  });

  it('17: the link leads to the document whose digest is in the record', async () => {
    const published = publish();
    const box = await formAbout(published);
    await tick(box);
    const {policy} = box.record!;
    const link = part(box, 'policy-link') as HTMLAnchorElement;
    expect(link.href).to.equal(new URL(policy.url!, published.url).href);
    expect(policy.sha256).to.equal(published.manifest.releases[0]!.documents['kk']!.sha256);
  });

  it('17: a document with another digest is told beside the link when it is followed, and the box still works', async () => {
    const published = publish();
    const url = new URL('/test/helpers/empty.html', location.href).href;
    published.manifest.releases[0]!.documents['kk'] = {url, sha256: '0'.repeat(64), anchor: null};
    const box = await formAbout(published);
    const heard = errorsAt(box);
    const mismatch = 'Сілтемедегі құжат осы нұсқаның құжатына сәйкес келмейді.';
    expect(textOf(box)).not.to.contain(mismatch);
    part(box, 'policy-link').addEventListener('click', (event) => event.preventDefault());
    await clickOn(part(box, 'policy-link'));
    await until(() => textOf(box).includes(mismatch));
    expect(heard.map(({code}) => code)).to.deep.equal(['document-mismatch']);
    await tick(box);
    expect(box.checked).to.equal(true);
  });

  it('18: another language keeps the tick and the language that was ticked', async () => {
    const box = show(FORM);
    await tick(box);
    await speak('ru', box);
    expect([box.checked, box.record!.notice.lang]).to.deep.equal([true, 'kk']);
  });

  it('19: what changed is said to be unknown unless the operator says it', async () => {
    const published = publish();
    const element = showBanner(`policy="${published.url}"`);
    await until(() => isOpen(element));
    await answer(element, 'accept');
    await renew(published, element);
    await until(() => isOpen(element) && part(element, 'changes'));
    expect(part(element, 'changes').textContent).to.contain('Не өзгергенін оператор көрсетпеген.');
  });

  it('20: nothing moves and nothing counts down', async () => {
    const box = show(FORM);
    const element = showBanner('placement="inline"');
    element.show();
    await element.updateComplete;
    expect(answersOf(element).accept.getClientRects()).to.have.length(1);
    for (const host of [box, element])
      for (const each of host.shadowRoot!.querySelectorAll('*')) {
        const {animationName, transitionDuration} = getComputedStyle(each);
        expect([animationName, transitionDuration]).to.deep.equal(['none', '0s']);
      }
    expect(document.getAnimations()).to.deep.equal([]);
  });

  it('21: without script the native box blocks the form, and the link works', async () => {
    const release = ipsmPolicy.manifest.releases[0]!;
    const fallback = fallbackHtml({
      release,
      noticeSha256: ipsmPolicy.noticeSha256['kk']!,
      name: 'consent',
      manifestUrl: null,
    });
    const frame = show<HTMLIFrameElement>(
      '<iframe width="700" height="500" sandbox="allow-same-origin allow-forms"></iframe>',
      'iframe',
    );
    const opened = next(frame, 'load');
    frame.srcdoc = `<form action="/test/helpers/empty.html">
      <ipsm-consent-checkbox name="consent">${fallback}</ipsm-consent-checkbox><button>Send</button></form>`;
    await opened;
    const page = frame.contentDocument!;
    const box = page.querySelector<HTMLInputElement>('[type=checkbox]')!;
    await clickOn(page.querySelector('button')!);
    expect([box.checked, box.validity.valueMissing, page.activeElement]).to.deep.equal([false, true, box]);
    const link = page.querySelector<HTMLAnchorElement>('.ipsm-link a')!;
    expect([link.href, box.labels![0]!.contains(link)]).to.deep.equal([release.documents['kk']!.url, false]);
    const sent = next(frame, 'load');
    await clickOn(box);
    await clickOn(page.querySelector('button')!);
    await sent;
    expect(frame.contentWindow!.location.search).to.contain('consent=');
  });

  it('22: every statement about the policy names its clause, or says that nothing is stated', () => {
    const UNSTATED = /көрсетілмеген|не указан|not stated/;
    for (const [, {points, details}] of notices())
      for (const {id, text, clauses} of [...points, ...details])
        if (clauses.length === 0) expect(text, id).to.match(UNSTATED);
  });

  it('22: no sentence promises a person anything', async () => {
    const promise =
      /гарант|обещ|обязуем|имеете право|ваше право|кепілд|уәде|міндеттенеміз|құқығыңыз бар|guarantee|promise|undertake|your right|you have the right|we will|never share/i;
    for (const [lang, text] of await sentences()) expect(text, lang).not.to.match(promise);
  });

  it('23: what the policy does not state is named in the record, and to the developer', async () => {
    const warned: string[] = [];
    stub(console, 'warn', {writable: true, value: (text: string) => warned.push(text)});
    const published = publish();
    Object.assign(published.manifest.releases[0]!.operator, {email: null});
    const box = await formAbout(published);
    await tick(box);
    expect(box.record!.gaps).to.include('operator.bin');
    expect(warned).to.have.length(1);
    expect(warned[0]).to.match(/^ipsm-consent \[gaps\]: .*operator\.bin, operator\.email/);
  });

  it('24: a page reaches both answers by one name, and neither alone', () => {
    const element = showBanner();
    expect(parts(element, 'answer-button')).to.have.length(2);
    const sheet = document.createElement('style');
    sheet.textContent = `${BANNER}::part(answer-button) { visibility: hidden }`;
    document.head.append(sheet);
    const {accept, decline} = answersOf(element);
    const seen = [accept, decline].map((each) => getComputedStyle(each).visibility);
    sheet.remove();
    expect(seen).to.deep.equal(['hidden', 'hidden']);
  });

  it('25: a tick by a script says so and is refused by the server, and a press by a script is none', async () => {
    const box = show(FORM);
    boxOf(box).click();
    expect(box.record!.event.method).to.equal('script');
    const verifier = await createVerifier(ipsmPolicy.manifest);
    const posted = entriesOf(box.form!)['consent-record'];
    expect(inShort(verifier.acceptConsent(posted))).to.deep.equal(['by-script event.method']);
    expect(inShort(verifier.acceptConsent(posted, {allowScript: true}))).to.deep.equal(['ok']);
    const element = showBanner();
    element.show();
    await element.updateComplete;
    answersOf(element).accept.click();
    await element.updateComplete;
    expect(element.status).to.equal('unasked');
    expect(textOf(element)).to.contain('Батырманы адам емес');
  });
});
