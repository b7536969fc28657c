/** What the server says of a refused record, as the element takes it. */
export interface Refusal {
  code: string;
  id: string;
  version?: string | null;
  now?: string;
}

/** What the demo uses of `<ipsm-consent-checkbox>`. All optional: where the script failed, it is an unknown element. */
export interface Checkbox extends HTMLElement {
  record?: object | null;
  status?: string;
  commit?(): unknown;
  forget?(): unknown;
  reask?(message: string, refusal?: Refusal): void;
}

/** What the events of the elements carry; `code` and `message` belong to `ipsm-consent-error`. */
export interface ConsentEvent extends Event {
  record?: {id?: string} | null;
  status?: string;
  previous?: string;
  cause?: string;
  code?: string;
  message?: string;
}
