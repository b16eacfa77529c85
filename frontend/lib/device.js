/** What an account's owner will recognise in the list of their devices. @type {[RegExp, string][]} */
const KNOWN = [
  [/MicroMessenger/, 'WeChat'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** @param {string} userAgent */
export const deviceName = (userAgent) => KNOWN.filter(([pattern]) => pattern.test(userAgent)).map(([, name]) => name).slice(0, 2).join(' · ') || 'Browser';
