import { render } from './vendor/preact.js';
import { effect } from './vendor/signals.js';
import { html } from './lib/html.js';
import { t } from './lib/i18n.js';
import { showLast } from './lib/last-screen.js';
import { wear } from './lib/styles.js';
import { speakAll, speakChapters, speakFirst } from './lib/texts.js';
import { look, wearLook } from './store/identity/look.js';
import { noteSeen, wasSeen } from './store/identity/seen.js';
import { accountId, isStale, refresh, restore } from './store/identity/session.js';
import { provide } from './store/services.js';
import { notice } from './ui/notice.js';
import { App, startRouting } from './views/shell/app.js';
import { dressWith } from './views/shell/frame.js';

/**
 * A phone that nobody has used yet draws the way in at once, and all else follows. A phone that is known
 * shows what stood there last, and draws the day's work over it as soon as its database has told it.
 */
const root = /** @type {HTMLElement} */ (document.getElementById('app'));

/** @typedef {typeof import('./screens.js')} Work */

async function start() {
  wearLook(window);
  const known = wasSeen(window);
  if (known) showLast(window, root);
  const opening = openWork();
  opening.catch(() => {}); // waited for below
  await (known ? speakAll : speakFirst)(look.peek().language);
  if (!known) draw();
  followLanguage(known);
  const { work, signedIn } = await opening;
  effect(() => void (accountId.value, work.reload()));
  effect(() => noteSeen(window, accountId.value));
  if (known) draw();
  if (!signedIn) await refresh();
  work.startSending(window);
  work.keepLast(window, root);
  await work.installWorker(navigator);
  void Promise.all([import('./seldom.js'), speakChapters(['seldom'])]);
  // In the pocket before anybody stands in a stairwell and wants to read it.
  effect(() => void (accountId.value && work.handbook.enter()));
}

/** The screens of the work, the phone's database, and whoever was here last with what the phone knows of the day. */
async function openWork() {
  const [work] = await Promise.all([import('./screens.js'), wear('styles/work.css')]);
  dressWith(work.dress);
  await openPhone(work);
  const signedIn = await restore();
  if (signedIn) await work.warm();
  return { work, signedIn };
}

function draw() {
  root.textContent = '';
  startRouting(window);
  render(html`<${App} />`, root);
}

/** @param {boolean} complete whether all texts of the first language are there */
function followLanguage(complete) {
  let spoken = complete ? look.peek().language : null;
  effect(() => {
    const { language } = look.value;
    if (language !== spoken) void speakAll(language);
    spoken = language;
  });
}

/** The outbox is told between tabs, so that each shows the same. @param {Work} work */
async function openPhone(work) {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('linli-outbox') : null;
  if (channel) channel.onmessage = () => void follow(work);
  const onChange = () => {
    void work.reload();
    channel?.postMessage('changed');
  };
  provide(await work.connect({
    fetch: window.fetch.bind(window), crypto: window.crypto, locks: navigator.locks, onChange, onDbLost: () => location.reload(),
  }));
}

/** Another tab recorded something, or somebody came or went there. @param {Work} work */
async function follow(work) {
  if (await isStale()) location.reload();
  else await work.reload();
}

start().catch((error) => {
  console.error(error);
  // Without the phone's own storage nothing could be kept: better to say so than to lose it.
  render(html`<main class="page">${notice({ kind: 'bad', title: t('start.failed'), body: t('start.failed_more') })}</main>`, root);
});
