// Words as they are found: case, accents and the kinds of apostrophe, hyphen and space make no difference.
// As drafts/core/finding.py folds them, with the way back to where each sign stands.

const ALIKE = /** @type {Record<string, string>} */ ({
  "’": "'", "‘": "'", "“": '"', "”": '"', "\u2011": "-", "\u2010": "-", "\u2013": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
  "\u00ad": "", "\u0640": "", œ: "oe", æ: "ae", ß: "ss",
});
const MARKS = /\p{M}/gu;

/**
 * A text as it is found, and for each of its units the place in the text it comes from; last, the text's end.
 * @param {string} text
 * @param {number} [start] where the text stands
 * @returns {{text: string, at: number[]}}
 */
export function fold(text, start = 0) {
  let folded = "";
  /** @type {number[]} */
  const at = [];
  for (let place = 0; place < text.length; ) {
    const sign = String.fromCodePoint(/** @type {number} */ (text.codePointAt(place)));
    const plain = foldSign(sign);
    for (let unit = 0; unit < plain.length; unit++) at.push(start + place);
    folded += plain;
    place += sign.length;
  }
  at.push(start + text.length);
  return { text: folded, at };
}

/** @param {string} sign */
function foldSign(sign) {
  if (sign < "\u0080") return sign.toLowerCase();
  const lower = sign.toLowerCase().normalize("NFD").replace(MARKS, "");
  return ALIKE[lower] ?? lower;
}
