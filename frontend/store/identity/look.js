import { effect, signal } from '../../vendor/signals.js';

/**
 * How the app looks and speaks on this phone. Kept outside the database as well, because it is needed
 * before the first stroke is drawn. 长辈版 is the default until its owner changes it.
 * @typedef {object} Look
 * @property {import('../../types/model.js').Language} language
 * @property {boolean} elder_mode
 * @property {'1' | '2' | '3'} text
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {Partial<{ language: Look['language'], elder_mode: boolean }> | null} unsent chosen here, not yet known to the account
 */

/** @type {Look} */
const FIRST = { language: 'zh-CN', elder_mode: true, text: '1', theme: 'auto', unsent: null };
const NAME = 'linli.look';

/** @type {import('../../vendor/signals.js').Signal<Look>} */
export const look = signal(FIRST);

/** @param {Partial<Look>} change */
export function changeLook(change) {
  look.value = { ...look.value, ...change };
}

/** @param {import('../../types/model.js').Me} me */
export function adoptPreferences({ preferences }) {
  // What was chosen without a network is newer than what the server remembers.
  if (!look.peek().unsent) changeLook({ language: preferences.language, elder_mode: preferences.elder_mode });
}

/**
 * Follows the look with the page's own attributes, which the style sheets read.
 * @param {Window} view
 */
export function wearLook(view) {
  const dark = view.matchMedia('(prefers-color-scheme: dark)');
  const darkNow = signal(dark.matches);
  dark.addEventListener('change', () => { darkNow.value = dark.matches; });
  changeLook(remembered(view));
  effect(() => {
    const { language, elder_mode, text, theme } = look.value;
    const root = view.document.documentElement;
    root.lang = language;
    root.dataset.mode = elder_mode ? 'elder' : 'standard';
    root.dataset.text = text;
    root.dataset.theme = theme === 'auto' ? (darkNow.value ? 'dark' : 'light') : theme;
    remember(view, look.value);
  });
}

/** @param {Window} view @returns {Partial<Look>} */
function remembered(view) {
  try {
    return JSON.parse(view.localStorage.getItem(NAME) ?? '{}');
  } catch {
    return {};
  }
}

/** @param {Window} view @param {Look} value */
function remember(view, value) {
  try {
    view.localStorage.setItem(NAME, JSON.stringify(value));
  } catch {
    // Storage may be full or forbidden; the look is then the default at the next start.
  }
}
