import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { home } from '../../../store/deliberation/cost_plans/plans.js';
import { shown } from '../../reading.js';
import { homeReckoning } from './my-home.js';

/** @param {import('../../../lib/router.js').Place} place */
const key = ({ params }) => `${params.id}/${params.code}`;

/** @param {import('../../../lib/router.js').Place} place */
export const enter = (place) => void home.load(key(place));

/** Any home's share, step by step: every neighbour can check every yuan. @param {import('../../../lib/router.js').Place} place */
export const view = (place) => ({
  title: place.params.code ?? '',
  back: link('/deliberation/cost-schemes/:id', place.params),
  body: shown(home.reading.value, ({ home: one, scheme }) => html`<div class="stack"><p class="soft">${scheme.title} · ${t('cost_plans.home_how')}</p>${homeReckoning(one, scheme.scopes)}</div>`, () => home.load(key(place))),
});
