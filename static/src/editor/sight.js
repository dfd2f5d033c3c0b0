// Bringing a place of the text into sight.

const MARGIN = 0.2; // of the window, above and below: what stands nearer to an edge is not in good sight

/**
 * Scroll until a position of the text stands in the middle, unless it is in good sight already.
 * @param {import("prosemirror-view").EditorView} view
 * @param {number} at
 */
export function bringIntoSight(view, at) {
  const { top, bottom } = view.coordsAtPos(at);
  if (top > innerHeight * MARGIN && bottom < innerHeight * (1 - MARGIN)) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: calm ? "instant" : "smooth" });
}
