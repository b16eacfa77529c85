import { day, t } from '../../../lib/i18n.js';
import { html } from '../../../lib/html.js';
import { loadSubjects, SUBJECT_KINDS, subjectsOf } from '../../../store/deliberation/sessions/subjects.js';
import { selectField } from '../../../ui/field.js';
import { skeleton } from '../../../ui/waiting.js';

/**
 * What a new item of the agenda is about: a proposal, a report, a cost plan, a comparison list, or only what its title says.
 * @typedef {import('../../../store/deliberation/sessions/subjects.js').SubjectKind} SubjectKind
 * @typedef {{ about: string, subject: string, title: string }} Chosen
 */

const LONGEST = 100;

/** @param {Chosen} values @param {Record<string, string>} errors @param {(part: Partial<Chosen>) => void} answer */
export const subjectChooser = (values, errors, answer) => html`
  ${selectField({ id: 'about', label: t('sessions.item_about'), value: values.about, options: [{ value: '', label: t('sessions.subject.other') },
    ...SUBJECT_KINDS.map((kind) => ({ value: /** @type {string} */ (kind), label: t(`sessions.subject.${kind}`) }))], onInput: (about) => begin(/** @type {SubjectKind | ''} */ (about), answer) })}
  ${values.about ? which(/** @type {SubjectKind} */ (values.about), values, errors, answer) : null}`;

/** @param {SubjectKind | ''} about @param {(part: Partial<Chosen>) => void} answer */
function begin(about, answer) {
  answer({ about, subject: '' });
  if (about) void loadSubjects(about);
}

/** What is chosen gives the item its title, unless one is written. @param {SubjectKind} kind @param {Chosen} values @param {Record<string, string>} errors @param {(part: Partial<Chosen>) => void} answer */
function which(kind, { subject, title }, errors, answer) {
  const all = subjectsOf(kind);
  if (!all) return skeleton(1);
  if (!all.length) return html`<p class="soft">${t(`sessions.no_subject.${kind}`)}</p>`;
  const options = all.map((one) => ({ value: one.id, label: nameOf(one) }));
  const before = options.find(({ value }) => value === subject)?.label.slice(0, LONGEST) ?? '';
  return selectField({ id: 'subject', label: t('sessions.item_subject'), value: subject, error: errors.subject, options: [{ value: '', label: t('sessions.choose') }, ...options],
    onInput: (id) => answer({ subject: id, title: title.trim() && title !== before ? title : (options.find(({ value }) => value === id)?.label ?? '').slice(0, LONGEST) }) });
}

/** @param {object} one a proposal, a report, a plan or a list */
function nameOf(one) {
  if ('title' in one) return String(one.title);
  const { kind, building_code, words, place, reported_on } = /** @type {import('../../../types/model.js').Feedback} */ (one);
  const where = building_code ? t('sessions.building', { code: building_code }) : t('sessions.outside');
  return [where, t(`sessions.about.${kind}`), words ?? place ?? day(reported_on)].join(t('date.comma'));
}
