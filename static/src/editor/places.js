// Positions between positions: strings that sort as the paragraphs stand.
import { generateKeyBetween } from "fractional-indexing";

const STEPS = 10; // halvings by chance, so that two people who insert at one place hardly ever choose the same

/**
 * A position after one and before another. Where the two are the same, as two people's may be by chance, the
 * position just after them.
 * @param {string | null} before
 * @param {string | null} after
 */
export function between(before, after) {
  let low = before || null;
  let high = low !== null && after !== null && after <= low ? null : after || null;
  let found = generateKeyBetween(low, high);
  if (high === null) return found + chance();
  for (let step = 0; step < STEPS; step++) {
    if (Math.random() < 0.5) low = found;
    else high = found;
    found = generateKeyBetween(low, high);
  }
  return found;
}

// At an end any ending will do that is no "0", which a position never ends in.
function chance() {
  const signs = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  return Array.from({ length: 2 }, () => signs[Math.floor(Math.random() * signs.length)]).join("");
}
