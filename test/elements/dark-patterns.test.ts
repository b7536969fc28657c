import {expect} from 'chai';
import type {ConsentBannerElement} from '../../src/elements/banner/consent-banner-element.js';
import type {ConsentStatusElement} from '../../src/elements/status/consent-status-element.js';
import type {Notice} from '../../src/core/manifest.js';
import {ipsmPolicy} from '../../src/policies/ipsm.js';
import {clickOn, press, tab} from '../helpers/commands.js';
import {
  answersOf,
  boxOf,
  buttonsOf,
  entriesOf,
  listenTo,
  part,
  parts,
  show,
  speak,
  textOf,
  tick,
} from '../helpers/page.js';
import {comeBack, publish, until} from '../helpers/publish.js';
import {stub} from '../helpers/stub.js';

const BANNER = 'ipsm-consent-banner';
const FORM = `<form><ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox>
  <ipsm-consent-checkbox name="ads" purpose="ads"></ipsm-consent-checkbox>
  <ipsm-consent-checkbox name="research" purpose="research"></ipsm-consent-checkbox></form>`;
const LANGS = ['kk', 'ru', 'en'] as const;

const banner = (attributes = '') =>
  show<ConsentBannerElement>(`<${BANNER} ${attributes}></${BANNER}>`, BANNER);
const isOpen = (element: Element) => element.matches(':state(open)');
const notices = () => Object.entries<Notice>(ipsmPolicy.manifest.releases[0]!.notice);

async function answer(element: ConsentBannerElement, button: 'accept' | 'decline' | 'later') {
  await clickOn(answersOf(element)[button]);
  await element.updateComplete;
}

/** Every string of a notice that is put before a person. */
const stringsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.values((value ?? {}) as Record<string, unknown>).flatMap((each) => stringsOf(each));

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

/** Numbers are those of docs: each is one assertion about what a consent interface must not do. */
describe('no dark pattern', () => {
  it('1: no box is ticked on load, after a reset or for a new version', async () => {
    const published = publish();
    const box = show(FORM.replaceAll('name=', `policy="${published.url}" name=`));
    await until(() => box.matches(':state(ready)'));
    const boxes = [...box.form!.querySelectorAll('ipsm-consent-checkbox')];
    const ticked = () => boxes.map(({checked}) => checked);
    expect(ticked()).to.deep.equal([false, false, false]);
    await tick(box);
    box.form!.reset();
    expect(ticked()).to.deep.equal([false, false, false]);
    await tick(box);
    published.release({version: '2'});
    comeBack(6);
    await until(() => box.release!.version === '2');
    expect(ticked()).to.deep.equal([false, false, false]);
  });

  it('2, 3: accept and decline are neighbours of one kind, alike in everything that is seen', async () => {
    const element = banner();
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
      const area = ({offsetWidth, offsetHeight}: HTMLElement) => offsetWidth * offsetHeight;
      expect(area(accept) / area(decline)).to.be.within(0.9, 1.1);
    }
  });

  for (const button of ['accept', 'decline'] as const) {
    it(`4: one click is enough to ${button}`, async () => {
      const element = banner();
      await answer(element, button);
      expect(element.status).to.equal(button === 'accept' ? 'given' : 'declined');
    });
  }

  it('5: the keyboard comes to decline one stop after accept, and neither takes the focus by itself', async () => {
    const element = banner();
    expect(document.activeElement).to.equal(document.body);
    const {accept, decline} = answersOf(element);
    const toAccept = await stopsTo(element, accept);
    expect(await stopsTo(element, decline)).to.be.at.most(toAccept + 1);
  });

  it('6: Escape, "later", hide() and a look at the details say nothing', async () => {
    const heard = listenTo(document);
    const element = banner();
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

  it('7: nothing is asked of the network and nothing is written before a choice; a no is all that is written after it', async () => {
    const asked: string[] = [];
    stub(window, 'fetch', {writable: true, value: (url: string) => asked.push(url)});
    const element = banner();
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

  it('8: a page with a banner, and after a no, can be read and used', async () => {
    const outside = show<HTMLButtonElement>('<button>outside</button>', 'button');
    const element = banner();
    const use = async () => {
      let clicks = 0;
      outside.addEventListener('click', () => clicks++, {once: true});
      await clickOn(outside);
      expect([clicks, outside.closest('[inert]')]).to.deep.equal([1, null]);
    };
    await use();
    await answer(element, 'decline');
    await use();
  });

  for (const button of ['decline', 'later'] as const) {
    it(`9: after "${button}" nobody asks again, until there is a new material release`, async () => {
      const published = publish();
      const element = banner(`policy="${published.url}"`);
      await until(() => isOpen(element));
      await answer(element, button);
      const second = banner(`policy="${published.url}"`);
      await until(() => second.release);
      expect(isOpen(second)).to.equal(false);
      published.release({version: '2'});
      comeBack(6);
      await until(() => element.release!.version === '2');
      await element.updateComplete;
      expect(isOpen(element)).to.equal(true);
    });
  }

  it('10, 11: a withdrawal takes one press and no reason, and its record has the fields of the others', async () => {
    const heard = listenTo(document);
    const first = banner();
    await answer(first, 'decline');
    first.show();
    await first.updateComplete;
    await answer(first, 'accept');
    const status = show<ConsentStatusElement>(
      '<ipsm-consent-status></ipsm-consent-status>',
      'ipsm-consent-status',
    );
    await clickOn(buttonsOf(status, 'Келісімді қайтарып алу')[0]!);
    const fields = heard.map(({record}) => Object.keys(record!));
    expect(heard.map(({cause}) => cause)).to.deep.equal(['decline', 'accept', 'withdraw']);
    expect(fields[0]).to.deep.equal(fields[1]);
    expect(fields[2]).to.deep.equal(fields[1]);
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

  it('14: labels are plain, and no word shames or hurries', () => {
    const answers = notices().map(([, {accept, decline}]) => [accept, decline]);
    expect(answers).to.have.deep.members([
      ['Келісемін', 'Келіспеймін'],
      ['Даю согласие', 'Не даю согласия'],
      ['I agree', 'I do not agree'],
    ]);
    const banned =
      /упусти|только сегодня|последн\S+ шанс|спешите|срочно|тек бүгін|асығыңыз|соңғы мүмкіндік|miss out|hurry|last chance|only today|no thanks/i;
    for (const [lang, notice] of notices())
      for (const text of stringsOf(notice)) expect(text, lang).not.to.match(banned);
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

  it('16: each clause of the first layer is a link in the second', () => {
    const box = show(FORM);
    const {points} = box.release!.notice['kk']!;
    const links = parts(box, 'clause').filter((each) => each.localName === 'a');
    const words = links.map(({textContent}) => textContent.trim());
    for (const clause of points.flatMap(({clauses}) => clauses)) expect(words).to.include(clause);
  });

  it('17: the link leads to the document whose digest is in the record', async () => {
    const published = publish();
    const box = show(FORM.replaceAll('name=', `policy="${published.url}" name=`));
    await until(() => box.matches(':state(ready)'));
    await tick(box);
    const {policy} = box.record!;
    const link = part(box, 'policy-link') as HTMLAnchorElement;
    expect(link.href).to.equal(new URL(policy.url!, published.url).href);
    expect(policy.sha256).to.equal(published.manifest.releases[0]!.documents['kk']!.sha256);
  });

  it('18: another language keeps the tick and the language that was ticked', async () => {
    const box = show(FORM);
    await tick(box);
    await speak('ru', box);
    expect([box.checked, box.record!.notice.lang]).to.deep.equal([true, 'kk']);
  });

  it('19: what changed is said to be unknown unless the operator says it', async () => {
    const published = publish();
    const element = banner(`policy="${published.url}"`);
    await until(() => isOpen(element));
    await answer(element, 'accept');
    published.release({version: '2'});
    comeBack(6);
    await until(() => isOpen(element) && part(element, 'changes'));
    expect(part(element, 'changes').textContent).to.contain('Не өзгергенін оператор көрсетпеген.');
  });

  it('20: nothing moves and nothing counts down', async () => {
    const box = show(FORM);
    const element = banner('placement="inline"');
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

  it('23: what the policy does not state is named in the record', async () => {
    const box = show(FORM);
    await tick(box);
    expect(box.record!.gaps).to.include('operator.bin');
  });

  it('24: a page reaches both answers by one name, and neither alone', () => {
    const element = banner();
    expect(parts(element, 'answer-button')).to.have.length(2);
    const sheet = document.createElement('style');
    sheet.textContent = `${BANNER}::part(answer-button) { visibility: hidden }`;
    document.head.append(sheet);
    const {accept, decline} = answersOf(element);
    const seen = [accept, decline].map((each) => getComputedStyle(each).visibility);
    sheet.remove();
    expect(seen).to.deep.equal(['hidden', 'hidden']);
  });

  it('25: a tick by a script says so, and a press by a script is none', async () => {
    const box = show(FORM);
    boxOf(box).click();
    expect(box.record!.event.method).to.equal('script');
    const element = banner();
    element.show();
    await element.updateComplete;
    answersOf(element).accept.click();
    await element.updateComplete;
    expect(element.status).to.equal('unasked');
    expect(textOf(element)).to.contain('Батырманы адам емес');
  });
});
