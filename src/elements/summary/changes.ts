import {msg, str} from '@lit/localize';
import {html, nothing} from 'lit';
import type {Release} from '../../core/manifest.js';
import {noticeFor} from '../../core/notice.js';
import {releasesSince, upcomingRelease} from '../../core/release.js';
import {formatCalendarDate, formatDate} from '../../l10n/format-date.js';
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
        ${msg('Оператор не өзгергенін көрсетпеген.', {desc: 'The operator has not said what changed in a version'})}
      </p>`;
}

/** Why the person is asked again: a newer version, or a term that has ended. */
function reason({manifest, standing: {giving}, status}: PolicyContext) {
  if (!manifest || !giving || (status !== 'outdated' && status !== 'expired')) return nothing;
  const date = formatDate(new Date(giving.event.time), renderedLang());
  return status === 'expired'
    ? html`<p>
        ${msg(str`Сіз ${date} берген келісімнің мерзімі аяқталды.`, {desc: 'The term of the consent given on a date is over'})}
      </p>`
    : html`<p>
          ${msg(str`Сіз келіскен нұсқадан (${date}) бері саясатта өзгергені:`, {
            desc: 'Heads the list of what changed since the version that was agreed to on a date',
          })}
        </p>
        ${changeList(releasesSince(manifest, giving.policy.version, new Date()))}`;
}

/** A version that is published and not in force yet. */
function announcement({manifest}: PolicyContext) {
  const next = manifest && upcomingRelease(manifest, new Date());
  return next?.effectiveFrom
    ? html`<p>
          ${msg(
            str`Саясаттың жаңа нұсқасы күшіне енетін күн: ${formatCalendarDate(next.effectiveFrom, renderedLang())}. Өзгерістер:`,
            {
              desc: 'Announces a new version with the date it comes into force; the list of changes follows',
            },
          )}
        </p>
        ${changeList([next])}`
    : nothing;
}

/** What changed since the version this person accepted, and what is announced; nothing where there is neither. */
export function changes(context: PolicyContext) {
  const parts = [reason(context), announcement(context)];
  return parts.every((part) => part === nothing)
    ? nothing
    : html`<div part="changes" class="changes">${parts}</div>`;
}
