import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Release} from '../../core/manifest.js';
import {noticeFor} from '../../core/notice.js';
import {announcedRelease, releasesSince} from '../../core/release.js';
import {calendarDate, dateInSentence} from '../../l10n/format-date.js';
import {renderedLang} from '../../l10n/rendered-lang.js';
import type {PolicyContext} from '../page/policy-context.js';

/** What the operator says has changed, in words of the releases; never "minor changes" of ours. */
function changeList(releases: Release[]) {
  const lines = releases.flatMap((release) => {
    const {lang, notice} = noticeFor(release, renderedLang());
    return (notice.changes ?? []).map((line) => html`<li lang=${lang}>${line}</li>`);
  });
  return lines.length
    ? html`<ul class="lines">
        ${lines}
      </ul>`
    : html`<p>
        ${msg('Не өзгергенін оператор көрсетпеген.', {desc: 'The operator has not said what changed in a version'})}
      </p>`;
}

/** Why the person is asked again: a newer version, or a term that has ended. */
function reason({manifest, decided: {granted}, standing, now, status}: PolicyContext) {
  // Given on this device, or on another one.
  const at = granted?.event.time ?? standing?.at;
  const version = granted?.policy.version ?? standing?.version;
  if (!manifest || !at || !version || (status !== 'outdated' && status !== 'expired')) return nothing;
  const date = dateInSentence(new Date(at));
  return status === 'expired'
    ? html`<p>
        ${msg(str`${date} күні берген келісіміңіздің мерзімі аяқталды.`, {desc: 'The term of the consent given on a date is over'})}
      </p>`
    : html`<p>
          ${msg(str`${date} күні келісім бергеніңізден бері саясатта не өзгерді:`, {
            desc: 'Heads the list of what changed since consent was given on a date',
          })}
        </p>
        ${changeList(releasesSince(manifest, version, now))}`;
}

/** A version that is published and not in force yet. */
function announcement({manifest, now}: PolicyContext) {
  const next = manifest && announcedRelease(manifest, now);
  if (!next?.effectiveFrom) return nothing;
  const date = dateInSentence(calendarDate(next.effectiveFrom));
  return html`<p>
      ${msg(str`${date} күні саясаттың жаңа нұсқасы күшіне енеді. Өзгерістер:`, {
        desc: 'Announces a new version with the date it comes into force; the list of changes follows',
      })}
    </p>
    ${changeList([next])}`;
}

/** What changed since the version this person accepted, and what is announced; nothing where there is neither. */
export function changes(context: PolicyContext) {
  const parts = [reason(context), announcement(context)];
  return parts.every((part) => part === nothing)
    ? nothing
    : html`<div part="changes" class="changes">${parts}</div>`;
}
