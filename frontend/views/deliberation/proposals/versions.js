import { language, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { difference } from '../../../lib/word-diff.js';
import { versions } from '../../../store/deliberation/proposals/proposals.js';
import { selectField } from '../../../ui/field.js';
import { go } from '../../../store/navigation.js';
import { whenWords } from '../../dates.js';
import { shown } from '../../reading.js';

/**
 * Two wordings side by side in one text: what is gone is struck through, what is new is underlined.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../types/model.js').ProposalVersion} Version
 */

const PATH = '/deliberation/proposals/:id/versions';

/** @param {Place} place */
export const enter = ({ params }) => void versions.load(params.id);

/** @param {Place} place */
export const view = ({ params, query }) => ({
  title: t('proposals.what_changed'), back: link('/deliberation/proposals/:id', params),
  body: shown(versions.reading.value, (all) => compared(all, params, query), () => versions.load(params.id)),
});

/** @param {Version[]} all @param {Record<string, string>} params @param {URLSearchParams} query */
function compared(all, params, query) {
  const after = all.find(({ number }) => String(number) === query.get('after')) ?? all.at(-1);
  const before = all.find(({ number }) => String(number) === query.get('before')) ?? all.find(({ number }) => number === (after?.number ?? 1) - 1) ?? all[0];
  if (!before || !after) return null;
  const options = all.map(({ number }) => ({ value: String(number), label: t('proposals.version', { n: number }) }));
  const choose = (/** @type {'before' | 'after'} */ name, /** @type {Version} */ one) => selectField({ id: name, label: t(`proposals.${name}`), value: String(one.number), options,
    onInput: (value) => go(link(PATH, params, { before: String(before.number), after: String(after.number), [name]: value })) });
  return html`<div class="stack">
    <div class="pair">${choose('before', before)}${choose('after', after)}</div>
    ${after.what_changed ? html`<p class="quote">${after.what_changed}</p>` : null}
    <p class="soft">${t('proposals.worded_by', { name: after.by_name, time: whenWords(after.created_at) })}</p>
    <p class="soft">${t('proposals.how_to_read')} <del>${t('proposals.gone')}</del> <ins>${t('proposals.added')}</ins></p>
    ${before.title === after.title ? null : html`<h2>${pieces(before.title, after.title)}</h2>`}
    <div class="prose proposal-text">${pieces(before.body, after.body)}</div></div>`;
}

/** Read aloud too, a change says what it is. @param {string} before @param {string} after */
const pieces = (before, after) => difference(before, after, language()).map(({ kind, text }) => {
  if (kind === 'same') return text;
  const said = html`<span class="visually-hidden">${t(kind === 'gone' ? 'proposals.gone_begins' : 'proposals.added_begins')}</span>`;
  return kind === 'gone' ? html`<del>${said}${text}</del>` : html`<ins>${said}${text}</ins>`;
});
