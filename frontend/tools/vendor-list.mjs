/**
 * What the client vendors: one row a file, the package it comes from and the file inside it.
 * The versions stand in package.json and nowhere else.
 */
export const VENDORED = [
  { out: 'preact.js', name: 'preact', file: 'dist/preact.mjs', licence: 'LICENSE' },
  { out: 'hooks.js', name: 'preact', file: 'hooks/dist/hooks.mjs', licence: 'LICENSE' },
  { out: 'signals-core.js', name: '@preact/signals-core', file: 'dist/signals-core.mjs', licence: 'LICENSE' },
  { out: 'signals.js', name: '@preact/signals', file: 'dist/signals.mjs', licence: 'LICENSE' },
  { out: 'htm.js', name: 'htm', file: 'dist/htm.mjs', licence: 'LICENSE' },
  { out: 'idb.js', name: 'idb', file: 'build/index.js', licence: 'LICENSE' },
];

/** A bare import in a package → the file beside it in vendor/. */
export const RELATIVE = {
  preact: './preact.js',
  'preact/hooks': './hooks.js',
  '@preact/signals-core': './signals-core.js',
};
