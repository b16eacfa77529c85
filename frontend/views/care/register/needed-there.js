import { t } from '../../../lib/i18n.js';
import { link } from '../../../lib/router.js';
import { needs } from '../../../store/care/register/register.js';
import { linkButton } from '../../../ui/button.js';
import { empty } from '../../../ui/waiting.js';
import { shown } from '../../reading.js';

/**
 * A screen about one active need of the register.
 * @param {import('../../../lib/router.js').Place} place
 * @param {string} title
 * @param {(one: import('../../../store/care/register/register.js').Need) => unknown} drawn
 */
export function neededThere({ params }, title, drawn) {
  const id = params.id ?? '';
  return {
    title, back: link('/office/register', {}, { show: 'active', id }),
    body: shown(needs.reading.value, (all) => {
      const one = all.find((each) => each.id === id);
      return one ? drawn(one) : empty({ icon: 'circle-check', title: t('office.register.gone'), action: linkButton({ label: t('office.place.register'), href: '#/office/register' }) });
    }, () => needs.load('active')),
  };
}
