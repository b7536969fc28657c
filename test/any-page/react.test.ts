import type * as ReactTypes from 'react';
import {expect} from 'chai';
import {openMarkup, type WrittenPage} from '../bundles/open-markup.js';
import type {ConsentCheckboxElement} from '../../src/elements/checkbox/consent-checkbox-element.js';
import {clickOn} from '../helpers/commands.js';
import {boxOf, listenTo, oneLine, part, tick} from '../helpers/page.js';
import {until} from '../helpers/publish.js';

/** What /packed/react.js has. */
interface ReactPage {
  React: typeof ReactTypes;
  createRoot(place: Element): {render(what: unknown): void; unmount(): void};
  hydrateRoot(place: Element, what: unknown, options: {onRecoverableError(error: unknown): void}): unknown;
  flushSync(act: () => void): void;
  renderToString(what: unknown): string;
}

const REACT = '<script src="/packed/react.js"></script>';
const BUNDLE = '<script src="/dist/cdn/ipsm-consent.min.js"></script>';
const TAG = 'ipsm-consent-checkbox';

/** A page with React, what it says in the console as an error, and a place to draw in. */
async function open(head = BUNDLE + REACT, body = '<div id="app"></div>') {
  const page = await openMarkup(
    `<script>window.errors = []; console.error = (...told) => errors.push(told.join(' '));
       addEventListener('error', ({message}) => errors.push(message));</script>${head}`,
    body,
  );
  const {ReactPage, errors} = page.window as WrittenPage['window'] & {ReactPage: ReactPage; errors: string[]};
  const place = page.document.getElementById('app')!;
  return {...page, ...ReactPage, h: ReactPage.React.createElement, place, errors};
}
type Opened = Awaited<ReturnType<typeof open>>;

const boxIn = (place: Element) => place.querySelector<ConsentCheckboxElement>(TAG)!;
const stored = () => Object.keys(localStorage).filter((key) => key.startsWith('ipsm-consent/1/'));

interface Answer {
  ok: boolean;
  words?: string;
}

/** The form of the recipe in docs/any-page.md; `send` is what asks the server. */
function RecipeForm({React, h}: Opened, send: (data: FormData) => Promise<Answer>) {
  return function Register() {
    const box = React.useRef<ConsentCheckboxElement>(null);
    const [answer, register] = React.useActionState(async (_: Answer | null, data: FormData) => {
      const answer = await send(data);
      if (answer.ok) box.current!.commit(data);
      return answer;
    }, null);
    React.useEffect(() => {
      if (answer && !answer.ok) box.current!.reask(answer.words);
    }, [answer]);
    return h(
      'form',
      {action: register},
      h('input', {name: 'email', defaultValue: 'a@b.kz'}),
      h(TAG, {ref: box, name: 'consent'}),
      h('button', null, 'Send'),
      h('output', null, answer && (answer.ok ? 'Done' : 'Refused')),
    );
  };
}

describe('a page of React 19', function () {
  this.timeout(20_000);

  for (const [order, head] of [
    ['the elements first', BUNDLE + REACT],
    ['React first', REACT + BUNDLE],
    ['the elements after all is drawn', REACT],
  ] as const)
    it(`draws the box with every attribute that a native one takes, and takes it away: ${order}`, async () => {
      const {h, createRoot, flushSync, document, place, errors, window} = await open(head);
      const form = document.createElement('form');
      form.id = 'reg';
      place.after(form);
      const props = {name: 'consent', form: 'reg', type: 'checkbox', value: 'yes', 'subject-fields': 'email'};
      const root = createRoot(place);
      flushSync(() => root.render(h(TAG, props)));
      if (!head.includes(BUNDLE)) {
        const script = document.createElement('script');
        script.src = '/dist/cdn/ipsm-consent.min.js';
        document.head.append(script);
        await window.customElements.whenDefined(TAG);
      }
      const box = boxIn(place);
      expect([box.form === form, box.name, box.type]).to.deep.equal([true, 'consent', 'checkbox']);
      await tick(box);
      expect(new FormData(form).get('consent')).to.equal('yes');
      flushSync(() => root.render(h(TAG, {...props, className: 'again', value: 'on', disabled: false})));
      expect([box.checked, new FormData(form).get('consent')]).to.deep.equal([true, 'on']);
      flushSync(() => root.unmount());
      expect([place.childElementCount, errors]).to.deep.equal([0, []]);
    });

  it('commits what an action has sent, though React has reset the form by then, by the recipe', async () => {
    const page = await open();
    let answer = (_: Answer) => {};
    const asked: FormData[] = [];
    const Register = RecipeForm(page, (data) => {
      asked.push(data);
      return new Promise((resolve) => (answer = resolve));
    });
    page.flushSync(() =>
      page.createRoot(page.place).render(page.h(page.React.StrictMode, null, page.h(Register))),
    );
    const box = boxIn(page.place);
    const heard = listenTo(box);
    await clickOn(page.place.querySelector('button')!);
    expect(asked, 'unticked').to.have.length(0);
    await tick(box);
    const {id} = box.record!;
    await clickOn(page.place.querySelector('button')!);
    await until(() => asked.length, 'the action');
    expect(stored(), 'before the server has answered').to.deep.equal([]);
    answer({ok: true});
    await until(() => page.place.querySelector('output')!.textContent === 'Done');
    await until(() => !box.checked, 'the reset by React');
    expect(stored()).to.deep.equal([`ipsm-consent/1/ipsm-privacy/${id}`]);
    expect([boxOf(box).checked, box.status]).to.deep.equal([false, 'given']);
    expect(heard.map(({cause}) => cause)).to.have.members(['tick', 'commit', 'reset']);
    expect(page.errors).to.deep.equal([]);
  });

  it('takes the record of a refused action back, and says so at the box, by the recipe', async () => {
    const page = await open();
    const Register = RecipeForm(page, async () => Promise.resolve({ok: false, words: 'Not this time.'}));
    page.flushSync(() => page.createRoot(page.place).render(page.h(Register)));
    const box = boxIn(page.place);
    await tick(box);
    const {id} = box.record!;
    await clickOn(page.place.querySelector('button')!);
    await until(() => page.place.querySelector('output')!.textContent === 'Refused');
    await until(() => oneLine(part(box, 'error')) === 'Not this time.', 'the refusal at the box');
    expect(box.checked).to.equal(false);
    expect(stored()).to.deep.equal([]);
    await tick(box);
    expect(box.record!.id).to.not.equal(id);
  });

  it('keeps a tick when it draws again, and hears of it', async () => {
    const {React, h, createRoot, flushSync, place} = await open();
    const heard: string[] = [];
    function Form() {
      const [times, again] = React.useState(0);
      return h(
        'form',
        null,
        h(TAG, {
          name: 'consent',
          'onipsm-consent-change': ({cause}: {cause: string}) => {
            heard.push(cause);
            again(times + 1);
          },
        }),
        h('output', null, times),
      );
    }
    flushSync(() => createRoot(place).render(h(Form)));
    await tick(boxIn(place));
    await until(() => place.querySelector('output')!.textContent === '1');
    expect([boxIn(place).checked, heard]).to.deep.equal([true, ['tick']]);
  });

  it('finds what a server has drawn as it was, the box upgraded or not', async () => {
    for (const head of [BUNDLE + REACT, REACT]) {
      const {h, renderToString, hydrateRoot, place, errors} = await open(head);
      const what = () =>
        h('form', null, h(TAG, {name: 'consent', 'subject-fields': 'email', optional: true}));
      place.innerHTML = renderToString(what());
      const element = boxIn(place);
      const mismatches: unknown[] = [];
      hydrateRoot(place, what(), {onRecoverableError: (error) => mismatches.push(String(error))});
      await until(
        () => Object.keys(element).some((key) => key.startsWith('__react')),
        'React to take it over',
      );
      expect([boxIn(place) === element, mismatches, errors]).to.deep.equal([true, [], []]);
    }
  });
});
