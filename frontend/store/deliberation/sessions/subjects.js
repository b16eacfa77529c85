import { lists } from '../comparison_lists/lists.js';
import { plans } from '../cost_plans/plans.js';
import { reports } from '../feedback/reports.js';
import { proposals } from '../proposals/proposals.js';

/**
 * What an item of an agenda can be about, besides what is written by hand.
 * @typedef {'proposal' | 'feedback' | 'cost_plan' | 'comparison_list'} SubjectKind
 */

export const SUBJECT_KINDS = /** @type {SubjectKind[]} */ (['proposal', 'feedback', 'cost_plan', 'comparison_list']);

/** @param {SubjectKind} kind */
export const loadSubjects = (kind) => ({ proposal: () => proposals.load(), feedback: () => reports.load('open'), cost_plan: () => plans.load(), comparison_list: () => lists.load() })[kind]();

/** What there is of a kind; null while it is being read. @param {SubjectKind} kind */
export const subjectsOf = (kind) => ({ proposal: () => proposals.reading.value.value, feedback: () => reports.reading.value.value, cost_plan: () => plans.reading.value.value, comparison_list: () => lists.reading.value.value })[kind]();
