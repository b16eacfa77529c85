import { LANGUAGES, t } from '../../lib/i18n.js';
import { html } from '../../lib/html.js';
import { look } from '../../store/identity/look.js';
import { prefer } from '../../store/identity/preferences.js';
import { button } from '../../ui/button.js';

/** Each language in its own name, so that whoever lost their way finds it. */
export const languageSwitch = () => html`<div class="segments" role="group" aria-label=${t('settings.language')}>
  ${LANGUAGES.map((language) => button({
    label: t(`language.${language}`),
    pressed: look.value.language === language,
    onClick: () => prefer({ language }),
  }))}</div>`;
