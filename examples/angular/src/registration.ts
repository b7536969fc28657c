import {Component, CUSTOM_ELEMENTS_SCHEMA, type ElementRef, signal, viewChild} from '@angular/core';
import {FormControl, FormGroup, ReactiveFormsModule, Validators} from '@angular/forms';
import type {ConsentCheckboxElement, ConsentRecord, IpsmConsentChangeEvent} from 'ipsm-consent';
import {ConsentControl} from './consent-control';
import {register, type Answer} from './register';

const text = () => new FormControl('', {nonNullable: true, validators: Validators.required});

@Component({
  selector: 'app-registration',
  imports: [ReactiveFormsModule, ConsentControl],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <form #element [formGroup]="form" (ngSubmit)="send()">
      <p>
        <label>Surname <input name="surname" formControlName="surname" /></label>
      </p>
      <p>
        <label>Given name <input name="given" formControlName="given" /></label>
      </p>
      @if (isShown()) {
        <ipsm-consent-checkbox
          #box
          name="consent"
          subject-fields="surname given"
          formControlName="consent"
          (ipsm-consent-change)="note($event)"
        />
      }
      <p><button type="submit">Register</button> <button type="reset">Start again</button></p>
    </form>
    <p>
      Agreed: <span id="agreed">{{ form.controls.consent.value?.id ?? '–' }}</span>
    </p>
    <p>
      Heard: <span id="heard">{{ heard().join(' ') }}</span>
    </p>
    <p id="answer" role="status">{{ inWords() }}</p>
    <p>
      @for (lang of ['kk', 'ru']; track lang) {
        <button type="button" [attr.data-lang]="lang" (click)="speak(lang)">{{ lang }}</button>
      }
      <button type="button" id="toggle" (click)="isShown.set(!isShown())">Without the box, or with it</button>
      <a id="away" href="about.html">About</a>
    </p>
  `,
})
export class Registration {
  readonly element = viewChild.required<ElementRef<HTMLFormElement>>('element');
  readonly box = viewChild<ElementRef<ConsentCheckboxElement>>('box');
  readonly form = new FormGroup({
    surname: text(),
    given: text(),
    consent: new FormControl<ConsentRecord | null>(null),
  });
  readonly heard = signal<string[]>([]);
  readonly answer = signal<Answer | null>(null);
  readonly isShown = signal(true);

  async send(): Promise<void> {
    const box = this.box()?.nativeElement;
    // the box says itself what is missing, and takes the focus
    if (this.form.invalid) return void box?.reportValidity();
    const sent = new FormData(this.element().nativeElement);
    const answer = await register(sent);
    this.answer.set(answer);
    if (answer.ok) box?.commit(sent);
    else box?.reask('', answer.refusal);
  }

  note({cause}: IpsmConsentChangeEvent): void {
    this.heard.update((before) => [...before, cause]);
  }
  inWords(): string {
    const answer = this.answer();
    if (!answer) return '';
    return answer.ok ? `Registered: ${answer.id}` : 'Not registered';
  }
  speak(lang: string): void {
    document.documentElement.lang = lang;
  }
}
