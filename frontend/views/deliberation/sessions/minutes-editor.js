import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { minutesDraft, minutesState, sendMinutes, settleMinutes, writeMinutes } from '../../../store/deliberation/sessions/minutes.js';
import { minutesToRead } from '../../../store/deliberation/sessions/sessions.js';
import { button } from '../../../ui/button.js';
import { textArea } from '../../../ui/field.js';
import { notice } from '../../../ui/notice.js';
import { skeleton } from '../../../ui/waiting.js';
import { failureWords } from '../../failure.js';
import { minutesPhotos, photosDesk } from './minutes-photos.js';

/**
 * Minutes written during the session: kept at every stroke, sent when it can be; where somebody else wrote
 * meanwhile, both texts are there.
 * @param {import('../../../types/model.js').SessionDetail} one
 */
export function minutesEditor(one) {
  const draft = minutesDraft.value;
  if (!draft) return skeleton(1);
  const { theirs, problem } = minutesState.value;
  const standing = draft.form.dirty && minutesState.value.standing === 'saved' ? 'on_phone' : minutesState.value.standing;
  const open = ['in_session', 'in_recess', 'closed'].includes(one.state);
  if (!open) return html`<section class="section stack"><h2>${t('sessions.minutes')}</h2>${draft.form.text ? html`<p class="minutes-text">${draft.form.text}</p>` : html`<p class="soft">${t(one.state === 'noticed' || one.state === 'planned' ? 'sessions.minutes_later' : 'sessions.minutes_none')}</p>`}</section>
    ${minutesPhotos(minutesToRead.reading.value.value?.photos ?? [])}`;
  return html`<section class="section stack"><h2>${t('sessions.minutes')}</h2>
    ${textArea({ id: 'minutes', label: t('sessions.minutes_write'), value: draft.form.text, rows: 12, maxlength: 50000, onInput: writeMinutes })}
    <p class="soft" role="status">${t(`sessions.minutes.${standing}`)}</p>
    ${standing === 'refused' ? notice({ kind: 'bad', title: t('sessions.minutes.refused'), body: failureWords(problem), action: button({ label: t('reading.again'), onClick: sendMinutes }) }) : null}
    ${theirs ? conflict(draft.form.text, theirs) : null}
    ${photosDesk(one)}</section>`;
}

/** Both texts, and what can become of them. @param {string} mine @param {{ text: string, saved_by_name: string | null }} theirs */
const conflict = (mine, theirs) => html`<div class="stack" role="alert">
  ${notice({ kind: 'warn', title: t('sessions.minutes_both'), body: t('sessions.minutes_both_more', { name: theirs.saved_by_name ?? '' }) })}
  <h3>${t('sessions.minutes_theirs', { name: theirs.saved_by_name ?? '' })}</h3><p class="minutes-text quote">${theirs.text}</p>
  ${button({ label: t('sessions.minutes_join'), kind: 'primary', onClick: () => settleMinutes(`${theirs.text}\n\n${mine}`) })}
  ${button({ label: t('sessions.minutes_keep_mine'), wide: true, onClick: () => settleMinutes(mine) })}
  ${button({ label: t('sessions.minutes_keep_theirs'), wide: true, onClick: () => settleMinutes(theirs.text) })}
</div>`;
