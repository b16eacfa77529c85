/**
 * Arrow keys move between doors as the eye does; Tab leaves the building. One door per stairwell is in the
 * tab order, the one last visited.
 * @param {KeyboardEvent} event on the stairwell
 */
export function moveByArrow(event) {
  const step = STEPS[event.key];
  const here = event.target instanceof Element ? event.target.closest('.door') : null;
  if (!step || !here || !(event.currentTarget instanceof Element)) return;
  const next = nextDoor(event.currentTarget, here, step);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** @param {FocusEvent} event on the stairwell */
export function keepPlace(event) {
  const here = event.target instanceof Element ? event.target.closest('.door') : null;
  if (!here || !(event.currentTarget instanceof Element)) return;
  for (const door of event.currentTarget.querySelectorAll('.door')) door.setAttribute('tabindex', door === here ? '0' : '-1');
}

/** @type {Record<string, { floor: number, place: number }>} */
const STEPS = {
  ArrowUp: { floor: -1, place: 0 },
  ArrowDown: { floor: 1, place: 0 },
  ArrowLeft: { floor: 0, place: -1 },
  ArrowRight: { floor: 0, place: 1 },
};

/**
 * @param {Element} stairwell
 * @param {Element} here
 * @param {{ floor: number, place: number }} step
 * @returns {HTMLElement | null} the next door that way, gaps passed over
 */
function nextDoor(stairwell, here, step) {
  let [floor, place] = [Number(here.getAttribute('data-row')), Number(here.getAttribute('data-place'))];
  for (let tries = 0; tries < 60; tries += 1) {
    [floor, place] = [floor + step.floor, place + step.place];
    const found = stairwell.querySelector(`.door[data-row="${floor}"][data-place="${place}"]`);
    if (found instanceof HTMLElement) return found;
  }
  return null;
}
