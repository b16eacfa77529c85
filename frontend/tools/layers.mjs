import { sources } from './sources.mjs';

/**
 * Which folder may import which: views draw, stores act, only stores know the server; lib and ui know
 * nothing of either. One row a folder: what it may import besides itself and vendor/.
 */
const MAY = {
  lib: [],
  ui: ['lib'],
  store: ['lib'],
  views: ['lib', 'ui', 'store', 'routes.js'],
  'routes.js': ['views', 'screens.js', 'seldom.js', 'lib'],
  'screens.js': ['views', 'store'],
  'seldom.js': ['views'],
  'app.js': ['lib', 'ui', 'store', 'views', 'screens.js', 'seldom.js'],
  'sw.js': [],
};

const folderOf = (path) => path.split('/')[0];

/** `views/care/visit.js` + `../../lib/i18n.js` → `lib/i18n.js` */
const resolved = (from, target) => new URL(target, `file:///${from}`).pathname.slice(1);

export async function checkLayers() {
  return (await sources()).flatMap(({ path, text }) => {
    const here = folderOf(path);
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
    const targets = [...code.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, target]) => folderOf(resolved(path, target)));
    return targets.filter((there) => there !== here && there !== 'vendor' && !MAY[here]?.includes(there))
      .map((there) => `${path}: ${here} may not import ${there}`);
  });
}
