import { t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { lineDiff } from '../../../lib/line-diff.js';
import { link } from '../../../lib/router.js';
import { pair } from '../../../store/community/editions.js';
import { notice } from '../../../ui/notice.js';
import { shown } from '../../reading.js';

/**
 * What changed from one version to another, line by line. What went and what came is said in words and
 * signs too, never by colour alone.
 * @typedef {import('../../../lib/router.js').Place} Place
 * @typedef {import('../../../lib/line-diff.js').Line} Line
 * @typedef {import('../../../store/community/editions.js').Version} Version
 */

/** So many unchanged lines stand around a change. */
const AROUND = 2;
const SIGNS = { same: '', gone: '−', new: '+' };

/** @param {Place} place */
const keyOf = ({ params }) => `${params.document}/${params.older}/${params.newer}`;

/** @param {Place} place */
export const enter = (place) => void pair.load(keyOf(place));

/** @param {Place} place */
export const view = (place) => ({
  title: t('editions.changes', { older: place.params.older ?? '', newer: place.params.newer ?? '' }),
  back: link('/editions/:document', { document: place.params.document ?? '' }),
  body: shown(pair.reading.value, drawn, () => enter(place)),
});

/** @param {Version[]} versions */
function drawn([older, newer]) {
  if (older?.body == null || newer?.body == null) return notice({ title: t('editions.not_text'), body: t('editions.not_text_more') });
  const lines = lineDiff(older.body, newer.body).filter(({ kind, text }) => kind === 'same' || text.trim());
  const count = (/** @type {Line['kind']} */ kind) => lines.filter((one) => one.kind === kind).length;
  if (!lines.some(({ kind }) => kind !== 'same')) return notice({ title: t('editions.same') });
  return html`<div class="stack"><p>${t('editions.count', { gone: count('gone'), came: count('new') })}</p>
    <div class="changes">${parts(lines).map((part, at) => (part.length ? part.map(line) : html`<p class="soft" key=${at}>${t('editions.unchanged')}</p>`))}</div></div>`;
}

/** @param {Line} one */
const line = ({ kind, text }) => (kind === 'same' ? html`<p class="change">${text || '\u00a0'}</p>` : html`<p class=${`change change-${kind}`}>
  <span aria-hidden="true">${SIGNS[kind]} </span><span class="visually-hidden">${t(`editions.line.${kind}`)}</span>${kind === 'gone' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`}</p>`);

/** Changes with a little around them; an empty part stands for what is left out. @param {Line[]} lines @returns {Line[][]} */
function parts(lines) {
  const near = (/** @type {number} */ at) => lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== 'same');
  /** @type {Line[][]} */
  const found = [];
  lines.forEach((one, at) => {
    if (!near(at)) {
      if (found.at(-1)?.length !== 0) found.push([]);
    } else if (found.at(-1)?.length) found.at(-1)?.push(one);
    else found.push([one]);
  });
  return found;
}
