// Which paragraphs kept their order: all others have moved.

/**
 * Where a longest run of rising numbers stands in a row.
 * @param {number[]} row
 * @returns {number[]}
 */
export function rising(row) {
  /** @type {number[]} */
  const tails = []; // at `length - 1`: where the run of that length with the smallest end ends
  const previous = row.map(() => -1);
  row.forEach((value, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (row[tails[middle]] < value) low = middle + 1;
      else high = middle;
    }
    previous[at] = low ? tails[low - 1] : -1;
    tails[low] = at;
  });
  const found = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]) found.unshift(at);
  return found;
}
