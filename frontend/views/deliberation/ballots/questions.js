import { t, tCode } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { link } from '../../../lib/router.js';
import { linkButton } from '../../../ui/button.js';
import { notice } from '../../../ui/notice.js';
import { readAloud } from '../../../ui/read-aloud.js';
import { ruleWords } from './words.js';

/** @typedef {import('../../../store/deliberation/ballots/rounds.js').Round} Round */
/** @typedef {import('../../../store/deliberation/ballots/rounds.js').Question} Question */

/** What is decided, and what it takes. @param {Round} one */
export const decided = (one) => html`<section class="section stack"><h2>${t(one.mode === 'survey' ? 'ballots.what_asked' : 'ballots.what_decided')}</h2>
  ${one.background ? html`<p class="prose">${one.background}</p>` : null}
  ${one.questions.map((question, at) => html`<article class="card stack-tight" key=${question.id}>
    <h3>${one.questions.length > 1 ? `${at + 1}. ` : ''}${question.words}</h3>
    ${question.explanation ? html`<p class="prose">${question.explanation}</p>` : null}
    ${question.options.length ? html`<ul class="option-list">${question.options.map(({ key, title, explanation }) => html`<li key=${key}><b>${title}</b>${explanation ? html`<span class="card-detail">${explanation}</span>` : null}</li>`)}</ul>` : null}
    <p class="rule-words"><b>${tCode('ballots.matter', question.matter, 'ballots.matter.other')}</b>${t('ballots.colon')}${ruleOf(question)}</p>${question.weaker_than_suggested ? notice({ kind: 'warn', title: t('ballots.weaker') }) : null}${subjectLink(question)}</article>`)}
  ${readAloud(`round-${one.id}`, () => [one.title, one.background, ...one.questions.map(aloud)].join('\n'))}</section>`;

/** Where what is decided with a question can be read: a choice among schemes is about their plan. @param {Question} question */
function subjectLink({ subject, kind }) {
  if (!subject) return null;
  const place = { proposal: '/deliberation/proposals/:id', comparison_list: '/deliberation/comparison-lists/:id', scheme: kind === 'choice' ? '/deliberation/cost-plans/:id' : '/deliberation/cost-schemes/:id' }[subject.kind];
  return place ? linkButton({ label: tCode('ballots.read_subject', subject.kind, 'ballots.read_subject.other'), icon: 'file-text', href: link(place, { id: subject.id }) }) : null;
}

/** The whole rule in words. @param {Question} question */
export const ruleOf = ({ preset, rule, kind }) => (preset === 'survey' ? t('ballots.rule.survey')
  : [ruleWords(rule, 'participation'), ruleWords(rule, 'approval'), kind === 'choice' ? t('ballots.rule.choice') : ''].filter(Boolean).join(t('text.between')));

/** @param {Question} question */
export const aloud = (question) => [question.words, question.explanation ?? '', ...question.options.map(({ title, explanation }) => [title, explanation ?? ''].join(' '))].filter(Boolean).join('. ');
