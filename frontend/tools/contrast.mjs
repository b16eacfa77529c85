import { readFile } from 'node:fs/promises';

/**
 * The contrast of every pair of colours that carries text (4.5:1) or the edge of something to act on (3:1),
 * computed from the tokens, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11).
 */
const TEXT = [
  ['ink', 'paper'], ['ink', 'sheet'], ['ink', 'sheet-deep'], ['ink-soft', 'paper'], ['ink-soft', 'sheet'], ['ink-soft', 'sheet-deep'],
  ['indigo', 'paper'], ['indigo', 'sheet'], ['on-indigo', 'indigo'], ['indigo-deep', 'indigo-soft'], ['ink', 'indigo-soft'], ['ink-soft', 'indigo-soft'],
  ['seal', 'paper'], ['seal', 'sheet'], ['on-seal', 'seal'], ['seal', 'seal-soft'], ['ink', 'seal-soft'],
  ['on-ochre', 'ochre'], ['ochre-ink', 'ochre-soft'], ['ink', 'ochre-soft'],
  ['leaf', 'leaf-soft'], ['ink', 'leaf-soft'], ['ink', 'stone-soft'], ['paper', 'ink'],
];
const EDGES = [['rule-firm', 'paper'], ['rule-firm', 'sheet'], ['indigo', 'paper'], ['focus', 'paper'], ['focus', 'sheet'], ['ochre-ink', 'sheet']];

const STYLES = new URL('../styles/', import.meta.url);

async function tokens(file) {
  const css = await readFile(new URL(file, STYLES), 'utf8');
  return Object.fromEntries([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, value]) => [name, value]));
}

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function weak(theme, colours, pairs, least) {
  return pairs.map(([front, back]) => ({ front, back, is: ratio(colours[front], colours[back]) })).filter(({ is }) => is < least)
    .map(({ front, back, is }) => `${theme}: ${front} on ${back} is ${is.toFixed(2)}:1, needs ${least}:1`);
}

export async function checkContrast() {
  const light = await tokens('tokens.css');
  const dark = { ...light, ...(await tokens('tokens-dark.css')) };
  return [['light', light], ['dark', dark]].flatMap(([theme, colours]) =>
    [...weak(theme, colours, TEXT, 4.5), ...weak(theme, colours, EDGES, 3)]);
}
