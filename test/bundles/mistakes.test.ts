import {expect} from 'chai';
import {until} from '../helpers/publish.js';
import {openAs, openMarkup, type WrittenPage} from './open-markup.js';

const DEV = '<script src="/dist/cdn/ipsm-consent.dev.min.js"></script>';
const box = (attributes: string) => `<ipsm-consent-checkbox ${attributes}></ipsm-consent-checkbox>`;
const form = (inside: string, attributes = 'method="post" action="/x"') =>
  `<form ${attributes}>${inside}<button>Send</button></form>`;
const tag = (attributes: string) => DEV.replace('<script', `<script ${attributes}`);
const NAMED = 'name="consent"';
const configured = (settings: string) => `<script type="module">
  import '/dist/development/ipsm-consent-checkbox.js';
  import {configure} from '/dist/index.js';
  configure(${settings});
</script>`;
/** In a shadow root within another, whose words come after the page is there. */
const inShadow = (inside: string) =>
  `<div id="host"></div><script type="module">
    const attach = (host) => host.attachShadow({mode: 'open'});
    const root = attach(host);
    root.innerHTML = '<p><span></span></p>';
    attach(root.querySelector('span')).innerHTML = ${JSON.stringify(inside)};
  </script>`;
const TAGS = ':is(ipsm-consent-checkbox, ipsm-consent-banner, ipsm-consent-status)';

/** What is written wrong, and what has to be in the line that is told of it. */
const MISTAKES: Record<string, {head?: string; body?: string; says: string[]}> = {
  'polcy=': {body: form(box(`${NAMED} polcy="/m.json"`)), says: ['polcy', 'Did you mean policy?']},
  'data-ipsm-polcy=': {
    head: tag('data-ipsm-polcy="/m.json"'),
    says: ['data-ipsm-polcy', 'data-ipsm-policy?'],
  },
  'langauge=': {head: tag('data-ipsm-langauge="ru"'), says: ['data-ipsm-langauge', 'which means nothing']},
  'data-ipsm-lang="rus"': {head: tag('data-ipsm-lang="rus"'), says: ['"rus"', '"kk", "ru", "en"']},
  'storage="session"': {body: form(box(`${NAMED} storage="session"`)), says: ['"session"', '"memory"']},
  'placement="foot"': {
    body: '<ipsm-consent-banner placement="foot"></ipsm-consent-banner>',
    says: ['placement="foot"', '"inline"'],
  },
  'by="representitive"': {
    body: form(box(`${NAMED} by="representitive"`)),
    says: ['"representitive"', '"representative"'],
  },
  checked: {body: form(box(`${NAMED} checked`)), says: ['checked', 'no consent. Leave it out']},
  'no name': {body: form(box('')), says: ['no-name', 'Add name="consent"']},
  'duplicate name': {
    body: form(`${box(NAMED)}<input name="consent">`),
    says: ['<input name="consent">', 'both'],
  },
  'a box outside a form': {body: box(NAMED), says: ['no-form', 'in no form']},
  'for="nosuch"': {
    body: '<ipsm-consent-banner for="nosuch"></ipsm-consent-banner>',
    says: ['for="nosuch"', 'id="nosuch"'],
  },
  'subject-fields="fistname"': {
    body: form(`<input name="firstname">${box(`${NAMED} subject-fields="fistname"`)}`),
    says: ['"fistname"', 'Did you mean "firstname"?'],
  },
  'class="cookie-notice"': {
    body: form(box(`${NAMED} class="cookie-notice"`)),
    says: ['risky-name', '"cookie-notice"', 'Use another id or class'],
  },
  'method=get': {body: form(box(NAMED), 'action="/x"'), says: ['GET', 'method="post"']},
  'method=put': {body: form(box(NAMED), 'method="put" action="/x"'), says: ['GET', 'method="post"']},
  'formmethod=get': {
    body: form(`${box(NAMED)}<button formmethod="GET">Check</button>`),
    says: ['<button formmethod="GET">', 'GET', 'method="post"'],
  },
  'configure({polcy})': {
    head: configured(`{polcy: '/m.json'}`),
    says: ['configure()', 'polcy', 'Did you mean policy?'],
  },
  "configure({storage: 'session'})": {
    head: configured(`{storage: 'session'}`),
    says: ['configure()', '"session"', '"memory"'],
  },
  "configure({lang: 'rus'})": {head: configured(`{lang: 'rus'}`), says: ['configure()', '"rus"', '"kk"']},
  'a module script without the marker': {
    head: tag('type="module" data-ipsm-lang="ru"'),
    says: ['settings', 'data-ipsm-lang="ru"', 'data-ipsm-consent'],
  },
  'a self-closing tag': {
    body: '<form method="post"><ipsm-consent-checkbox name="consent" /><input name="email"><button>Send</button></form>',
    says: ['name="email"', '</ipsm-consent-checkbox>'],
  },
  'a misspelt tag': {
    body: form('<ipsm-consent-chekbox name="consent"></ipsm-consent-chekbox>'),
    says: ['<ipsm-consent-chekbox', 'Did you mean <ipsm-consent-checkbox>?'],
  },
  'a tag that is registered by nobody': {
    head: '<script type="module" src="/dist/development/ipsm-consent-checkbox.js"></script>',
    body: `${form(box(NAMED))}<ipsm-consent-banner></ipsm-consent-banner>`,
    says: ['<ipsm-consent-banner', '"ipsm-consent/define/ipsm-consent-banner.js"'],
  },
  'a tag whose settings an app makes, and which it does not import': {
    head: `<script type="module">
      import {configure} from '/dist/development/index.js';
      configure({policy: '/demo/policy/manifest.json'});
    </script>`,
    body: form(box(NAMED)),
    says: ['<ipsm-consent-checkbox', '"ipsm-consent/define/ipsm-consent-checkbox.js"'],
  },
  'a tag that an app without a module of ours has its types of': {
    head: '<script type="module" src="/dist/development/types.js"></script>',
    body: form(box(NAMED)),
    says: ['<ipsm-consent-checkbox', '"ipsm-consent/define/ipsm-consent-checkbox.js"'],
  },
  'polcy= in an app with its own manifest': {
    head: '<script type="module" src="/dist/development/kk/ipsm-consent-checkbox.js"></script>',
    body: form(box(`${NAMED} polcy="/m.json"`)),
    says: ['polcy', 'Did you mean policy?'],
  },
  'polcy= in a shadow root': {
    body: inShadow(form(box(`${NAMED} polcy="/m.json"`))),
    says: ['polcy', 'Did you mean policy?'],
  },
  'a misspelt tag in a shadow root': {
    body: inShadow(form('<ipsm-consent-chekbox></ipsm-consent-chekbox>')),
    says: ['<ipsm-consent-chekbox', 'Did you mean <ipsm-consent-checkbox>?'],
  },
  'a browser that cannot do what the elements need': {
    head: `<script>delete HTMLElement.prototype.attachInternals;</script>${DEV}`,
    says: ['[unsupported]', 'lacks HTMLElement.prototype.attachInternals, so', 'the fallback'],
  },
  'a self-closing tag before what is no field': {
    body: '<ipsm-consent-banner /><main><h1>News</h1><p>All of the page.</p></main>',
    says: ['<main>', '</ipsm-consent-banner>'],
  },
  'jQuery without mirror': {
    head: `<script src="/node_modules/jquery/dist/jquery.js"></script>${DEV}`,
    body: form(box(NAMED)),
    says: ['jQuery', 'mirror'],
  },
  'a manifest that answers 404': {
    body: form(box(`${NAMED} policy="/test/nowhere.json"`)),
    says: ['404', 'Nothing is shown instead'],
  },
};

/** What is told of the page once everything in it has been looked at: what is not registered comes last. */
async function allTold({document, warnings}: WrittenPage): Promise<string[]> {
  document.body.append(document.createElement('ipsm-sentinel'));
  const isSentinel = (line: string) => line.includes('<ipsm-sentinel>');
  await until(() => warnings.some(isSentinel), 'the last look');
  return warnings.filter((line) => !isSentinel(line));
}

/** The same without what the policy does not state. */
async function mistakesIn(page: WrittenPage): Promise<string[]> {
  return (await allTold(page)).filter((line) =>
    /\[(page-mistake|risky-name|no-name|no-form|settings)\]/.test(line),
  );
}

describe('mistakes of page authors', function () {
  this.timeout(20_000);
  // the demo's database takes its time to start
  before(async function () {
    this.timeout(120_000);
    await fetch('/demo-site/');
  });

  for (const [what, {head = DEV, body = form(box(NAMED)), says}] of Object.entries(MISTAKES)) {
    it(`are told once, with the value and what to do: ${what}`, async () => {
      const {warnings, document} = await openMarkup(head, body);
      const told = () => warnings.filter((line) => says.every((each) => line.includes(each)));
      await until(() => told().length, `a line about ${what} in ${warnings.join('\n')}`);
      document.body.append(document.createElement('p'));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      expect(told().length, warnings.join('\n')).to.equal(1);
    });
  }

  it('are told once, whatever changes at the element afterwards', async () => {
    const page = await openMarkup(DEV, form(box(`${NAMED} polcy="/m.json"`)));
    const told = () => page.warnings.filter((line) => line.includes('polcy'));
    await until(() => told().length, 'a line about polcy');
    page.document.querySelector('ipsm-consent-checkbox')!.title = 'changed';
    expect((await allTold(page)).filter((line) => line.includes('polcy'))).to.deep.equal(told().slice(0, 1));
  });

  it('are told when a form without an address is sent by GET, and not where a script takes it', async () => {
    const boxes = `<ipsm-consent-checkbox name="ads" purpose="ads"></ipsm-consent-checkbox>`;
    const page = await openMarkup(
      DEV,
      form(boxes, 'id="taken"') + form(boxes.replace('"ads"', '"a"'), 'id="plain"'),
    );
    const {document, warnings} = page;
    document.addEventListener('submit', (event) => {
      if ((event.target as Element).id === 'taken') event.preventDefault();
    });
    const send = (id: string) => document.querySelector<HTMLElement>(`#${id} button`)!.click();
    send('taken');
    expect(await allTold(page)).to.deep.equal([]);
    send('plain');
    await until(() => warnings.some((line) => /name="a".*GET.*method="post"/.test(line)), 'a line about GET');
  });

  it('are told of what comes into a shadow root later', async () => {
    const page = await openMarkup(DEV, inShadow('<form method="post" action="/x"></form>'));
    expect(await allTold(page)).to.deep.equal([]);
    const inner = page.document.getElementById('host')!.shadowRoot!.querySelector('span')!.shadowRoot!;
    inner.querySelector('form')!.innerHTML = box(`${NAMED} polcy="/m.json"`);
    await until(() => page.warnings.some((line) => line.includes('polcy')), 'a line about polcy');
  });

  it('are told with where the codes are explained, once', async () => {
    const {window, warnings} = await openMarkup(
      `<script>window.infos = []; console.info = (text) => window.infos.push(text);</script>${DEV}`,
      form(box('polcy="/m.json"')) + '<ipsm-consent-chekbox></ipsm-consent-chekbox>',
    );
    await until(() => warnings.some((line) => line.includes('chekbox')), 'the last look');
    const {infos} = window as unknown as {infos: string[]};
    expect(infos.length).to.equal(1);
    const [page] = /docs\/\w+\.md/.exec(infos[0]!)!;
    expect((await fetch(`/${page}`)).status).to.equal(200);
  });

  it('are not told where there are none, and the list of gaps is not with data-ipsm-quiet', async () => {
    const page = await openMarkup(
      tag('data-ipsm-quiet data-ipsm-lang="kk"'),
      `<ipsm-consent-banner for="f"></ipsm-consent-banner>
       <form id="f" method="post" action="/x"><input name="firstname">${box(`${NAMED} mirror subject-fields="firstname" storage="memory"`)}
       <fieldset name="ads"></fieldset><output name="consent"></output>
       <ipsm-consent-checkbox name="ads" purpose="ads"></ipsm-consent-checkbox><button>Send</button></form>
       <form action="javascript:throw new Error('React takes the form')">${box('name="other"')}</form>
       <ipsm-policy-summary></ipsm-policy-summary><ipsm-consent-status></ipsm-consent-status>`,
    );
    page.document.querySelector('ipsm-consent-checkbox')!.click();
    expect(await allTold(page)).to.deep.equal([]);
  });

  it('are told once, with the value and what to do: a page that is not UTF-8', async () => {
    const {warnings} = await openAs('windows-1251', DEV, form(box(NAMED)));
    const told = () => warnings.filter((line) => line.includes('windows-1251'));
    await until(() => told().length, 'a line about the encoding');
    expect(told()[0]).to.include('<meta charset="utf-8">');
    expect(warnings.filter((line) => line.includes('[page-mistake]'))).to.deep.equal(told());
  });

  // test/node/snippets.test.mjs holds that no page with HTML is left out
  for (const page of ['README.md', 'README.kk.md', 'README.ru.md', 'docs/endpoint.md', 'docs/server.md'])
    it(`are not told of what ${page} shows`, async () => {
      const text = await (await fetch(`/${page}`)).text();
      const shown = [...text.matchAll(/```html\n(.*?)```/gs)]
        .map(([, code]) => code!.replaceAll(/<script.*?<\/script>/gs, ''))
        .filter((code) => code.includes('<ipsm-'));
      expect(shown.length).to.be.greaterThan(0);
      for (const code of shown) {
        const written = await openMarkup(DEV, code.includes('<form') ? code : form(code));
        expect(await mistakesIn(written)).to.deep.equal([]);
      }
    });

  for (const page of ['', 'plain.html', 'banner-inline.html', 'my-consent.html'])
    it(`are not told of a page of the demo: /${page}`, async () => {
      const written = await (await fetch(`/demo-site/${page}`)).text();
      const ours = /<script src="cdn\/ipsm-consent[^"]*"/;
      expect(written).to.match(ours);
      const shown = await openAs('utf-8', '', '', (head) =>
        written
          .replace('<head>', `<head><base href="${location.origin}/demo-site/">${head}`)
          .replace(ours, '<script src="/dist/cdn/ipsm-consent.dev.min.js"'),
      );
      expect(shown.document.querySelectorAll(`${TAGS}:defined`).length).to.be.greaterThan(0);
      expect(await mistakesIn(shown)).to.deep.equal([]);
    });
});
