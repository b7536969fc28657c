import {expect} from 'chai';
import {TAGS, type Tag} from '../../src/define/tags.js';
import {press} from '../helpers/commands.js';
import {boxOf, part, show, tick} from '../helpers/page.js';
import {inDays, publish, until} from '../helpers/publish.js';

const tags = Object.keys(TAGS) as Tag[];

/** What properties can change. */
const LOOKS = [
  ...['color', 'background-color', 'border-top-color', 'outline-color', 'accent-color', 'box-shadow'],
  ...['font-family', 'font-size', 'max-inline-size', 'row-gap', 'column-gap', 'padding-top', 'padding-left'],
  ...['border-top-left-radius', 'z-index'],
];

/** What a property is set to, by the end of its name. */
const MARKS: [RegExp, string][] = [
  [/shadow$/, '1px 2px 3px rgb(18, 52, 86)'],
  [/family$/, 'monospace'],
  [/index$/, '77'],
  [/(size|gap|padding|radius)$/, '31px'],
  [/./, 'rgb(18, 52, 86)'],
];

/** The properties that the docs list, and where each of them works. */
async function listed(): Promise<[name: string, tag: Tag][]> {
  const text = await (await fetch('/docs/elements.md')).text();
  const rows = [...text.matchAll(/^\| `(--ipsm-consent-[\w-]+)` +\| ([\w, ]+?) +\|/gm)];
  return rows.flatMap(([, name, where]) =>
    tags
      .filter((tag) => where === 'all' || where!.split(', ').some((end) => tag.endsWith(`-${end}`)))
      .map((tag): [string, Tag] => [name!, tag]),
  );
}

function looks({shadowRoot}: Element): string {
  const nodes = [...shadowRoot!.querySelectorAll('*')];
  return nodes
    .flatMap((node) => [null, '::before'].map((pseudo) => getComputedStyle(node, pseudo)))
    .map((style) => LOOKS.map((name) => style.getPropertyValue(name)).join())
    .join('\n');
}

/** An element that offers something, announces a change, has the focus, and says what is wrong, and one that has no policy. */
async function inManyStates(tag: Tag) {
  const published = publish();
  published.release({version: '2', effectiveFrom: inDays(5)}, ['Something else']);
  const policy = `policy="${published.url}"`;
  const form = show<HTMLFormElement>(
    `<form><ipsm-consent-checkbox name="c" ${policy}></ipsm-consent-checkbox><${tag} ${policy} name="d"></${tag}></form>`,
    'form',
  );
  const box = form.querySelector('ipsm-consent-checkbox')!;
  await until(() => box.matches(':state(ready)'));
  await tick(box);
  box.commit();
  const element = form.querySelector<InstanceType<(typeof TAGS)[Tag]>>(`${tag}:last-child`)!;
  const missing = show(`<${tag} policy="/nowhere.json" policy-id="nowhere"></${tag}>`, tag);
  if ('show' in element) element.show();
  await until(() => tag === 'ipsm-consent-banner' || part(missing, 'error')?.textContent.trim());
  form.addEventListener('submit', (event) => event.preventDefault());
  form.requestSubmit();
  await element.updateComplete;
  // a focus is seen where the keyboard was used last
  await press('Tab');
  element.shadowRoot!.querySelector<HTMLElement>('summary, button, a')!.focus();
  return () => looks(element) + looks(missing);
}

/** Of a colour, however it is written, over another one. */
function channels(...colours: string[]): number[] {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})!;
  for (const colour of colours) {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
  }
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

function contrast(one: number[], other: number[]): number {
  const [bright, dark] = [one, other]
    .map((each) =>
      each.map((byte) =>
        byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
      ),
    )
    .map(([red, green, blue]) => 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!)
    .sort((a, b) => b - a);
  return (bright! + 0.05) / (dark! + 0.05);
}

describe('theming', () => {
  for (const tag of tags) {
    it(`does something by each property that the docs list for ${tag}`, async () => {
      const names = (await listed()).filter(([, where]) => where === tag).map(([name]) => name);
      expect(names.length).to.be.above(18);
      const look = await inManyStates(tag);
      const before = look();
      const without = names.filter((name) => {
        const root = document.documentElement;
        root.style.setProperty(name, MARKS.find(([end]) => end.test(name))![1]);
        const after = look();
        root.style.removeProperty(name);
        return after === before;
      });
      expect(without).to.deep.equal([]);
    });
  }

  for (const purpose of ['', 'purpose="ads"'])
    it(`paints the background under the words of a box ${purpose} where both are set, so that it can be read`, () => {
      const element = show(`<ipsm-consent-checkbox name="c" ${purpose}
        style="--ipsm-consent-background: #111a2b; --ipsm-consent-color: #e8eef8"></ipsm-consent-checkbox>`);
      const {color, backgroundColor} = getComputedStyle(part(element, 'base'));
      expect([color, backgroundColor]).to.deep.equal(['rgb(232, 238, 248)', 'rgb(17, 26, 43)']);
    });

  for (const [text, paper] of [
    ['#18212f', '#ffffff'],
    ['#e6eaf0', '#222233'],
  ] as const)
    it(`draws the box in a colour that stands out: text ${text} on ${paper}`, () => {
      const element = show(`<div style="color: ${text}; background: ${paper}">
        <ipsm-consent-checkbox name="c"></ipsm-consent-checkbox></div>`);
      const {accentColor} = getComputedStyle(boxOf(element));
      const panel = channels(paper, getComputedStyle(part(element, 'panel')).backgroundColor);
      expect(contrast(channels(accentColor), panel)).to.be.above(3);
    });

  it('draws the sign before what is wrong in the colour of the words, without a fill', async () => {
    const element = show(`<form style="--ipsm-consent-accent-color: #7cc4ff">
      <ipsm-consent-checkbox name="c"></ipsm-consent-checkbox></form>`);
    element.reportValidity();
    await element.updateComplete;
    const sign = getComputedStyle(part(element, 'error'), '::before');
    expect([sign.color, sign.backgroundColor]).to.deep.equal([
      getComputedStyle(part(element, 'error')).color,
      'rgba(0, 0, 0, 0)',
    ]);
  });
});
