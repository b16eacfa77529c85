import { signal } from '../vendor/signals.js';
import { t } from '../lib/i18n.js';
import { html } from '../lib/html.js';
import { startVoice } from '../lib/voice.js';
import { arrive } from './arriving.js';
import { button } from './button.js';

/** The recording going on, or why there is none. @type {import('../vendor/signals.js').Signal<{ stop: (() => void) | null, refused: boolean }>} */
const recording = signal({ stop: null, refused: false });

/**
 * A word spoken instead of written.
 * @param {{ notes: { sha256: string, url: string }[], onAdd: (note: Blob) => unknown, onRemove: (sha256: string) => unknown }} props
 */
export const voiceField = ({ notes, onAdd, onRemove }) => html`<div class="field">
  <span class="label">${t('voice.label')}</span>
  ${recording.value.refused ? html`<span class="wrong" role="alert">${t('voice.refused')}</span>` : null}
  ${notes.map(({ sha256, url }) => html`<div class="row" key=${sha256}><audio controls src=${url}></audio>
    ${button({ label: t('photo.remove'), kind: 'quiet', onClick: () => onRemove(sha256) })}</div>`)}
  ${recording.value.stop
    ? button({ label: t('voice.stop'), icon: 'square', kind: 'danger', onClick: recording.value.stop })
    : button({ label: t('voice.start'), icon: 'mic', onClick: () => record(onAdd) })}
</div>`;

/** @param {(note: Blob) => unknown} onAdd */
async function record(onAdd) {
  try {
    const { stop, done } = await startVoice();
    recording.value = { stop, refused: false };
    arrive(onAdd(await done));
    recording.value = { stop: null, refused: false };
  } catch {
    recording.value = { stop: null, refused: true };
  }
}

/** The screen is left: what was spoken so far is kept. */
export const stopVoice = () => recording.peek().stop?.();
