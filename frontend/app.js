import { render } from './vendor/preact.js';
import { effect } from './vendor/signals.js';
import { html } from './lib/html.js';
import { t } from './lib/i18n.js';
import { speakAll, speakChapters, speakFirst } from './lib/texts.js';
import { look, wearLook } from './store/identity/look.js';
import { noteSeen, wasSeen } from './store/identity/seen.js';
import { accountId, isStale, refresh, restore } from './store/identity/session.js';
import { provide } from './store/services.js';
import { installWorker } from './store/shell.js';
import { reload } from './store/sync/outbox.js';
import { notice } from './ui/notice.js';
import { App, startRouting } from './views/shell/app.js';

/**
 * A phone that nobody has used yet draws the way in at once and opens its database behind it; a phone
 * that is known opens its database first and draws the day's work from it.
 */
const root = /** @type {HTMLElement} */ (document.getElementById('app'));

async function start() {
  wearLook(window);
  const known = wasSeen(window);
  const early = known ? import('./screens.js') : null;
  await (known ? speakAll : speakFirst)(look.peek().language);
  if (!known) draw();
  followLanguage(known);
  const work = await (early ?? import('./screens.js'));
  await openPhone(work.connect);
  const signedIn = await restore();
  effect(() => void (accountId.value, reload()));
  effect(() => noteSeen(window, accountId.value));
  if (known) draw();
  if (!signedIn) await refresh();
  work.startSending(window);
  await installWorker(navigator);
  void Promise.all([import('./seldom.js'), speakChapters(look.peek().language, ['seldom'])]);
  // In the pocket before anybody stands in a stairwell and wants to read it.
  effect(() => void (accountId.value && work.handbook.enter()));
}

function draw() {
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

/**
 * The outbox is told between tabs, so that each shows the same.
 * @param {typeof import('./store/connect.js').connect} connect
 */
async function openPhone(connect) {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('linli-outbox') : null;
  if (channel) channel.onmessage = () => void follow();
  const onChange = () => {
    void reload();
    channel?.postMessage('changed');
  };
  provide(await connect({
    fetch: window.fetch.bind(window), crypto: window.crypto, locks: navigator.locks, onChange, onDbLost: () => location.reload(),
  }));
}

/** Another tab recorded something, or somebody came or went there. */
async function follow() {
  if (await isStale()) location.reload();
  else await reload();
}

start().catch((error) => {
  console.error(error);
  // Without the phone's own storage nothing could be kept: better to say so than to lose it.
  render(html`<main class="page">${notice({ kind: 'bad', title: t('start.failed'), body: t('start.failed_more') })}</main>`, root);
});
