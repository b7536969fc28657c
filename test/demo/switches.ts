import {expect} from 'chai';
import type {Manifest, Notice, Release} from '../../src/core/manifest.js';
import {clickOn} from '../helpers/commands.js';
import {readable} from '../helpers/readable.js';
import {part, textOf, type DemoPage} from './demo-page.js';
import {until} from './until.js';

/** A token of the test's own. */
export const newToken = () => `test-${crypto.randomUUID()}`;

/** Moves one of a tester's switches, as the panel does. */
export async function move(token: string, setting: string, value: string): Promise<void> {
  const body = new URLSearchParams({token, setting, value});
  const response = await fetch('/demo-site/qa', {method: 'POST', body});
  if (!response.ok) throw new Error(`${setting} cannot be ${value}: ${response.status}`);
}

async function json<T>(path: string): Promise<T> {
  const response = await fetch(`/demo-site/policy/${path}`);
  return (await response.json()) as T;
}

/** The second release, as it lies beside the policy. */
export const secondRelease = () => json<Release>('releases/2026-12-01.json');

/** What the server gives out under a token. */
export const manifestBy = (token: string) =>
  json<Manifest>(token ? `${token}/manifest.json` : 'manifest.json');

/** Comes back to the tab after five minutes, by the panel's button. */
export const lookAgain = (page: DemoPage) => clickOn(page.byId('look-again'));

/** Waits until the page has the version, and a person can have read it: a press before that is no answer. */
export async function hasVersion(page: DemoPage, version: string): Promise<void> {
  await until(`version ${version}`, () => page.checkbox.release?.version === version);
  await page.checkbox.updateComplete;
  await page.banner.updateComplete;
  await readable(page.checkbox, 1100);
}

/** The points of both layers that an element shows, without their clauses. */
export const pointsOf = (element: Element): string[] =>
  [...element.shadowRoot!.querySelectorAll('[part=value]')].map((value) =>
    [...value.childNodes]
      .filter((node) => node instanceof value.ownerDocument.defaultView!.Text)
      .map(textOf)
      .join('')
      .trim(),
  );

/** The points of both layers of a notice. */
export const textsOf = ({points, details}: Notice): string[] =>
  [...points, ...details].map(({text}) => text.replaceAll('\n', ' '));

/** What an element says has changed, line by line; none where it says nothing. */
export const changesOf = (element: Element): string[] =>
  [...(part(element, 'changes')?.querySelectorAll('p, li') ?? [])].map(textOf);

/** Codes of the errors in the panel's list of events, newest first. */
export const loggedErrors = (page: DemoPage): string[] =>
  [...page.document.querySelectorAll('#events [data-event=ipsm-consent-error]')].map(
    (line) => /code: ([\w-]+)/.exec(textOf(line))?.[1] ?? '',
  );

/** What the page says beside its button. */
export const messageOf = (page: DemoPage): string => textOf(page.byId('send-message'));

/** Waits for the answer that the page shows, and returns the record in it. */
export async function acceptedVersion(page: DemoPage): Promise<string> {
  const block = await until('the answer', () => page.byId('answer').querySelector('pre'));
  return (JSON.parse(block.textContent) as {policy: {version: string}}).policy.version;
}

/** Ticks and sends, and the server takes the consent to this version. */
export async function registers(page: DemoPage, version: string): Promise<void> {
  await page.tick();
  await page.send();
  expect(await acceptedVersion(page)).to.equal(version);
}

/** Codes of the errors that the panel lists, each once, as soon as there is one. */
export async function errorsHeard(page: DemoPage): Promise<string[]> {
  await until('the error', () => loggedErrors(page).length);
  return [...new Set(loggedErrors(page))];
}
