import {expect} from 'chai';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {show, tick} from '../helpers/page.js';
import {turn} from '../helpers/turn.js';

const FORM = `<form action="/test/helpers/empty.html" target="answer">
  <ipsm-consent-checkbox name="consent"></ipsm-consent-checkbox>
  <ipsm-consent-checkbox name="ads" purpose="ads"></ipsm-consent-checkbox><button>Send</button></form>`;

function inForm() {
  const main = show(FORM);
  const ads = main.nextElementSibling as ConsentCheckboxElement;
  main.form!.addEventListener('submit', (event) => event.preventDefault());
  return {main, ads, form: main.form!};
}

/** The values that an act hands the form, until everything that it started has ended. */
async function handed(act: () => unknown): Promise<unknown[]> {
  const {setFormValue} = ElementInternals.prototype;
  const values: unknown[] = [];
  ElementInternals.prototype.setFormValue = function (...given) {
    values.push(given[0] && [...(given[0] as FormData)]);
    setFormValue.apply(this, given);
  };
  try {
    await act();
    await turn();
    await turn();
  } finally {
    ElementInternals.prototype.setFormValue = setFormValue;
  }
  return values;
}

type Boxes = ReturnType<typeof inForm>;

const ACTS: [
  name: string,
  times: number,
  act: (boxes: Boxes) => unknown,
  before?: (boxes: Boxes) => unknown,
][] = [
  ['a tick', 1, ({main}) => tick(main)],
  ['unticking', 1, ({main}) => tick(main), ({main}) => tick(main)],
  ['a click from script', 1, ({main}) => main.click()],
  ['a reset, at each of its boxes', 2, ({form}) => form.reset(), ({main}) => tick(main)],
  ['another name', 1, ({main}) => (main.name = 'other')],
  ['another name of the record', 1, ({main}) => (main.recordName = 'other')],
  ['a refusal', 1, ({main}) => main.reask('No.'), ({main}) => tick(main)],
  ['a tick for a purpose that nobody takes in', 1, ({ads}) => tick(ads)],
  [
    'a tick for a purpose, at its box and at the one that takes it in',
    2,
    ({ads}) => tick(ads),
    ({main}) => tick(main),
  ],
  [
    'a click that a listener cancels, and its taking back',
    2,
    ({main}) => {
      main.addEventListener('click', (event) => event.preventDefault(), {once: true});
      main.click();
    },
  ],
];

const NONE: [name: string, act: (boxes: Boxes) => unknown][] = [
  ['sending the form', ({form}) => form.requestSubmit()],
  [
    'looking at it',
    ({main, form}) => [main.checked, main.record, main.required, new FormData(form), form.checkValidity()],
  ],
  ['another required', ({main}) => (main.required = false)],
  ['an error of the page’s own', ({main}) => main.setCustomValidity('No.')],
];

describe('the value that a box hands its form', () => {
  for (const [name, times, act, before] of ACTS) {
    it(`is set ${times === 1 ? 'once' : 'once each'} by ${name}`, async () => {
      const boxes = inForm();
      await before?.(boxes);
      await turn();
      expect(await handed(() => act(boxes))).to.have.length(times);
    });
  }

  for (const [name, act] of NONE) {
    it(`is not set again by ${name}`, async () => {
      const boxes = inForm();
      await tick(boxes.main);
      await turn();
      expect(await handed(() => act(boxes))).to.deep.equal([]);
    });
  }
});

describe('committing the record', () => {
  it('marks what the browser keeps, once, and leaves the value as it was', async () => {
    const {main, form} = inForm();
    await tick(main);
    await turn();
    const value = [...new FormData(form)];
    expect(await handed(() => main.commit())).to.deep.equal([value]);
    expect(await handed(() => main.commit())).to.deep.equal([]);
  });
});

describe('what is internal', () => {
  it('is no member that a page could call', () => {
    const {main} = inForm();
    for (const name of [
      'toggled',
      'collect',
      'draw',
      'tickChanged',
      'sync',
      'box',
      'userValidity',
      'activation',
    ])
      expect(name in main, name).to.equal(false);
  });
});
