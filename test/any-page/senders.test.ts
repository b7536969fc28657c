import {expect} from 'chai';
import {openMarkup, type WrittenPage} from '../bundles/open-markup.js';
import {clickOn} from '../helpers/commands.js';
import {next, tick} from '../helpers/page.js';
import {until} from '../helpers/publish.js';

const script = (path: string) => `<script src="${path}"></script>`;
const BUNDLE = script('/dist/cdn/ipsm-consent.min.js');
const BOTH = ['consent', 'consent-record'];

const formWith = (attributes: string, box: string) => `<form id="f" ${attributes}>
    <input name="email" value="a@b.kz">
    <ipsm-consent-checkbox name="consent" ${box}></ipsm-consent-checkbox>
    <button>Send</button>
  </form>`;
const boxIn = ({document}: WrittenPage) => document.querySelector('ipsm-consent-checkbox')!;
const formIn = ({document}: WrittenPage) => document.querySelector('form')!;

const JQUERIES = {3: '/node_modules/jquery3/dist/jquery.js', 4: '/node_modules/jquery/dist/jquery.js'};

/** What a page of jQuery has. */
interface JQueryWindow {
  jQuery: (form: HTMLFormElement) => {serialize(): string; validate(): void};
}

describe('senders that read form.elements', function () {
  this.timeout(20_000);

  for (const [version, file] of Object.entries(JQUERIES)) {
    it(`jQuery ${version}: serialize() has both entries with mirror, and neither without`, async () => {
      for (const [box, expected] of [
        ['mirror', BOTH],
        ['', []],
      ] as const) {
        const page = await openMarkup(script(file) + BUNDLE, formWith('', box));
        await tick(boxIn(page));
        const sent = new URLSearchParams(
          (page.window as unknown as JQueryWindow).jQuery(formIn(page)).serialize(),
        );
        expect([...sent.keys()].filter((name) => name !== 'email')).to.deep.equal(expected);
      }
    });
  }

  for (const {version, file, names} of [
    // version 1 takes the element itself for a control as well, by its name, value and checked
    {version: 1, file: '/node_modules/htmx1/dist/htmx.js', names: ['consent', ...BOTH]},
    {version: 2, file: '/node_modules/htmx.org/dist/htmx.js', names: BOTH},
  ]) {
    it(`htmx ${version}: sends both entries with mirror, and commits by the recipe`, async () => {
      const page = await openMarkup(
        script(file) + BUNDLE,
        formWith(`hx-get="${location.origin}/test/any-page/pages/sent.html" hx-swap="none"`, 'mirror'),
      );
      const form = formIn(page);
      const box = boxIn(page);
      // the recipe of docs/any-page.md
      form.addEventListener('htmx:afterRequest', (event) => {
        if ((event as CustomEvent<{successful: boolean}>).detail.successful) box.commit();
      });
      const asked = next(form, 'htmx:beforeRequest');
      await tick(box);
      await clickOn(form.querySelector('button')!);
      const {detail} = (await asked) as CustomEvent<{requestConfig: {parameters: unknown; path: string}}>;
      const {parameters} = detail.requestConfig;
      const sent =
        version === 2
          ? [...(parameters as FormData).keys()]
          : Object.entries(parameters as object).flatMap(([name, values]) => [values].flat().map(() => name));
      expect(sent.filter((name) => name !== 'email')).to.deep.equal(names);
      await until(() => box.status === 'given', 'the record in the history');
    });
  }

  it('has each entry once for those that read FormData', async () => {
    const page = await openMarkup(BUNDLE, formWith('', 'mirror'));
    const box = boxIn(page);
    expect([...new FormData(formIn(page)).keys()]).to.deep.equal(['email']);
    await tick(box);
    expect([...new FormData(formIn(page)).keys()]).to.deep.equal(['email', ...BOTH]);
    expect(new FormData(formIn(page)).get('consent-record')).to.include(box.record!.id);
    await tick(box);
    expect([...new FormData(formIn(page)).keys()]).to.deep.equal(['email']);
  });

  it('keeps the inputs through a morph of the page, a move to another form, and a fieldset', async () => {
    const page = await openMarkup(
      script('/node_modules/idiomorph/dist/idiomorph.js') + BUNDLE,
      `<form id="other"></form><fieldset>${formWith('', 'mirror')}</fieldset>`,
    );
    const box = boxIn(page);
    await tick(box);
    const {Idiomorph} = page.window as unknown as {Idiomorph: {morph(from: Element, to: string): void}};
    Idiomorph.morph(formIn(page).parentElement!.querySelector('#f')!, formWith('', 'mirror'));
    await Promise.resolve();
    const names = (id: string) => [
      ...new FormData(page.document.getElementById(id) as HTMLFormElement).keys(),
    ];
    expect(names('f')).to.deep.equal(['email', ...BOTH]);
    box.setAttribute('form', 'other');
    expect([names('f'), names('other')]).to.deep.equal([['email'], BOTH]);
    box.removeAttribute('form');
    box.disabled = true;
    expect(names('f')).to.deep.equal(['email']);
    box.disabled = false;
    page.document.querySelector('fieldset')!.disabled = true;
    expect(names('f')).to.deep.equal([]);
  });
});

describe('jQuery Validation', function () {
  this.timeout(20_000);

  it('does not send an unticked form, and sends a ticked one that is then committed, by the recipe', async () => {
    const page = await openMarkup(
      script(JQUERIES[3]) + script('/node_modules/jquery-validation/dist/jquery.validate.js') + BUNDLE,
      formWith('action="/test/any-page/pages/sent.html"', ''),
    );
    const form = formIn(page);
    const box = boxIn(page);
    (page.window as unknown as JQueryWindow).jQuery(form).validate();
    // the recipe of docs/any-page.md
    form.addEventListener(
      'submit',
      (event) => {
        if (box.reportValidity()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      {capture: true},
    );
    await clickOn(form.querySelector('button')!);
    await box.updateComplete;
    expect(box.shadowRoot!.querySelector('[part=error]')!.textContent).to.not.equal('');
    await tick(box);
    const left = next(page.window.frameElement!, 'load');
    await clickOn(form.querySelector('button')!);
    await left;
    const {document} = page.window;
    expect(new URL(document.URL).searchParams.get('consent')).to.equal('on');
    expect(Object.keys(localStorage).join()).to.include('ipsm-consent/');
  });
});

describe('a captcha widget that calls form.submit()', function () {
  this.timeout(20_000);

  for (const method of ['get', 'post']) {
    it(`has the record committed where the browser tells of the navigation: ${method}`, async function () {
      if (!('navigation' in window)) this.skip();
      const page = await openMarkup(
        BUNDLE,
        formWith(`method="${method}" action="/test/any-page/pages/sent.html"`, ''),
      );
      await tick(boxIn(page));
      expect(Object.keys(localStorage).join()).to.equal('');
      new FormData(formIn(page));
      expect(Object.keys(localStorage).join()).to.equal('');
      const committed = until(() => Object.keys(localStorage).length, 'the record in the history');
      formIn(page).submit();
      await committed;
    });
  }

  it('has the record committed that it takes along, though another tick was made meanwhile', async function () {
    if (!('navigation' in window)) this.skip();
    const page = await openMarkup(BUNDLE, formWith('', ''));
    await tick(boxIn(page));
    const {id} = boxIn(page).record!;
    const data = new URLSearchParams(new FormData(formIn(page)) as unknown as Record<string, string>);
    await tick(boxIn(page));
    await tick(boxIn(page));
    page.window.location.href = `/test/any-page/pages/sent.html?${data}`;
    await until(() => Object.keys(localStorage).length, 'the record in the history');
    expect(Object.keys(localStorage)).to.deep.equal([`ipsm-consent/1/ipsm-privacy/${id}`]);
  });

  it('commits nothing when the page is left by a link after a script took the data', async () => {
    const page = await openMarkup(
      BUNDLE,
      `${formWith('', '')}<a href="/test/any-page/pages/sent.html">Away</a>`,
    );
    await tick(boxIn(page));
    new FormData(formIn(page));
    const left = next(page.window.frameElement!, 'load');
    await clickOn(page.document.querySelector('a')!);
    await left;
    expect(Object.keys(localStorage)).to.deep.equal([]);
  });
});
