import { effect } from './vendor/signals.js';
import { render } from './vendor/preact.js';
import { asset } from './lib/assets.js';
import { html } from './lib/html.js';
import { speak, t } from './lib/i18n.js';
import { look, wearLook } from './store/identity/look.js';
import { accountId, refresh, restore } from './store/identity/session.js';
import { connect } from './store/services.js';
import { installWorker } from './store/shell.js';
import { reload } from './store/sync/outbox.js';
import { startSending } from './store/sync/sending.js';
import { notice } from './ui/notice.js';
import { App, startRouting } from './views/shell/app.js';

const root = /** @type {HTMLElement} */ (document.getElementById('app'));

/** @param {import('./lib/i18n.js').Language} language */
async function loadTexts(language) {
  const response = await fetch(asset(`locales/${language}.json`));
  return response.json();
}

async function start() {
  wearLook(window);
  await speak(look.peek().language, loadTexts);
  effect(() => void speak(look.value.language, loadTexts));
  await openPhone();
  const known = await restore();
  effect(() => void (accountId.value, reload()));
  startRouting(window);
  render(html`<${App} />`, root);
  if (!known) await refresh();
  startSending(window);
  void installWorker(navigator);
}

/** The outbox is told between tabs, so that each shows the same. */
async function openPhone() {
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('linli-outbox') : null;
  if (channel) channel.onmessage = () => void reload();
  const onOutboxChange = () => {
    void reload();
    channel?.postMessage('changed');
  };
  await connect({
    fetch: window.fetch.bind(window), crypto: window.crypto, locks: navigator.locks, onOutboxChange, onOutdated: () => location.reload(),
  });
}

start().catch((error) => {
  console.error(error);
  // Without the phone's own storage nothing could be kept: better to say so than to lose it.
  render(html`<main class="page">${notice({ kind: 'bad', title: t('start.failed'), body: t('start.failed_more') })}</main>`, root);
});
