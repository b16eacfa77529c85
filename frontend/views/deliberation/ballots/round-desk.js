import { day, number, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { takeStep } from '../../../store/deliberation/ballots/desk.js';
import { can } from '../../../store/deliberation/ballots/rounds.js';
import { may } from '../../../store/identity/session.js';
import { say } from '../../../store/navigation.js';
import { button, linkButton } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { missingWords } from './words.js';
import { ask } from '../../office/ask.js';

/**
 * What the office and those who carry ballots do with a round as it stands.
 * @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round
 */

/** The screens of the ledger, by what one may do. @type {{ to: string, name: 'electorate' | 'print' | 'deliveries' | 'papers' | 'proxies' | 'official', icon: string, open: (one: Round) => boolean }[]} */
const PLACES = [
  { to: 'electorate', name: 'electorate', icon: 'list-checks', open: () => may('deliberation:electorate:see') },
  { to: 'print', name: 'print', icon: 'printer', open: (one) => can(one, 'deliver') },
  { to: 'deliveries', name: 'deliveries', icon: 'door-open', open: (one) => can(one, 'deliver') },
  { to: 'papers', name: 'papers', icon: 'file-text', open: (one) => can(one, 'record_paper') },
  { to: 'proxies', name: 'proxies', icon: 'pencil', open: (one) => one.mode !== 'official_import' && may('deliberation:proxy:record') && can(one, 'see_electors') },
  { to: 'official', name: 'official', icon: 'package', open: (one) => can(one, 'import_official') },
];

/** @param {Round} one */
export function roundDesk(one) {
  const places = PLACES.filter(({ open }) => open(one));
  const steps = [...primary(one), ...seldom(one)];
  if (!places.length && !steps.length) return null;
  return html`<section class="section stack"><h2>${t('ballots.desk')}</h2>
    ${stillMissing(one)}${objected(one)}${one.papers_contested && can(one, 'answer_objections') ? notice({ kind: 'warn', title: t('ballots.desk.contested', { n: one.papers_contested }), body: t('ballots.desk.contested_more') }) : null}${primary(one)}
    ${places.map(({ to, name, icon }) => linkButton({ kind: name === 'official' && !can(one, 'count') ? 'primary' : 'plain', label: name === 'papers' && one.papers_waiting ? t('ballots.desk.papers_waiting', { n: number(one.papers_waiting) }) : t(`ballots.desk.${name}`), icon, wide: true, href: link(`/deliberation/ballots/:id/${to}`, { id: one.id }) }))}
    ${seldom(one)}</section>`;
}

/** What its notice waits for. @param {Round} one */
const stillMissing = ({ still_missing }) => (still_missing.length ? notice({ kind: 'warn', title: t('ballots.missing.title'), body: html`<ul>${still_missing.map((each) => html`<li key=${each.question}>${missingWords(each)}</li>`)}</ul>` }) : null);

/** A result does not take effect before they are settled. @param {Round} one */
const objected = (one) => (one.state === 'on_notice' && one.open_objections && can(one, 'answer_objections') ? notice({
  kind: 'warn', title: t('ballots.desk.objected', { n: one.open_objections }), body: t('ballots.desk.objected_more'),
  action: linkButton({ label: t('ballots.desk.objected_go'), href: link('/deliberation/ballots/:id/result', { id: one.id }) }),
}) : null);

/** The step that comes next. @param {Round} one */
function primary(one) {
  const next = [];
  if (can(one, 'notice')) next.push(stepButton(one, { step: 'notice', name: 'notice', body: t('ballots.desk.notice_more', { day: day(one.earliest_opening) }) }));
  if (can(one, 'open')) next.push(stepButton(one, { step: 'opening', name: 'open', body: t('ballots.desk.open_more') }));
  if (can(one, 'count')) next.push(stepButton(one, { step: 'count', name: 'count', body: t('ballots.desk.count_more') }));
  if (can(one, 'publish_result')) next.push(stepButton(one, { step: 'result-notice', name: 'publish', body: t('ballots.desk.publish_more', { n: one.profile.result_notice_days }) }));
  return next;
}

/** @param {Round} one */
function seldom(one) {
  const some = [];
  if (can(one, 'revise')) some.push(linkButton({ label: t('ballots.revise'), icon: 'pencil', wide: true, href: link('/deliberation/ballots/:id/edit', { id: one.id }) }));
  if (one.outcomes.some(({ run_off }) => run_off.length) && may('deliberation:ballot-round:manage')) some.push(linkButton({ label: t('ballots.desk.run_off'), icon: 'vote', wide: true, href: link('/deliberation/ballots/new', {}, { run_off: one.id }) }));
  if (can(one, 'recount')) some.push(reasonButton(one, 'recount', 'recount'));
  if (can(one, 'withdraw')) some.push(reasonButton(one, 'withdrawal', 'withdraw'));
  if (can(one, 'annul')) some.push(reasonButton(one, 'annulment', 'annul'));
  return some;
}

/** @param {Round} one @param {{ step: import('../../../store/deliberation/ballots/desk.js').Step, name: 'notice' | 'open' | 'count' | 'publish', body: string }} what */
const stepButton = (one, { step, name, body }) => button({ label: t(`ballots.desk.${name}`), kind: 'primary', onClick: () => ask({
  title: t(`ballots.desk.${name}`), body, yes: t(`ballots.desk.${name}`),
  then: (_reason, key) => takeStep(one.id, step, key), after: () => say(t('ballots.desk.done')) }) });

/** @param {Round} one @param {import('../../../store/deliberation/ballots/desk.js').ReasonedStep} step @param {'recount' | 'withdraw' | 'annul'} name */
const reasonButton = (one, step, name) => button({ label: t(`ballots.desk.${name}`), kind: 'quiet', onClick: () => ask({
  title: t(`ballots.desk.${name}`), body: t(`ballots.desk.${name}_more`), reason: t('ballots.desk.reason'), yes: t(`ballots.desk.${name}`), kind: 'danger',
  then: (reason, key) => takeStep(one.id, step, key, { reason }), after: () => say(t('ballots.desk.done')) }) });
