import { screenOf } from '../chapter.js';

/** Every screen of the office; the first part of the address that matches is shown. @type {import('../chapter.js').Line[]} */
const SCREENS = [
  { path: '/office', load: () => import('./hub.js') },
  { path: '/office/roster', load: () => import('../community/roster/imports.js') },
  { path: '/office/roster/:id', load: () => import('../community/roster/import.js') },
  { path: '/office/team', load: () => import('../identity/team/members.js') },
  { path: '/office/team/invite', load: () => import('../identity/team/invite.js') },
  { path: '/office/team/:account', load: () => import('../identity/team/member.js') },
  { path: '/office/homes/:id', load: () => import('../community/homes/home.js') },
  { path: '/office/homes/:id/add', load: () => import('../community/homes/add-member.js') },
  { path: '/office/homes/:id/invite', load: () => import('../community/homes/invite-home.js') },
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

/** @param {import('../../lib/router.js').Place} place */
export const screenAt = (place) => screenOf({ screens: SCREENS, chapter: 'office', home: '#/office' }, place);
