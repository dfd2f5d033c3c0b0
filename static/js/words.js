/** The words of scripts where their catalogue did not come: as they stand in the scripts, in English. */

globalThis.gettext ??= (words) => words;
globalThis.ngettext ??= (one, several, count) => (count === 1 ? one : several);
globalThis.interpolate ??= (/** @type {string} */ words, /** @type {any} */ values, named) => {
  const inTurn = Object.values(values);
  return words.replace(/%(?:\((\w+)\))?s/g, (place, name) => (named ? values[name] : inTurn.shift()));
};
