import { t } from '../../lib/i18n.js';
import { notices } from '../../store/community/notices.js';
import { shown } from '../reading.js';
import { noticeCards } from './notice-cards.js';

export const enter = () => void notices.load();

export const view = () => ({
  title: t('notices.title'),
  back: '#/more',
  body: shown(notices.reading.value, noticeCards, enter),
});
