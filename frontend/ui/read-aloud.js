import { signal } from '../vendor/signals.js';
import { language, t } from '../lib/i18n.js';
import { button } from './button.js';

/** What is being read, if anything. @type {import('../vendor/signals.js').Signal<string | null>} */
const reading = signal(null);

/**
 * @param {string} id
 * @param {() => string} text plain words, taken when the button is pressed
 */
export function readAloud(id, text) {
  if (!('speechSynthesis' in globalThis)) return null;
  const on = reading.value === id;
  return button({
    label: on ? t('read.stop') : t('read.start'),
    icon: on ? 'square' : 'volume-2',
    pressed: on,
    onClick: () => (on ? stopReading() : read(id, text())),
  });
}

/** @param {string} id @param {string} text */
function read(id, text) {
  stopReading();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = language();
  words.rate = 0.9;
  words.onend = stopReading;
  reading.value = id;
  speechSynthesis.speak(words);
}

export function stopReading() {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
  reading.value = null;
}
