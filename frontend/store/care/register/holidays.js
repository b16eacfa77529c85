import { act, create, looked, readAll } from '../../office/call.js';

/** Days on which recurring help rests. @typedef {{ id: string, on_day: string, name: string }} Holiday */

const PATH = '/care-holidays';

export const holidays = looked(async () => /** @type {Holiday[]} */ (await readAll(PATH)));

/** @param {Holiday} holiday */
export async function addHoliday(holiday) {
  const made = await create(PATH, holiday);
  await holidays.load();
  return made;
}

/** @param {string} id @param {string} key */
export async function strikeHoliday(id, key) {
  await act(`${PATH}/${id}/removal`, key);
  await holidays.load();
}
