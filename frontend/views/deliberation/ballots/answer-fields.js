import { choose } from '../../../ui/choices.js';
import { answerWords } from './words.js';

/**
 * What a paper says, question by question, spoilt ones included.
 * @param {import('../../../store/deliberation/ballots/rounds.js').Round} one
 * @param {{ answers: Record<string, string>, errors: Record<string, string>, change: (answers: Record<string, string>) => unknown, missing: string }} how
 * @returns {import('../../../ui/questions.js').Question[]}
 */
export const answerSteps = (one, { answers, errors, change, missing }) => one.questions.map((question) => ({
  id: question.id,
  errors: () => { /** @type {Record<string, string>} */ const wrong = answers[question.id] ? {} : { [question.id]: missing }; return wrong; },
  body: () => choose({
    id: question.id, legend: question.words, value: answers[question.id] ?? null, error: errors[question.id], across: question.kind === 'yes_no',
    options: question.answers.map((value) => ({ value, label: answerWords(question, value) })),
    onChange: (value) => change({ ...answers, [question.id]: value }) }),
}));

/** As it is sent. @param {Record<string, string>} answers */
export const sentAnswers = (answers) => Object.entries(answers).map(([question_id, answer]) => ({ question_id, answer }));
