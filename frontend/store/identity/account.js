import { signal } from '../../vendor/signals.js';
import { connected, services } from '../services.js';
import { adopt } from './session.js';

/**
 * @typedef {import('../../types/model.js').Device} Device
 * @typedef {import('../../types/model.js').InvitationLook} InvitationLook
 */

/** @type {import('../../vendor/signals.js').Signal<Device[] | null>} */
export const devices = signal(null);

export async function loadDevices() {
  const { data } = await services.api.request('GET', '/sessions');
  devices.value = data.items ?? data;
}

/** @param {string} id */
export async function endDevice(id) {
  await services.api.request('DELETE', `/sessions/${id}`, { idempotencyKey: services.newId() });
  await loadDevices();
}

/** @param {{ current_password: string, new_password: string }} body */
export const changePassword = (body) =>
  services.api.request('PUT', '/password', { body, idempotencyKey: services.newId() });

/** @param {string} token @returns {Promise<InvitationLook>} */
export async function lookAtInvitation(token) {
  await connected;
  const { data } = await services.api.request('POST', '/invitation-lookups', { body: { token }, idempotencyKey: services.newId() });
  return data;
}

/** @param {{ token: string, login?: string, display_name?: string, password?: string, device_name?: string }} body */
export async function acceptInvitation(body) {
  const { data } = await services.api.request('POST', '/invitation-acceptances', { body, idempotencyKey: services.newId() });
  return adopt(data);
}

/** A new password with the one-time link of whoever helps. @param {{ token: string, password: string }} body */
export async function choosePassword(body) {
  await connected;
  await services.api.request('POST', '/password-link-uses', { body, idempotencyKey: services.newId() });
}
