/** What a checkbox made with `NativeCheckbox` has of `<input type="checkbox">`. */
export interface NativeCheckboxMembers extends Pick<
  HTMLInputElement,
  | 'checked'
  | 'defaultChecked'
  | 'defaultValue'
  | 'disabled'
  | 'name'
  | 'required'
  | 'value'
  | 'checkValidity'
  | 'reportValidity'
  | 'setCustomValidity'
> {
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
