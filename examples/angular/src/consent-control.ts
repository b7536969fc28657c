import {Directive, ElementRef, inject, type OnDestroy} from '@angular/core';
import {
  NG_VALIDATORS,
  NG_VALUE_ACCESSOR,
  type AbstractControl,
  type ControlValueAccessor,
  type ValidationErrors,
  type Validator,
} from '@angular/forms';
import type {ConsentCheckboxElement, ConsentRecord} from 'ipsm-consent';
import 'ipsm-consent/define/ipsm-consent-checkbox.js';

/**
 * Makes the box a control of Angular's forms. Its value is the record of the tick, or `null`; setting it to `null` unticks the
 * box, and nothing but the person ticks it.
 */
@Directive({
  selector:
    'ipsm-consent-checkbox[formControlName], ipsm-consent-checkbox[formControl], ipsm-consent-checkbox[ngModel]',
  host: {'(ipsm-consent-change)': 'hear()', '(focusout)': 'leave()'},
  providers: [
    {provide: NG_VALUE_ACCESSOR, useExisting: ConsentControl, multi: true},
    {provide: NG_VALIDATORS, useExisting: ConsentControl, multi: true},
  ],
})
export class ConsentControl implements ControlValueAccessor, Validator, OnDestroy {
  readonly #box = inject<ElementRef<ConsentCheckboxElement>>(ElementRef).nativeElement;
  #control: AbstractControl | undefined;
  #tell: (record: ConsentRecord | null) => void = () => {};
  protected leave: () => void = () => {};

  protected hear(): void {
    this.#tell(this.#box.record);
  }
  writeValue(record: ConsentRecord | null): void {
    if (!record) this.#box.checked = false;
  }
  registerOnChange(tell: (record: ConsentRecord | null) => void): void {
    this.#tell = tell;
  }
  registerOnTouched(leave: () => void): void {
    this.leave = leave;
  }
  setDisabledState(isDisabled: boolean): void {
    this.#box.disabled = isDisabled;
  }
  validate(control: AbstractControl): ValidationErrors | null {
    this.#control = control;
    return this.#box.validity.valid ? null : {consent: this.#box.validationMessage};
  }
  /** A box that is taken away takes its record along. */
  ngOnDestroy(): void {
    this.#control?.setValue(null);
  }
}
