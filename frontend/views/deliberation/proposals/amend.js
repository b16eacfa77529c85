import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { goInstead, say } from '../../../store/navigation.js';
import { offerAmendment, proposal } from '../../../store/deliberation/proposals/proposals.js';
import { choose } from '../../../ui/choices.js';
import { textArea } from '../../../ui/field.js';
import { askedForm } from '../../office/asked-form.js';
import { createForm } from '../../office/form.js';
import { shown } from '../../reading.js';

/**
 * Other words for a passage: choose the paragraph, write it anew, say why.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../types/model.js').Proposal} Proposal
 */

const form = createForm(() => ({ quote: '', replacement: '', reason: '' }));

/** @param {Place} place */
export const enter = ({ params }) => void proposal.load(params.id);

/** Paragraphs that stand in the text once. @param {string} body */
const passages = (body) => [...new Set(body.split(/\n+/).map((line) => line.trim()).filter(Boolean))].filter((line) => body.split(line).length === 2);

/** @param {Place} place */
export const view = (place) => ({
  title: t('proposals.amend'), back: link('/deliberation/proposals/:id/amendments', place.params),
  body: shown(proposal.reading.value, (one) => askedForm({ form, place, doneLabel: t('proposals.amend_do'), onDone: () => send(one), questions: [
    { id: 'quote', errors: () => need('quote', t('proposals.error.passage')), body: () => choose({ id: 'quote', legend: t('proposals.which_passage'), value: form.state.value.values.quote || null, error: form.state.value.errors.quote,
      options: passages(one.body).map((line) => ({ value: line, label: line })), onChange: (quote) => form.answer({ quote, replacement: quote }) }) },
    { id: 'replacement', errors: changed, body: () => html`<div class="stack">${textArea({ ...form.field('replacement'), label: t('proposals.new_words'), hint: t('proposals.new_words_hint'), rows: 5, maxlength: 2000 })}</div>` },
    { id: 'reason', errors: () => need('reason', t('office.error.reason')), body: () => textArea({ ...form.field('reason'), label: t('proposals.why'), rows: 3, maxlength: 2000 }) },
  ] }), () => proposal.load(place.params.id)),
});

/** @param {'quote' | 'reason'} name @param {string} words @returns {Record<string, string>} */
const need = (name, words) => (form.state.peek().values[name].trim() ? {} : { [name]: words });

/** @returns {Record<string, string>} */
function changed() {
  const { quote, replacement } = form.state.peek().values;
  return quote === replacement ? { replacement: t('proposals.error.unchanged') } : {};
}

/** @param {Proposal} one */
async function send(one) {
  const made = await form.submit(({ quote, replacement, reason }, id) =>
    offerAmendment(one.id, { id, version_number: one.newest, quote, replacement, reason: reason.trim() }));
  if (!made) return;
  say(t('proposals.amended'));
  goInstead(link('/deliberation/proposals/:id/amendments', { id: one.id }));
}
