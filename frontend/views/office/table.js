import { t } from '../../lib/i18n.js';
import { match, resolve } from '../../lib/router.js';
import { linkButton } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { empty } from '../../ui/waiting.js';

/**
 * Every screen of the office; the first part of the address that matches is shown.
 * @typedef {import('../../lib/router.js').Place} Place
 * @typedef {import('../../routes.js').View} View
 */

/** @type {{ path: string, load: () => Promise<View> }[]} */
const SCREENS = [
  { path: '/office', load: () => import('./hub.js') },
  { path: '/office/roster', load: () => import('../community/roster/imports.js') },
  { path: '/office/roster/:id', load: () => import('../community/roster/import.js') },
  { path: '/office/team', load: () => import('../identity/team/members.js') },
  { path: '/office/team/invite', load: () => import('../identity/team/invite.js') },
  { path: '/office/team/:account', load: () => import('../identity/team/member.js') },
  { path: '/office/canvasses', load: () => import('../care/canvass/canvasses.js') },
  { path: '/office/canvasses/new', load: () => import('../care/canvass/new-canvass.js') },
  { path: '/office/canvasses/:id', load: () => import('../care/canvass/canvass.js') },
  { path: '/office/canvasses/:id/people', load: () => import('../care/canvass/people.js') },
  { path: '/office/canvasses/:id/doors', load: () => import('../care/canvass/stuck.js') },
  { path: '/office/canvasses/:id/assign', load: () => import('../care/canvass/assign.js') },
  { path: '/office/grievances', load: () => import('../care/grievances.js') },
  { path: '/office/projects', load: () => import('../community/projects/projects.js') },
  { path: '/office/projects/new', load: () => import('../community/projects/new-project.js') },
  { path: '/office/projects/:id', load: () => import('../community/projects/project.js') },
  { path: '/office/handbook', load: () => import('../community/publishing/handbook-desk.js') },
  { path: '/office/handbook/new', load: () => import('../community/publishing/new-document.js') },
  { path: '/office/handbook/:id', load: () => import('../community/publishing/document-desk.js') },
  { path: '/office/notices', load: () => import('../community/publishing/notice-desk.js') },
  { path: '/office/register', load: () => import('../care/register/register.js') },
  { path: '/office/suggestions/:id', load: () => import('../care/register/suggestion.js') },
  { path: '/office/statistics', load: () => import('../care/register/statistics.js') },
  { path: '/office/tasks', load: () => import('../care/register/tasks.js') },
  { path: '/office/lifts', load: () => import('../care/register/lifts.js') },
  { path: '/office/lifts/new', load: () => import('../care/register/new-stoppage.js') },
  { path: '/office/sheets', load: () => import('../care/sheet/sheets.js') },
  { path: '/office/sheets/:canvass/:building', load: () => import('../care/sheet/sheet.js') },
];

/**
 * The screen of an address, with the parts of the address by the names it has for them.
 * @param {Place} place
 * @returns {Promise<View>}
 */
export async function screenAt(place) {
  const found = resolve(SCREENS, `#${place.path}`);
  if (!found) return { view: lost };
  const { path, load } = found.route;
  const screen = await load().catch(() => null);
  if (!screen) return { view: unreached };
  const named = (/** @type {Place} */ here) => ({ ...here, params: match(path, here.path) ?? {} });
  return { view: (here) => screen.view(named(here)), enter: (here) => screen.enter?.(named(here)), leave: screen.leave };
}

const lost = () => ({
  title: t('lost.title'), back: '#/office',
  body: empty({ icon: 'map-pin-off', title: t('lost.title'), action: linkButton({ label: t('office.title'), href: '#/office' }) }),
});

/** The screen's program could not be fetched: nothing of the work is touched. */
const unreached = () => ({
  title: t('office.title'), back: '#/more',
  body: notice({ kind: 'warn', title: t('reading.failed'), body: t('not_reached.offline') }),
});
