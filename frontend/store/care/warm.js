import { notices } from '../community/notices.js';
import { may } from '../identity/session.js';
import { todayResource } from './today.js';

/** Reads what the phone knows of the day, so that its first screen is drawn whole; nobody is asked. */
export const warm = () => (may('care:today:see') ? todayResource : notices).warm();
