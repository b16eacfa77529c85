/**
 * Looks a screen over as it stands: axe in light, what a thumb and an old eye would stumble over, contrast
 * in the dark, and what no longer fits at the largest text. Returns what is wrong, in words, by kind.
 */
async ({ target, text, line, inTheDark }) => {
  const root = document.documentElement;
  const { theme, text: chosen } = root.dataset;
  // Targets are measured below, by a stricter bar; axe counts what a sticky bar covers until one scrolls.
  const rules = { 'target-size': { enabled: false } };
  const axeFinds = async (only) => {
    const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly: only, rules, preload: false });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.failureSummary}`.replace(/\s+/g, ' ').slice(0, 300)));
  };
  const levels = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
  const found = { axe: await axeFinds(levels), small: smallThings(target, text, line), raw: rawKeys(), cut: cutOff() };
  root.dataset.theme = 'dark';
  found.dark = inTheDark ? await axeFinds({ type: 'rule', values: ['color-contrast'] }) : [];
  root.dataset.theme = theme;
  root.dataset.text = '3';
  found.largest = cutOff();
  root.dataset.text = chosen;
  return found;

  function shown(element) {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden, .skip-link');
  }

  function named(element) {
    const words = (element.innerText || element.getAttribute('aria-label') || element.id || '').trim().slice(0, 30);
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${words}`;
  }

  /** Links inside running text are as high as their text: the exception of WCAG 2.5.8. */
  function inText(element) {
    return getComputedStyle(element).display === 'inline' && element.parentElement.innerText.trim() !== element.innerText.trim();
  }

  function smallThings() {
    const wrong = new Set();
    const touched = 'a[href], button, input:not([type=hidden]), select, textarea, summary, label.button, [tabindex="0"]';
    for (const element of document.querySelectorAll(touched)) {
      if (!shown(element) || (element.matches('a') && inText(element))) continue;
      const { width, height } = element.getBoundingClientRect();
      if (Math.min(width, height) < target - 0.5) wrong.add(`${Math.round(width)} × ${Math.round(height)} px to touch: ${named(element)}`);
    }
    for (const { node, element } of texts()) {
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      if (size < text - 0.01) wrong.add(`${size} px to read: ${named(element)}`);
      const lines = parseFloat(style.lineHeight) / size;
      if (lines < line - 0.01 && rows(node) > 1) wrong.add(`lines ${lines.toFixed(2)} apart at ${size} px: ${named(element)}`);
    }
    return [...wrong];
  }

  function texts() {
    const all = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() && shown(node.parentElement)) all.push({ node, element: node.parentElement });
    }
    return all;
  }

  function rows(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  }

  /** A key that no language has a text for. */
  function rawKeys() {
    return texts().map(({ node }) => node.data.trim()).filter((words) => /^[a-z_]+(\.[a-z0-9_]+)+$/.test(words));
  }

  /** Inside something that is moved sideways by itself: a building, a table, looked at in two directions. */
  function scrolls(element) {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return true;
    }
    return false;
  }

  /** What reaches out of the screen or out of its box. */
  function cutOff() {
    const wide = root.clientWidth;
    const wrong = new Set();
    if (root.scrollWidth > wide) wrong.add(`the screen is ${root.scrollWidth} px wide, ${wide} are there`);
    for (const element of document.querySelectorAll('body *')) {
      if (!shown(element) || element.matches('input') || element.closest('svg, dialog:not([open])') || scrolls(element.parentElement)) continue;
      const { left, right } = element.getBoundingClientRect();
      if (right > wide + 1 || left < -1) wrong.add(`reaches from ${Math.round(left)} to ${Math.round(right)} of ${wide} px: ${named(element)}`);
      const style = getComputedStyle(element);
      // Words in a link may be shortened: it leads to the whole.
      if (style.webkitLineClamp !== 'none' && element.closest('a')) continue;
      if (/hidden|clip/.test(style.overflowX + style.overflowY) && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) wrong.add(`cut off: ${named(element)}`);
    }
    return [...wrong];
  }
}
