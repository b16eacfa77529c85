/**
 * Sweeping a finger along a landing ticks what it passes. Tapping each door, or the floor's name, does the
 * same without any sweep.
 * @param {(householdId: string) => void} tick
 */
export function sweep(tick) {
  /** @type {string | null} */
  let from = null;
  let swept = false;
  return {
    /** @param {PointerEvent} event */
    onPointerDown(event) {
      from = doorAt(event.target);
      swept = false;
    },
    /** @param {PointerEvent} event */
    onPointerMove(event) {
      if (!from || event.buttons === 0) return;
      const over = doorAt(document.elementFromPoint(event.clientX, event.clientY));
      if (!over || over === from) return;
      if (!swept) tick(from);
      swept = true;
      tick(over);
    },
    /** A click that ends a sweep is no tap. @param {Event} event */
    onClickCapture(event) {
      if (swept) event.stopPropagation();
      swept = false;
      from = null;
    },
  };
}

/** @param {EventTarget | null} target */
function doorAt(target) {
  const door = target instanceof Element ? target.closest('.door') : null;
  return door?.getAttribute('data-household') ?? null;
}
