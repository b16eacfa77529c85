import { language } from './i18n.js';

/** @param {number} fen @param {boolean} exact */
const figures = (fen, exact) => new Intl.NumberFormat(language(), { minimumFractionDigits: exact ? 2 : 0, maximumFractionDigits: exact ? 2 : 0 }).format(fen / 100);

/** To the fen: `138889` → `1,388.89`. @param {number} fen */
export const yuan = (fen) => figures(fen, true);

/** To the yuan, where columns are narrow; the exact figure must be a tap away. @param {number} fen */
export const roundYuan = (fen) => figures(fen, false);

/** What a person types, `1,388.89`, in fen; null when it is no amount. @param {string} text */
export function fenOf(text) {
  const found = /^(-?)(\d{1,11})(?:\.(\d{1,2}))?$/.exec(text.replace(/[\s,\uff0c\u00a5\uffe5\u5143]/g, ''));
  if (!found) return null;
  const fen = Number(found[2]) * 100 + Number((found[3] ?? '').padEnd(2, '0'));
  return found[1] ? -fen : fen;
}

/** `89.5` → `8950`; null when it is no area. @param {string} text */
export function dm2Of(text) {
  const dm2 = fenOf(text);
  return dm2 !== null && dm2 >= 0 ? dm2 : null;
}

/** `8950` → `89.50`. @param {number} dm2 */
export const squareMetres = (dm2) => new Intl.NumberFormat(language(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(dm2 / 100);

/** `1100` → `1.1`. @param {number} thousandths */
export const coefficient = (thousandths) => new Intl.NumberFormat(language(), { maximumFractionDigits: 3 }).format(thousandths / 1000);

/** `1.1` → `1100`; null when it is no coefficient. @param {string} text */
export function thousandthsOf(text) {
  const found = /^(\d{1,3})(?:\.(\d{1,3}))?$/.exec(text.trim());
  return found ? Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0')) : null;
}
