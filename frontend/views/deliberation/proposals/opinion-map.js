import { number, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';

/**
 * What the groups agree on, set apart from what divides them. Each statement stands where the groups' agreement
 * puts it: the first group to the right, the second upwards.
 * @typedef {import('../../../types/model.js').Opinions} Opinions
 * @typedef {NonNullable<Opinions['opinion_map']>} Map_
 * @typedef {Map_['statements'][number]} Statement
 */

/** @type {Statement['verdict'][]} */
const ORDER = ['shared_agreement', 'shared_disagreement', 'divides', 'open', 'too_few'];

/** @param {Map_} map */
export function opinionMap(map) {
  const numbered = [...map.statements].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict)).map((one, at) => ({ one, n: at + 1 }));
  return html`<div class="stack">
    <p>${t('proposals.map_people', { n: map.people })}${t('text.between')}${map.sizes.length > 1 ? t('proposals.map_groups', { a: number(map.sizes[0] ?? 0), b: number(map.sizes[1] ?? 0) }) : t('proposals.map_one_group')}</p>
    ${map.sizes.length > 1 ? drawing(numbered) : null}
    ${ORDER.map((verdict) => part(verdict, numbered.filter(({ one }) => one.verdict === verdict)))}
    <details><summary><u>${t('proposals.map_how')}</u></summary><p>${t('proposals.map_how_more')}</p>
      <p>${map.seed_is_proposal ? t('proposals.map_seed_whole') : map.seed ? t('proposals.map_seed', { words: map.statements.find(({ comment_id }) => comment_id === map.seed)?.words ?? '' }) : t('proposals.map_no_seed')}</p></details></div>`;
}

/** @param {Statement['verdict']} verdict @param {{ one: Statement, n: number }[]} all */
function part(verdict, all) {
  if (!all.length) return null;
  return html`<section class="stack-tight"><h3>${t(`proposals.verdict.${verdict}`)}</h3><ul class="cards">${all.map(({ one, n }) => html`<li class="card stack-tight" key=${n}>
    <span><span class="dot-number">${n}</span> ${one.comment_id ? one.words || t('proposals.without_words') : html`<b>${t('proposals.the_whole')}</b>`}</span>
    ${one.groups.map((cell, at) => html`<span class="card-detail">${t('proposals.group_says', { group: one.groups.length > 1 ? t(at ? 'proposals.group.b' : 'proposals.group.a') : t('proposals.everybody'), agree: figure(cell.agree), disagree: figure(cell.disagree), pass: figure(cell.pass) })}</span>`)}</li>`)}</ul></section>`;
}

/** What could give a few people away is not said. @param {number | null | undefined} n */
const figure = (n) => (n === null || n === undefined ? t('proposals.few') : number(n));

/** Share that agrees, 0 to 1; a hidden cell counts as few. @param {Statement['groups'][number] | undefined} cell */
function share(cell) {
  const [agree, all] = [cell?.agree ?? 0, (cell?.agree ?? 0) + (cell?.disagree ?? 0) + (cell?.pass ?? 0)];
  return all ? agree / all : 0.5;
}

const SIZE = 300;
const EDGE = 40;
const INNER = SIZE - 2 * EDGE;

/** The list below says the same in words. @param {{ one: Statement, n: number }[]} numbered */
const drawing = (numbered) => html`<svg class="opinion-map" viewBox=${`0 0 ${SIZE} ${SIZE}`} role="img" aria-label=${t('proposals.map_drawn')}>
  <rect class="field-both" x=${EDGE + INNER / 2} y=${EDGE} width=${INNER / 2} height=${INNER / 2} />
  <rect class="field-none" x=${EDGE} y=${EDGE + INNER / 2} width=${INNER / 2} height=${INNER / 2} />
  <path class="axis" d=${`M${EDGE} ${EDGE}V${SIZE - EDGE}H${SIZE - EDGE}`} />
  <text x=${SIZE / 2} y=${SIZE - 12} text-anchor="middle">${t('proposals.axis_a')}</text>
  <text x="14" y=${SIZE / 2} text-anchor="middle" transform=${`rotate(-90 14 ${SIZE / 2})`}>${t('proposals.axis_b')}</text>
  <text class="field-name" x=${EDGE + INNER * 0.75} y=${EDGE + INNER * 0.25} text-anchor="middle">${t('proposals.corner_both')}</text>
  <text class="field-name" x=${EDGE + INNER * 0.25} y=${EDGE + INNER * 0.75} text-anchor="middle">${t('proposals.corner_none')}</text>
  ${placed(numbered.filter(({ one }) => one.verdict !== 'too_few')).map(({ one, n, x, y }) => html`<g class=${`statement verdict-${one.verdict}`}>
    <circle cx=${x} cy=${y} r=${RADIUS} /><text x=${x} y=${y + 5} text-anchor="middle">${n}</text></g>`)}</svg>`;

const RADIUS = 12;
const APART = 2 * RADIUS + 2;

/** Dots that would lie on each other move towards the middle. @param {{ one: Statement, n: number }[]} numbered */
function placed(numbered) {
  /** @type {{ one: Statement, n: number, x: number, y: number }[]} */
  const set = [];
  for (const each of numbered) {
    let x = EDGE + share(each.one.groups[0]) * INNER;
    const y = SIZE - EDGE - share(each.one.groups[1]) * INNER;
    const step = x > SIZE / 2 ? -APART : APART;
    for (let tried = 0; tried < numbered.length && set.some((other) => Math.hypot(other.x - x, other.y - y) < APART); tried += 1) x += step;
    set.push({ ...each, x, y });
  }
  return set;
}
