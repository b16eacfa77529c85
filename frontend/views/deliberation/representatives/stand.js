import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { accountId } from '../../../store/identity/session.js';
import { goInstead, say } from '../../../store/navigation.js';
import { answerNomination, election, nominate } from '../../../store/deliberation/representatives/elections.js';
import { tickBox } from '../../../ui/choices.js';
import { textArea } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';

/**
 * Standing for election: one's own words, and one's own consent.
 * @typedef {import('../../../lib/router.js').Place} Place
 */

const form = createForm(() => ({ statement: '', agrees: false }));

/** @param {Place} place */
export const enter = ({ params }) => void election.load(params.id);

/** @param {Place} place */
export const view = (place) => ({
  title: t('representatives.stand'), back: link('/deliberation/elections/:id', place.params),
  body: shown(election.reading.value, (one) => askedForm({ form, place, doneLabel: t('representatives.stand_do'), onDone: () => send(one), questions: [
    { id: 'statement', body: () => textArea({ ...form.field('statement'), label: t('representatives.statement'), hint: t('representatives.statement_hint'), rows: 5, maxlength: 2000 }) },
    { id: 'agrees', errors: agreed, body: () => html`<div class="stack"><p>${t('representatives.duties')}</p>
      ${tickBox({ id: 'agrees', label: t('representatives.i_consent'), checked: form.state.value.values.agrees, onChange: (agrees) => form.answer({ agrees }) })}</div>` },
  ] }), () => election.load(place.params.id)),
});

/** @returns {Record<string, string>} */
const agreed = () => (form.state.peek().values.agrees ? {} : { agrees: t('representatives.error.consent') });

/** @param {import('../../../types/model.js').Election} one */
async function send(one) {
  const mine = one.candidates.find(({ is_me }) => is_me);
  const done = await form.submit(async ({ statement }, id) => {
    const words = statement.trim() || null;
    if (mine) await answerNomination(one.id, mine.id, { consents: true, statement: words }, id);
    else await nominate(one.id, { id, account_id: accountId.peek() ?? '', statement: words });
    return true;
  });
  if (!done) return;
  say(t('representatives.you.standing'));
  goInstead(link('/deliberation/elections/:id', { id: one.id }));
}
