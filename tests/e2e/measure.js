/**
 * What a thumb and an old eye would stumble over on this screen, in words; empty when all is well.
 * Links inside running text are as high as their text (the exception of WCAG 2.5.8).
 */
({ target, text, line }) => {
  const wrong = [];
  const shown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: false })
      && !element.closest('.visually-hidden, .skip-link');
  };
  const name = (element) => {
    const words = (element.innerText || element.getAttribute('aria-label') || element.id || '').trim().slice(0, 20);
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${words}`;
  };
  const inText = (element) => getComputedStyle(element).display === 'inline'
    && element.parentElement.innerText.trim() !== element.innerText.trim();
  const touched = 'a[href], button, input:not([type=hidden]), select, textarea, summary, label.button, [tabindex="0"]';
  for (const element of document.querySelectorAll(touched)) {
    if (!shown(element) || (element.matches('a') && inText(element))) continue;
    const { width, height } = element.getBoundingClientRect();
    if (Math.min(width, height) < target - 0.5) wrong.push(`${Math.round(width)} × ${Math.round(height)} px to touch: ${name(element)}`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !shown(element)) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    if (size < text - 0.01) wrong.push(`${size} px to read: ${name(element)}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    if (lines > 1 && parseFloat(style.lineHeight) / size < line - 0.01) wrong.push(`lines ${style.lineHeight} apart at ${size} px: ${name(element)}`);
  }
  return [...new Set(wrong)];
}
