import { t } from '../lib/i18n.js';
import { match, resolve } from '../lib/router.js';
import { speakChapters } from '../lib/texts.js';
import { linkButton } from '../ui/button.js';
import { notice } from '../ui/notice.js';
import { empty } from '../ui/waiting.js';

/**
 * Screens with a table, texts and programs of their own, which a volunteer's phone never waits for.
 * @typedef {import('../lib/router.js').Place} Place
 * @typedef {import('../lib/texts.js').Chapter} Chapter
 * @typedef {import('../routes.js').View} View
 *
 * @typedef {object} Line
 * @property {string} path
 * @property {() => Promise<View>} load
 * @property {Chapter} [says] the texts it needs besides those of its table
 */

/**
 * The screen of an address, with the parts of the address by the names it has for them.
 * @param {object} table
 * @param {Line[]} table.screens the first whose path matches is shown
 * @param {Chapter} table.chapter
 * @param {string} table.home
 * @param {Place} place
 * @returns {Promise<View>}
 */
export async function screenOf({ screens, chapter, home }, place) {
  const found = resolve(screens, `#${place.path}`);
  if (!found) return { view: lost(home) };
  const { path, load, says } = found.route;
  const [screen, spoken] = await Promise.all([load().catch(() => null), speakChapters(['seldom', chapter, ...(says ? [says] : [])]).then(() => true, () => false)]);
  if (!screen || !spoken) return { view: unreached };
  const named = (/** @type {Place} */ here) => ({ ...here, params: match(path, here.path) ?? {} });
  return { view: (here) => screen.view(named(here)), enter: (here) => screen.enter?.(named(here)), leave: screen.leave };
}

/** @param {string} home */
const lost = (home) => () => ({
  title: t('lost.title'), back: home,
  body: empty({ icon: 'map-pin-off', title: t('lost.title'), action: linkButton({ label: t('nav.back'), href: home }) }),
});

/** The screen's program or its texts could not be fetched: nothing of the work is touched. */
const unreached = () => ({
  title: t('reading.failed'), back: '#/more',
  body: notice({ kind: 'warn', title: t('reading.failed'), body: t('not_reached.offline') }),
});
