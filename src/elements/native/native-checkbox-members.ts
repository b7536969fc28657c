/** What a checkbox made with `NativeCheckbox` has of `<input type="checkbox">`. */
export interface NativeCheckboxMembers {
  /** Whether it is ticked. */
  checked: boolean;
  /** The attribute `checked`. */
  defaultChecked: boolean;
  /** The attribute `value`; the empty string without it. */
  defaultValue: string;
  /** Whether it can be ticked or unticked by nobody, and its form gets nothing of it. */
  disabled: boolean;
  /** Name of the form entry; without one nothing is submitted. */
  name: string;
  /** Whether the form cannot be sent without the tick. */
  required: boolean;
  /** Value of the form entry; default `on`. */
  value: string;
  /** Whether nothing is missing; else `invalid` is fired, and the person sees nothing of it. */
  checkValidity(): boolean;
  /** The same, and the person is shown what is missing. */
  reportValidity(): boolean;
  /** Holds the form back with a message of the page's own, until that is set to the empty string. */
  setCustomValidity(message: string): void;
  /** Set, it takes the id of a form. */
  get form(): HTMLFormElement | null;
  set form(id: string | null);
  readonly labels: NodeList;
  type: string;
  readonly validationMessage: string;
  readonly validity: ValidityState;
  readonly willValidate: boolean;
  /** For the browser, which calls it on the way back to the page. */
  formStateRestoreCallback(state: string): void;
}
