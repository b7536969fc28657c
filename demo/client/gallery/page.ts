/** The gallery: every state in frames of its own, narrow and wide, or one by its address with what a tester wants to know. */
import {fromAddress, keepInAddress} from '../address.js';
import {offerReport} from '../bug-report.js';
import type {Checkbox} from '../consent.js';
import {byId, create} from '../dom.js';
import {lineOf} from '../event-log.js';
import {followLanguage, LANGUAGE_EVENT, speak} from '../language.js';
import {readStorage} from '../stored-state.js';
import {pageLang, word, type Word} from '../words.js';
import {addressOf, SETTINGS, settle, settingsIn, type Setting} from './settings.js';
import {ELEMENTS, elementOf, isFixed, isState, stateNames, stateOf, type StateName} from './states.js';

const FRAME = 'gallery-frame.html';
const PAGE = 'gallery.html';
const FILE = 'cdn/ipsm-consent-all.min.js';
const NARROW = ['390', '320'];
const WIDTHS = ['390', '320', '844', '1280'];
const WIDE = '1280';
/** Of a window of that width, for a banner that stands at its foot: a telephone, a small one, one on its side, a desk. */
const HEIGHTS: Record<string, number> = {390: 844, 320: 640, 844: 390, 1280: 844};
const WORDS_OF: Partial<Record<Setting, Word>> = {
  theme: 'theme',
  host: 'galleryHost',
  release: 'switchRelease',
  manifest: 'switchManifest',
  network: 'switchNetwork',
  endpoint: 'switchEndpoint',
};
/** Values that are called as those of another switch are. */
const ALIKE: Record<string, Word> = {
  themeDevice: 'themeAuto',
  endpointNormal: 'networkNormal',
  endpointServerError: 'manifestServerError',
  endpointHanging: 'networkHanging',
  endpointOffline: 'networkOffline',
};

const camel = (text: string) => text.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
/** The word for a value: `release` and `without-russian` make `releaseWithoutRussian`. */
const wordFor = (prefix: string, value: string): Word => {
  const key = camel(prefix + capital(value));
  return ALIKE[key] ?? (key as Word);
};
const wordOfState = (name: StateName): Word =>
  wordFor('state', name.split('-').slice(1).join('-') || elementOf(name));

function said<K extends keyof HTMLElementTagNameMap>(tag: K, key: Word): HTMLElementTagNameMap[K] {
  const element = create(tag, word(key));
  element.dataset['t'] = key;
  return element;
}

const chosen = fromAddress('state');
const name = isState(chosen) ? chosen : undefined;
const widths = name ? WIDTHS : NARROW;
const widthNow = () => widths.find((each) => each === fromAddress('width')) ?? widths[0]!;

/** A link to the gallery, or to a state in it, with the settings of now. */
function linkTo(state: string, content: string | HTMLElement): HTMLAnchorElement {
  const link = create('a', content);
  link.dataset['state'] = state;
  return link;
}

function redirectLinks(): void {
  const query = Object.fromEntries(new URLSearchParams(location.search));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-state]'))
    link.href = addressOf(PAGE, {...query, state: link.dataset['state']!});
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-alone]'))
    link.href = frameAddress(link.dataset['alone'] as StateName);
}

const frameAddress = (state: StateName) =>
  addressOf(FRAME, {state, ...settingsIn(new URLSearchParams(location.search)), lang: pageLang()});

/** In the next frame: what is done may give it yet another size. */
const afterResize = (element: Element, act: () => void) =>
  new ResizeObserver(() => requestAnimationFrame(act)).observe(element);

/** A state in a window of that width, drawn smaller where there is no room. */
function device(state: StateName, width: string, isWide = false): HTMLElement {
  const frame = create('iframe');
  frame.loading = 'lazy';
  frame.dataset['shows'] = state;
  frame.setAttribute('data-t-title', wordOfState(state));
  frame.title = word(wordOfState(state));
  const screen = create('div', frame);
  screen.className = 'screen';
  const windowHeight = HEIGHTS[width]!;
  const size = isFixed(state) ? `${width} × ${windowHeight}` : width;
  const figure = create('figure', screen, create('figcaption', `${size} px`));
  figure.className = isWide ? 'device wide' : 'device';
  figure.style.setProperty('--width', `${width}px`);
  figure.style.setProperty('--height', '600px');
  figure.style.setProperty('--scale', '1');
  afterResize(screen, () => {
    const scale = Math.min(1, screen.clientWidth / Number(width));
    figure.style.setProperty('--scale', `${scale}`);
  });
  frame.addEventListener('shown', () => {
    const {body} = frame.contentDocument!;
    const fit = () => {
      const height = isFixed(state) ? windowHeight : Math.max(120, body.getBoundingClientRect().bottom);
      figure.style.setProperty('--height', `${Math.ceil(height)}px`);
    };
    afterResize(body, fit);
    fit();
  });
  return figure;
}

function article(state: StateName, ...frames: HTMLElement[]): HTMLElement {
  const heading = create('h3', linkTo(state, said('span', wordOfState(state))), create('code', state));
  heading.id = state;
  const {press} = stateOf(state);
  const row = create('div', ...frames);
  row.className = 'frames';
  const hint = press ? [said('p', wordFor('galleryPress', press))] : [];
  for (const each of hint) each.className = 'remark';
  return create('article', heading, ...hint, row);
}

/** Has all frames show what the address says now. */
function reload(): void {
  redirectLinks();
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-shows]')) {
    const address = frameAddress(frame.dataset['shows'] as StateName);
    // not by `src`: each would be a step back in the history
    if (frame.contentWindow && frame.src) frame.contentWindow.location.replace(address);
    else frame.src = address;
  }
}

function chooser(name: string, label: Word, options: HTMLOptionElement[], act: () => void): HTMLElement {
  const select = create('select', ...options);
  select.name = name;
  select.autocomplete = 'off';
  select.value = fromAddress(name) || options[0]!.value;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
  select.addEventListener('change', () => {
    keepInAddress(name, select.value);
    act();
  });
  const setting = create('label', said('span', label), select);
  setting.className = 'setting';
  return setting;
}

function option(value: string, words: Word | undefined): HTMLOptionElement {
  const made = words ? said('option', words) : create('option', `${value} px`);
  made.value = value;
  return made;
}

function followTheme(): void {
  const theme = fromAddress('theme');
  const root = document.documentElement;
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
  byId('forced').hidden = theme !== 'forced';
}

function offerSettings(drawAgain: () => void): void {
  const choosers = Object.entries(WORDS_OF).map(([name, label]) => {
    const values = SETTINGS[name as Setting];
    const usual = ['theme', 'host'].includes(name) ? [] : [option('', 'ofState')];
    const options = values.map((value) => option(value, wordFor(name, value)));
    return chooser(name, label, [...usual, ...options], () => {
      followTheme();
      reload();
    });
  });
  const width = chooser(
    'width',
    name ? 'galleryWidth' : 'galleryWidthNarrow',
    widths.map((each) => option(each, undefined)),
    drawAgain,
  );
  byId('settings').append(...choosers, width);
}

function listStates(): void {
  const rows = ELEMENTS.flatMap((element) => {
    const links = stateNames
      .filter((name) => elementOf(name) === element)
      .map((name) => {
        const link = linkTo(name, said('span', wordOfState(name)));
        if (name === chosen) link.setAttribute('aria-current', 'page');
        return link;
      });
    return [said('dt', wordFor('element', element)), create('dd', ...links)];
  });
  const all = chosen ? [create('p', linkTo('', said('span', 'galleryAll')))] : [];
  const folded = create('details', said('summary', 'galleryStates'), ...all, create('dl', ...rows));
  // What was asked for comes first.
  folded.open = !name;
  byId('states').append(folded);
}

function showAll(): void {
  const sections = ELEMENTS.map((element) =>
    create(
      'section',
      said('h2', wordFor('element', element)),
      ...stateNames
        .filter((name) => elementOf(name) === element)
        .map((name) => article(name, device(name, widthNow()), device(name, WIDE, true))),
    ),
  );
  byId('shown').replaceChildren(...sections);
  reload();
}

type FrameWindow = Window & {heard?: Event[]};

function tell(id: string, text: string): void {
  byId(id).textContent = text;
  byId(id).hidden = !text;
  byId(`no-${id}`).hidden = Boolean(text);
}

/** What is to be known of the state in a frame. */
function inspect(frame: HTMLIFrameElement): {record: unknown; stored: unknown; events: Event[]} {
  const view = frame.contentWindow as FrameWindow;
  const box = view.document.querySelector<Checkbox>('ipsm-consent-checkbox');
  return {record: box?.record ?? null, stored: readStorage(view), events: view.heard ?? []};
}

function refresh(frame: HTMLIFrameElement): void {
  const view = frame.contentWindow as FrameWindow;
  const {record, stored, events} = inspect(frame);
  const form = view.document.querySelector('form');
  // of the frame's own realm: a form of another one is none
  const entries = form ? [...new (view as Window & typeof globalThis).FormData(form)] : [];
  const pretty = (value: object | null) =>
    value && Object.keys(value).length ? JSON.stringify(value, null, 2) : '';
  tell('record', pretty(record as object | null));
  tell('history', pretty(stored as object));
  tell('entries', entries.map(([name, value]) => `${name} = ${value as string}`).join('\n'));
  const lines = events.map((event) => lineOf(event, view.performance.timeOrigin)).reverse();
  byId('events').replaceChildren(...lines);
  byId('no-events').hidden = lines.length > 0;
}

function showOne(state: StateName): void {
  const at = stateNames.indexOf(state);
  const beside = [
    [at - 1, 'galleryPrevious'],
    [at + 1, 'galleryNext'],
  ] as const;
  const links: HTMLElement[] = beside.flatMap(([i, words]) =>
    stateNames[i] ? [linkTo(stateNames[i], said('span', words))] : [],
  );
  const alone = said('a', 'galleryAlone');
  alone.dataset['alone'] = state;
  const pages = create('p', ...links, alone);
  pages.className = 'pages-beside';
  const shown = article(state, device(state, widthNow()));
  byId('shown').replaceChildren(said('h2', wordFor('element', elementOf(state))), pages, shown);
  const frame = shown.querySelector('iframe')!;
  // The one that the page is about does not wait until it is looked at.
  frame.loading = 'eager';
  frame.addEventListener('shown', () => {
    const later = () => setTimeout(() => refresh(frame));
    for (const type of ['input', 'change', 'submit', 'click', 'keyup', 'ipsm-consent-change'])
      frame.contentDocument!.addEventListener(type, later);
    later();
  });
  byId('panel').hidden = false;
  reload();
}

const draw = () => (name ? showOne(name) : showAll());
document.documentElement.lang = settle({}, settingsIn(new URLSearchParams(location.search))).lang;
byId('unknown').hidden = !chosen || Boolean(name);
offerSettings(draw);
listStates();
followTheme();
followLanguage();
draw();
speak();
document.addEventListener(LANGUAGE_EVENT, reload);
offerReport(
  FILE,
  {
    button: byId<HTMLButtonElement>('copy-report'),
    said: byId('report-status'),
    text: byId<HTMLTextAreaElement>('report'),
    build: byId('build'),
  },
  () => {
    const frame = document.querySelector('iframe')!;
    const {events, ...rest} = inspect(frame);
    const settings = {
      state: name!,
      ...settle(stateOf(name!).settings ?? {}, settingsIn(new URLSearchParams(location.search))),
      lang: pageLang(),
    };
    return {
      ...rest,
      settings,
      events: events.map((event) => lineOf(event, frame.contentWindow?.performance.timeOrigin).textContent),
    };
  },
);
