// What an opening phrase may go on with, from the parts that phrases of a language are put together from.
import { fold } from "./folding.js";

/** @typedef {{before: string[], verbs: string[], after: string[]}} Parts */
/** @typedef {{spaced: boolean, capital: boolean, preambular: Parts, operative: Parts}} Phrases */

export const MOST = 7; // offered at once: more is a list to search, not a hint
const FEWEST = 2; // letters from which on something is offered; one sign where signs are words

/**
 * The phrases that what was typed may become, by the alphabet, so that they are found where one looks; none where it is complete or unknown.
 *
 *     "Tak"               Takes note
 *     "Also rec"          Also recalls, Also recognizes, Also recommends
 *     "Takes note with d" Takes note with dismay, …
 *
 * @param {string} typed a paragraph's words up to the caret
 * @param {Parts} parts
 * @param {Phrases} phrases
 * @returns {string[]}
 */
export function completions(typed, parts, phrases) {
  const folded = fold(typed).text;
  if (folded.length < (phrases.spaced ? FEWEST : 1) || folded !== folded.trimStart()) return [];
  const space = phrases.spaced ? " " : "";
  const known = (/** @type {string[]} */ row) => row.map((words) => ({ words, folded: fold(words).text }));
  const { before, verbs, after } = { before: known(parts.before), verbs: known(parts.verbs), after: known(parts.after) };
  const led = lead(folded, before, space);
  const rest = folded.slice(led.length);
  const begun = verbs.filter((verb) => rest && verb.folded.startsWith(rest));
  const found = begun.sort((a, b) => (a.folded < b.folded ? -1 : 1)).map(({ words }) => led + words);
  if (rest) found.push(...before.filter((each) => each.folded.startsWith(rest)).map(({ words }) => led + words));
  for (const verb of verbs) {
    const open = verb.folded + space;
    if (!rest.startsWith(open) || rest === verb.folded) continue;
    const tail = rest.slice(open.length);
    found.push(...after.filter((each) => tail && each.folded.startsWith(tail)).map(({ words }) => led + open + words));
  }
  const written = [...new Set(found)].filter((words) => fold(words).text !== folded);
  return written.slice(0, MOST).map((words) => cased(words, typed, phrases.capital));
}

/**
 * The words before the verb that are typed already (Also, Deeply).
 * @param {string} folded
 * @param {{folded: string}[]} before
 * @param {string} space
 */
function lead(folded, before, space) {
  let at = 0;
  for (let found = true; found; ) {
    const next = before.find((each) => folded.startsWith(each.folded + space, at));
    found = Boolean(next);
    if (next) at += next.folded.length + space.length;
  }
  return folded.slice(0, at);
}

/**
 * With a capital, unless the language opens in lower case and the person did.
 * @param {string} words
 * @param {string} typed
 * @param {boolean} capital
 */
function cased(words, typed, capital) {
  if (!capital && typed[0] === typed[0].toLowerCase()) return words;
  return words[0].toUpperCase() + words.slice(1);
}
