import { may } from '../../store/identity/session.js';

/** Whoever gives no care has deliberation in the bottom bar instead; for all others it stands under "more". */
export const barHasDeliberation = () => !may('care:today:see');
