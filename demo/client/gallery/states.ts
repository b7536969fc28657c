import type {GallerySettings} from './settings.js';

/** Every state of every element that a person can come to see: gallery, contact sheets, pictures, axe and ear take it from here. */

/** What was decided on this device before the page was opened, 30 days ago if nothing else is said. */
export interface Deed {
  state: 'given' | 'declined' | 'withdrawn';
  by?: 'form-checkbox' | 'banner-button' | 'status-button';
  daysAgo?: number;
  /** How far it got; `here` if nothing else is said. */
  progress?: 'sent' | 'accepted';
  /** Answers on optional purposes. */
  purposes?: Record<string, 'given' | 'declined'>;
  /** The one purpose that is withdrawn. */
  purpose?: string;
}

/** What the elements offer to a page, as far as the states use it. */
export interface Shown extends HTMLElement {
  checked?: boolean;
  form?: HTMLFormElement | null;
  release?: {version: string} | undefined;
  subjectRef?: string;
  updateComplete?: Promise<unknown>;
  commit?(): void;
  reask?(message?: string, refusal?: {code: string; id: string; version?: string}): void;
  withdraw?(purpose?: string): void;
}

/** What a state may ask of the page that shows it. */
export interface Stage {
  find(tag: string): Shown;
  /** Speaks another language than the page's, until `act` is done. */
  inAnotherLanguage(act: () => void): Promise<void>;
  /** The operator publishes the second release, and the person comes back to the tab. */
  publishSecond(): Promise<void>;
  /** Waits until the page shows what an act leads to. */
  until(isSo: () => boolean): Promise<void>;
}

export interface State {
  /** What the page has in it. `{}` after a blank stands for attributes about policy and endpoint. */
  markup: string;
  before?: Deed[];
  /** How the switches stand where the address says nothing else. */
  settings?: Partial<GallerySettings>;
  /** What the page does by the elements' public interface. */
  act?(stage: Stage): unknown;
  /** Which button a person has to press, for what no script may do. */
  press?: 'accept' | 'decline';
}

const BOX = 'ipsm-consent-checkbox';
const STATUS = 'ipsm-consent-status';

const box = (attributes = '') => `<form><${BOX} name="consent" ${attributes} {}></${BOX}></form>`;
const banner = (attributes = '') => `<ipsm-consent-banner ${attributes} {}></ipsm-consent-banner>`;
const status = (attributes = '') => `<${STATUS} ${attributes} {}></${STATUS}>`;
const summary = () => '<ipsm-policy-summary {}></ipsm-policy-summary>';
const purposes = (attributes = '') => `<form><${BOX} name="consent" ${attributes} {}></${BOX}>
  <${BOX} name="ads" purpose="ads" ${attributes} {}></${BOX}>
  <${BOX} name="research" purpose="research" ${attributes} {}></${BOX}></form>`;

const AGREED_IN_BANNER: Deed = {state: 'given', by: 'banner-button'};
const DECLINED: Deed = {state: 'declined', by: 'banner-button'};
const AGREED_TO_ADS: Deed = {
  state: 'given',
  progress: 'sent',
  purposes: {ads: 'given', research: 'declined'},
};
const WITHDRAWN: Deed = {state: 'withdrawn', by: 'status-button', daysAgo: 3};
const LONG_AGO: Deed = {state: 'given', progress: 'accepted', daysAgo: 200};
const STANDING = JSON.stringify({
  subject: 'u-7',
  status: 'given',
  version: '2026-10-01',
  at: '2026-10-21T07:00:00.000Z',
  last: null,
  purposes: {},
});

const tick = ({find}: Stage) => (find(BOX).checked = true);
const unfold = (tag: string) => (stage: Stage) => {
  for (const details of stage.find(tag).shadowRoot!.querySelectorAll('details')) details.open = true;
};
const inside =
  (tag: string, selector: string) =>
  ({find}: Pick<Stage, 'find'>) =>
    find(tag).shadowRoot!.querySelector<HTMLElement>(selector)!;
/** As an extension does. */
const pressByScript = (tag: string) => (stage: Stage) => inside(tag, '[part=actions] button')(stage).click();
const withdraw = ({find}: Stage) => find(STATUS).withdraw!();

/** By name: the element, and what has happened. */
export const STATES = {
  box: {markup: box()},
  'box-ticked': {markup: box('allow-script'), act: tick},
  'box-open': {markup: box(), act: unfold(BOX)},
  'box-error': {markup: box(), act: ({find}) => find(BOX).form!.requestSubmit()},
  'box-disabled': {markup: box('disabled')},
  'box-loading': {markup: box(), settings: {network: 'endless'}},
  'box-unavailable': {markup: box(), settings: {manifest: 'missing'}},
  'box-agreed-in-banner': {markup: box(), before: [AGREED_IN_BANNER]},
  'box-changes': {markup: box(), before: [AGREED_IN_BANNER], settings: {release: 'second'}},
  'box-renewal': {markup: box(), before: [LONG_AGO], settings: {release: 'with-term'}},
  'box-announced': {markup: box(), settings: {release: 'announced'}},
  'box-new-words': {
    markup: box(),
    settings: {release: 'first'},
    act: ({publishSecond}) => publishSecond(),
  },
  'box-tick-gone': {
    markup: box('allow-script'),
    settings: {release: 'first'},
    act: (stage) => {
      tick(stage);
      return stage.publishSecond();
    },
  },
  'box-other-language': {
    markup: box('allow-script'),
    act: (stage) => stage.inAnotherLanguage(() => tick(stage)),
  },
  'box-other-person': {
    markup: box('allow-script subject-ref="u-7"'),
    act: (stage) => {
      tick(stage);
      stage.find(BOX).subjectRef = 'u-8';
    },
  },
  'box-withdrawn': {
    markup: box('allow-script') + status('hidden'),
    before: [AGREED_IN_BANNER],
    act: (stage) => {
      tick(stage);
      withdraw(stage);
    },
  },
  'box-representative': {markup: box('by="representative"')},
  'box-no-representative': {markup: box('by="representative"'), settings: {release: 'for-oneself'}},
  'box-tick-sent': {
    markup: box('allow-script'),
    act: (stage) => {
      tick(stage);
      stage.find(BOX).commit!();
      // As the browser does where somebody comes back to a page that it kept.
      window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    },
  },
  'box-missing-language': {markup: box(), settings: {release: 'without-russian'}},
  'box-document-mismatch': {
    markup: box(),
    settings: {manifest: 'other-document'},
    act: ({find, until}) => {
      const link = inside(BOX, '[part=policy-link]')({find});
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      return until(() => Boolean(inside(BOX, '.error[role=status]')({find})));
    },
  },
  'box-altered': {markup: box(), before: [AGREED_IN_BANNER], settings: {manifest: 'rewritten'}},
  'box-refused': {markup: box(), act: ({find}) => find(BOX).reask!()},
  'box-refused-version': {
    markup: box(),
    act: ({find}) => find(BOX).reask!('', {code: 'not-current', id: '', version: '2027-01-01'}),
  },
  'box-hidden': {
    markup: `<form><div hidden><${BOX} name="consent" {}></${BOX}></div><button>OK</button></form>`,
    act: ({find}) => find(BOX).form!.requestSubmit(),
  },
  'box-purposes': {markup: purposes()},
  'box-purposes-ticked': {
    markup: purposes('allow-script'),
    act: ({find}) => {
      find(BOX).checked = true;
      find('[purpose=ads]').checked = true;
    },
  },
  summary: {markup: summary()},
  'summary-open': {markup: summary(), act: unfold('ipsm-policy-summary')},
  'summary-loading': {markup: summary(), settings: {network: 'endless'}},
  'summary-unavailable': {markup: summary(), settings: {manifest: 'missing'}},
  'summary-announced': {markup: summary(), settings: {release: 'announced'}},
  banner: {markup: banner()},
  'banner-open': {markup: banner(), act: unfold('ipsm-consent-banner')},
  'banner-top': {markup: banner('placement="top"')},
  'banner-inline': {markup: banner('placement="inline"')},
  'banner-changes': {markup: banner(), before: [AGREED_IN_BANNER], settings: {release: 'second'}},
  'banner-renewal': {markup: banner(), before: [LONG_AGO], settings: {release: 'with-term'}},
  'banner-announced': {markup: banner(), settings: {release: 'announced'}},
  'banner-script': {markup: banner(), act: pressByScript('ipsm-consent-banner')},
  'banner-agreed': {markup: banner(), press: 'accept'},
  'banner-declined': {markup: banner(), press: 'decline'},
  'status-none': {markup: status()},
  'status-loading': {markup: status(), settings: {network: 'endless'}},
  'status-unavailable': {markup: status(), settings: {manifest: 'missing'}},
  'status-given': {markup: status(), before: [AGREED_IN_BANNER]},
  'status-sent': {markup: status(), before: [{state: 'given', progress: 'sent'}]},
  'status-accepted': {markup: status(), before: [{state: 'given', progress: 'accepted'}]},
  'status-declined': {markup: status(), before: [DECLINED]},
  'status-purposes': {markup: status(), before: [AGREED_TO_ADS]},
  'status-purpose-withdrawn': {
    markup: status(),
    before: [AGREED_TO_ADS, {...WITHDRAWN, purpose: 'ads'}],
  },
  'status-withdrawn': {markup: status(), before: [AGREED_IN_BANNER, WITHDRAWN]},
  'status-waiting': {
    markup: status(),
    before: [AGREED_IN_BANNER],
    settings: {endpoint: 'hanging'},
    act: withdraw,
  },
  'status-refused': {
    markup: status(),
    before: [AGREED_IN_BANNER],
    settings: {endpoint: 'refused'},
    act: withdraw,
  },
  'status-confirmed': {
    markup: status(),
    before: [AGREED_IN_BANNER],
    settings: {endpoint: 'normal'},
    act: withdraw,
  },
  'status-changes': {markup: status(), before: [AGREED_IN_BANNER], settings: {release: 'second'}},
  'status-renewal': {markup: status(), before: [LONG_AGO], settings: {release: 'with-term'}},
  'status-standing': {markup: status(`standing='${STANDING}'`), settings: {release: 'first'}},
  'status-script': {markup: status(), before: [AGREED_IN_BANNER], act: pressByScript(STATUS)},
  'status-asking': {markup: status(), before: [DECLINED], act: pressByScript(STATUS)},
} satisfies Record<string, State>;

export type StateName = keyof typeof STATES;
export const isState = (name: string): name is StateName => Object.hasOwn(STATES, name);
export const stateNames = Object.keys(STATES) as StateName[];
/** Of a state, by its name. */
export const stateOf = (name: StateName): State => STATES[name];

/** The elements, by the first word of the names of their states. */
export const ELEMENTS = ['box', 'summary', 'banner', 'status'] as const;
export const elementOf = (name: StateName): (typeof ELEMENTS)[number] =>
  ELEMENTS.find((element) => name.split('-')[0] === element)!;

/** Whether the banner stands at the foot of the window in it. */
export const isFixed = (name: StateName): boolean =>
  elementOf(name) === 'banner' && !/inline|top/.test(STATES[name].markup);
