import { signal } from '../../vendor/signals.js';
import { t } from '../../lib/i18n.js';
import { Problem } from '../../lib/problem.js';
import { newId } from '../../store/office/call.js';
import { allArrived } from '../../ui/arriving.js';
import { failureWords } from '../failure.js';

/**
 * A form for something the server does at once. What was written stays until the server has taken it:
 * through failures, and when the person leaves and comes back. Its id is made once, so that sending again
 * after a broken connection does nothing twice.
 * @template {object} V
 * @typedef {{ values: V, errors: Record<string, string>, busy: boolean, id: string }} State
 */

/**
 * What has to be read before a form can begin: a resource.
 * @template F
 * @typedef {{ forget: () => void, load: (key: string) => Promise<void>, reading: { peek: () => { value: F | null } } }} Material
 */

/** @template {object} V @param {() => V} empty */
export function createForm(empty) {
  let begun = '';
  /** @returns {State<V>} */
  const fresh = () => ({ values: empty(), errors: {}, busy: false, id: '' });
  /** @type {import('../../vendor/signals.js').Signal<State<V>>} */
  const state = signal(fresh());

  /** @param {Partial<State<V>>} part */
  const change = (part) => { state.value = { ...state.value, ...part }; };
  /** @param {Partial<V>} part */
  const answer = (part) => change({ values: { ...state.value.values, ...part } });
  /** @param {Partial<V>} [values] */
  const begin = (values = {}) => {
    begun = '';
    change({ ...fresh(), values: { ...empty(), ...values } });
  };

  return {
    state,
    answer,
    /**
     * Begins anew, for something else than before; never while its fields are on the screen, for somebody
     * may be writing in them.
     * @param {Partial<V>} [values]
     */
    begin,
    /**
     * Begins for what is named, once that has been read: as long as it is about the same, what was written
     * stays. What was read for something else is forgotten first, so that its fields are not on the screen.
     * @template F
     * @param {string} about @param {Material<F>} material @param {(found: F) => Partial<V>} valuesOf @param {string} [key] under which it is read
     * @returns {Promise<F | null>} null when it could not be read
     */
    async beginFor(about, material, valuesOf, key = about) {
      if (begun !== about) material.forget();
      await material.load(key);
      const found = material.reading.peek().value;
      if (!found || begun === about) return found;
      begin(valuesOf(found));
      begun = about;
      return found;
    },
    /** @param {Record<string, string>} errors */
    show: (errors) => change({ errors }),
    /** What a field of `ui/field.js` needs. @param {string & keyof V} name */
    field: (name) => ({
      id: name, value: String(state.value.values[name] ?? ''), error: state.value.errors[name],
      onInput: (/** @type {string} */ value) => answer(/** @type {any} */ ({ [name]: value })),
    }),
    /**
     * @template T
     * @param {(values: V, id: string) => Promise<T>} send
     * @param {Record<string, string>} [errors] what keeps it from being sent
     * @returns {Promise<T | null>} null when it was not taken; why, stands in the form
     */
    async submit(send, errors = {}) {
      if (state.peek().busy) return null;
      const id = state.peek().id || newId();
      change({ errors, id });
      if (Object.keys(errors).length) return null;
      change({ busy: true });
      if (!(await allArrived())) {
        change({ busy: false });
        return null;
      }
      try {
        const made = await send(state.peek().values, id);
        begin();
        return made;
      } catch (error) {
        change({ busy: false, errors: errorsOf(error, state.peek().values) });
        return null;
      }
    },
  };
}

/** What the server did not like, at the field it spoke of where there is one. @param {unknown} error @param {object} values */
export function errorsOf(error, values) {
  const said = error instanceof Problem ? error.errors : [];
  /** @type {Record<string, string>} */
  const found = {};
  for (const { pointer, message } of said) {
    const name = pointer?.split('/').find((part) => part in values) ?? 'form';
    found[name] ??= message;
  }
  return said.length ? found : { form: `${failureWords(error)} ${error instanceof Problem ? '' : t('form.kept')}` };
}
