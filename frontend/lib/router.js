/**
 * Addresses live behind the `#`: they work offline, without a service worker and from any static server,
 * and an invitation's token in them never reaches a log.
 * @typedef {{ path: string, params: Record<string, string>, query: URLSearchParams }} Place
 */

/**
 * @param {string} pattern `/buildings/:id`
 * @param {string} path `/buildings/42`
 * @returns {Record<string, string> | null} the named parts, null when the path is another one
 */
export function match(pattern, path) {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  /** @type {Record<string, string>} */
  const params = {};
  for (const [at, part] of wanted.entries()) {
    const text = given[at] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(text);
    else if (part !== text) return null;
  }
  return params;
}

/**
 * @param {string} hash `#/buildings/42?layer=stance`
 * @returns {{ path: string, query: URLSearchParams }}
 */
export function parseHash(hash) {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  return { path: path || '/', query: new URLSearchParams(query) };
}

/**
 * @template {{ path: string }} Route
 * @param {Route[]} routes
 * @param {string} hash
 * @returns {{ route: Route, place: Place } | null}
 */
export function resolve(routes, hash) {
  const { path, query } = parseHash(hash);
  for (const route of routes) {
    const params = match(route.path, path);
    if (params) return { route, place: { path, params, query } };
  }
  return null;
}

/**
 * @param {string} pattern
 * @param {Record<string, string>} [params]
 * @param {Record<string, string>} [query]
 * @returns {string} for an `href`
 */
export function link(pattern, params = {}, query = {}) {
  const path = pattern.replace(/:(\w+)/g, (_whole, name) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  return `#${path}${search ? `?${search}` : ''}`;
}
