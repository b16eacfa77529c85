import { accountId } from './session.js';
import { members } from './team.js';

/** Who may take a care task. */
const HELP = ['volunteer', 'building_lead', 'social_worker'];

/** The neighbours who are here, as the server lists them for those who work together. */
export const team = members;

/** All who can be asked to help, but oneself; for a list to choose from. @returns {{ value: string, label: string }[]} */
export const helpers = () => (team.reading.value.value ?? [])
  .filter(({ account_id, roles }) => account_id !== accountId.value && roles.some(({ role }) => HELP.includes(role)))
  .map(({ account_id, display_name }) => ({ value: account_id, label: display_name }));

/** @param {string} id */
export const nameOf = (id) => team.reading.peek().value?.find(({ account_id }) => account_id === id)?.display_name ?? '';
