import { link } from '../../lib/router.js';
import { look } from '../../store/identity/look.js';
import { go } from '../../store/navigation.js';
import { questionForm } from '../../ui/questions.js';

/**
 * A form of the desk as questions: one a screen in 长辈版, together in standard unless it is said otherwise.
 * @param {object} how
 * @param {{ state: import('../../vendor/signals.js').Signal<{ errors: Record<string, string> }>, show: (errors: Record<string, string>) => void }} how.form
 * @param {import('../../lib/router.js').Place} how.place
 * @param {import('../../ui/questions.js').Question[]} how.questions
 * @param {string} how.doneLabel
 * @param {() => unknown} how.onDone
 * @param {boolean} [how.oneByOne]
 */
export const askedForm = ({ form, place, questions, doneLabel, onDone, oneByOne = look.value.elder_mode }) => questionForm({
  questions, doneLabel, onDone, go, oneByOne,
  step: place.query.get('step'),
  hrefOf: (step) => link(place.path, {}, { ...Object.fromEntries(place.query), step }),
  shown: form.state.value.errors,
  show: form.show,
});
