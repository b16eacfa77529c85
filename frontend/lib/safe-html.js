import { h } from '../vendor/preact.js';

/**
 * The server renders a document's Markdown. The page still takes only what reading needs: no scripts, no
 * styles, no addresses but links.
 */
const ALLOWED = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'UL', 'OL', 'LI', 'STRONG', 'EM', 'B', 'I', 'BLOCKQUOTE', 'BR', 'HR',
  'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'CODE', 'PRE', 'A', 'DEL']);

/** The page has its own h1; a document's headings stand below it. @type {Record<string, string>} */
const LOWERED = { H1: 'h2', H2: 'h3', H3: 'h4', H4: 'h5' };

/** @param {string} markup @returns {import('./html.js').Piece} */
export const safeHtml = (markup) => children(new DOMParser().parseFromString(markup, 'text/html').body);

/** @param {string} markup @returns {string} the words alone, to be read aloud */
export const wordsOf = (markup) => new DOMParser().parseFromString(markup, 'text/html').body.textContent ?? '';

/** @param {Node} node @returns {import('./html.js').Piece[]} */
const children = (node) => [...node.childNodes].map(piece);

/** @param {Node} node @returns {import('./html.js').Piece} */
function piece(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  if (node.tagName === 'SCRIPT' || node.tagName === 'STYLE') return null;
  if (!ALLOWED.has(node.tagName)) return children(node);
  const name = LOWERED[node.tagName] ?? node.tagName.toLowerCase();
  return h(name, name === 'a' ? linkProps(node) : null, ...children(node));
}

/** @param {Element} anchor */
function linkProps(anchor) {
  const href = anchor.getAttribute('href') ?? '';
  return /^https?:\/\//.test(href) ? { href, target: '_blank', rel: 'noreferrer noopener' } : null;
}
