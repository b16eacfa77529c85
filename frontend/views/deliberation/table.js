import { wear } from '../../lib/styles.js';
import { screenOf } from '../chapter.js';

/** Every screen of deliberation; the first part of the address that matches is shown. @type {import('../chapter.js').Line[]} */
const SCREENS = [
  { path: '/deliberation', load: () => import('./hub.js') },
  { path: '/deliberation/sessions', load: () => import('./sessions/list.js'), says: 'sessions' },
  { path: '/deliberation/sessions/new', load: () => import('./sessions/new.js'), says: 'sessions' },
  { path: '/deliberation/sessions/:id', load: () => import('./sessions/session.js'), says: 'sessions' },
  { path: '/deliberation/sessions/:id/desk', load: () => import('./sessions/desk.js'), says: 'sessions' },
  { path: '/deliberation/sessions/:id/projector', load: () => import('./sessions/projector.js'), says: 'sessions' },
  { path: '/deliberation/sessions/:id/minutes', load: () => import('./sessions/minutes.js'), says: 'sessions' },
  { path: '/deliberation/action-items', load: () => import('./sessions/actions.js'), says: 'sessions' },
  { path: '/deliberation/action-items/:id', load: () => import('./sessions/action.js'), says: 'sessions' },
  { path: '/deliberation/representatives', load: () => import('./representatives/mine.js'), says: 'representatives' },
  { path: '/deliberation/representatives/all', load: () => import('./representatives/all.js'), says: 'representatives' },
  { path: '/deliberation/representatives/appoint', load: () => import('./representatives/appoint.js'), says: 'representatives' },
  { path: '/deliberation/representatives/:id/recall', load: () => import('./representatives/recall.js'), says: 'representatives' },
  { path: '/deliberation/proposals', load: () => import('./proposals/list.js'), says: 'proposals' },
  { path: '/deliberation/proposals/new', load: () => import('./proposals/new.js'), says: 'proposals' },
  { path: '/deliberation/proposals/:id', load: () => import('./proposals/proposal.js'), says: 'proposals' },
  { path: '/deliberation/proposals/:id/comment', load: () => import('./proposals/comment.js'), says: 'proposals' },
  { path: '/deliberation/proposals/:id/comments', load: () => import('./proposals/comments.js'), says: 'proposals' },
  { path: '/deliberation/proposals/:id/opinions', load: () => import('./proposals/opinions.js'), says: 'proposals' },
  { path: '/deliberation/proposals/:id/versions', load: () => import('./proposals/versions.js'), says: 'proposals' },
  { path: '/deliberation/proposals/:id/edit', load: () => import('./proposals/edit.js'), says: 'proposals' },
  { path: '/deliberation/proposals/:id/amendments', load: () => import('./proposals/amendments.js'), says: 'proposals' },
  { path: '/deliberation/proposals/:id/amend', load: () => import('./proposals/amend.js'), says: 'proposals' },
  { path: '/deliberation/elections', load: () => import('./representatives/elections.js'), says: 'representatives' },
  { path: '/deliberation/elections/new', load: () => import('./representatives/new-election.js'), says: 'representatives' },
  { path: '/deliberation/elections/:id', load: () => import('./representatives/election.js'), says: 'representatives' },
  { path: '/deliberation/elections/:id/stand', load: () => import('./representatives/stand.js'), says: 'representatives' },
  { path: '/deliberation/elections/:id/nominate', load: () => import('./representatives/nominate.js'), says: 'representatives' },
  { path: '/deliberation/elections/:id/vote', load: () => import('./representatives/vote.js'), says: 'representatives' },
  { path: '/deliberation/feedback', load: () => import('./feedback/list.js'), says: 'feedback' },
  { path: '/deliberation/feedback/new', load: () => import('./feedback/new.js'), says: 'feedback' },
  { path: '/deliberation/feedback/:id', load: () => import('./feedback/report.js'), says: 'feedback' },
  { path: '/deliberation/comparison-lists', load: () => import('./comparison_lists/lists.js'), says: 'comparison_lists' },
  { path: '/deliberation/comparison-lists/new', load: () => import('./comparison_lists/list-form.js'), says: 'comparison_lists' },
  { path: '/deliberation/comparison-lists/:id', load: () => import('./comparison_lists/list.js'), says: 'comparison_lists' },
  { path: '/deliberation/comparison-lists/:id/edit', load: () => import('./comparison_lists/list-form.js'), says: 'comparison_lists' },
  { path: '/deliberation/comparison-lists/:id/visits', load: () => import('./comparison_lists/visit-form.js'), says: 'comparison_lists' },
  { path: '/deliberation/comparison-lists/:id/visits/:report', load: () => import('./comparison_lists/sign-form.js'), says: 'comparison_lists' },
  { path: '/deliberation/cost-plans', load: () => import('./cost_plans/plans.js'), says: 'cost_plans' },
  { path: '/deliberation/cost-plans/new', load: () => import('./cost_plans/new-plan.js'), says: 'cost_plans' },
  { path: '/deliberation/cost-plans/:id', load: () => import('./cost_plans/plan.js'), says: 'cost_plans' },
  { path: '/deliberation/cost-plans/:id/scopes', load: () => import('./cost_plans/scopes.js'), says: 'cost_plans' },
  { path: '/deliberation/cost-plans/:id/scopes/:number', load: () => import('./cost_plans/scope-form.js'), says: 'cost_plans' },
  { path: '/deliberation/cost-plans/:id/schemes', load: () => import('./cost_plans/scheme-form.js'), says: 'cost_plans' },
  { path: '/deliberation/cost-schemes/:id', load: () => import('./cost_plans/scheme.js'), says: 'cost_plans' },
  { path: '/deliberation/cost-schemes/:id/edit', load: () => import('./cost_plans/scheme-form.js'), says: 'cost_plans' },
  { path: '/deliberation/cost-schemes/:id/homes/:code', load: () => import('./cost_plans/home.js'), says: 'cost_plans' },
];

/** @param {import('../../lib/router.js').Place} place */
export async function screenAt(place) {
  const [screen] = await Promise.all([screenOf({ screens: SCREENS, chapter: 'deliberation', home: '#/deliberation' }, place), wear('styles/deliberation/index.css')]);
  return screen;
}
