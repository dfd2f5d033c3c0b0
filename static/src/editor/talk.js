// Taking part in the discussions beside the text: beginning one, answering, and hearing what others say. The
// pages are the server's; here they are sent and put in their place, and nothing that is being typed is lost.
import { grasp } from "./holding.js";
import { here } from "./keys.js";

/** @typedef {import("./threads.js").Margin} Margin */
/** @typedef {import("./connection.js").Connection} Connection */

const PATIENCE = 4000; // milliseconds that words may take to be kept before a discussion of them is begun
const SPREAD = 500; // milliseconds over which pages come for what was said
const AT_MOST = 500; // characters of words one speaks of; more is a paragraph

/**
 * @param {Margin} margin
 * @param {Connection} connection
 * @returns {() => void} opens the form for the selected words
 */
export function talk(margin, connection) {
  const { place, session } = margin;
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById("discuss-live"));
  /** @type {{key: string, at: string, words: string, from: string, to: string} | null} */
  let meant = null;

  const listen = async () => {
    const answer = await fetch(place.dataset.address ?? "");
    if (answer.ok) put(await answer.text(), margin);
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  connection.onDiscussed = () => {
    // A remark is told to two hundred pages at once: they come for it one after the other, for several once.
    soon ??= setTimeout(() => {
      soon = undefined;
      listen().catch(() => {}); // offline: it is asked again on return
    }, Math.random() * SPREAD);
  };

  place.addEventListener("submit", (event) => {
    event.preventDefault();
    const sent = /** @type {HTMLFormElement} */ (event.target);
    const button = /** @type {HTMLButtonElement | null} */ (/** @type {SubmitEvent} */ (event).submitter);
    void send(sent, button, sent === form ? meant : null, margin, connection);
  });
  place.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.closest("[data-threads-close]")) place.dataset.open = "no";
    if (!form || !target.closest("[data-leave]")) return;
    form.hidden = true;
    margin.level();
    margin.view.focus();
  });

  return () => {
    const chosen = selected(session);
    if (!form || !chosen) return;
    meant = chosen;
    /** @type {HTMLElement} */ (form.querySelector("b")).textContent = chosen.name;
    /** @type {HTMLElement} */ (form.querySelector("q")).textContent = chosen.words;
    /** @type {HTMLElement} */ (form.querySelector("q")).hidden = !chosen.words;
    say(form, "");
    form.hidden = false;
    place.dataset.open = "yes";
    margin.level();
    form.querySelector("textarea")?.focus();
  };
}

/** The words one has selected, within one paragraph; none: the paragraph of the caret. @param {import("./session.js").Session} session */
function selected(session) {
  const { state, ydoc } = session;
  const found = here(state);
  if (!found || found.block.type.name !== "paragraph" || !found.block.textContent) return null;
  const { block, at } = found;
  const key = block.attrs.key;
  const start = found.offset;
  const end = Math.min(state.selection.to - at - 1, block.content.size);
  const raw = block.textBetween(start, Math.max(start, end));
  const words = raw.trim();
  const name = document.querySelector(`.ProseMirror [data-key="${CSS.escape(key)}"]`)?.getAttribute("data-name") ?? "";
  if (!words || words.length > AT_MOST) return { key, name, at: "", words: "", from: "", to: "" };
  const from = start + raw.length - raw.trimStart().length;
  const before = [...block.textBetween(0, from)].length;
  return { key, name, at: String(before), words, ...grasp(block, key, from, end - (raw.length - raw.trimEnd().length), ydoc) };
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement | null} button
 * @param {{key: string, at: string, words: string, from: string, to: string} | null} meant
 * @param {Margin} margin
 * @param {Connection} connection
 */
async function send(form, button, meant, margin, connection) {
  const data = new FormData(form);
  if (meant) {
    const { key, at, words, from, to } = meant;
    for (const [name, value] of Object.entries({ paragraph: key, at, words, held_from: from, held_to: to })) data.set(name, value);
    await saved(connection); // the server finds the words in what it has kept
  }
  if (button) button.disabled = true;
  say(form, "");
  try {
    const answer = await fetch(button?.getAttribute("formaction") ?? form.action, { method: "POST", body: data });
    const text = await answer.text();
    if (!answer.ok) return say(form, refusal(text));
    form.reset();
    if (meant) form.hidden = true;
    put(text, margin);
  } catch {
    say(form, gettext("You are offline. Your words stay here: send them when you are back."));
  } finally {
    if (button) button.disabled = false;
  }
}

/** @param {Connection} connection */
async function saved(connection) {
  const until = Date.now() + PATIENCE;
  while (connection.standing === "saving" && Date.now() < until) await new Promise((done) => setTimeout(done, 50));
}

/** What a refusal says: a sentence, or a page with one. @param {string} text */
function refusal(text) {
  if (!text.trimStart().startsWith("<")) return text;
  return new DOMParser().parseFromString(text, "text/html").querySelector("main p")?.textContent ?? gettext("This could not be done. Load the page again.");
}

/** @param {HTMLFormElement} form @param {string} words */
function say(form, words) {
  let told = /** @type {HTMLElement | null} */ (form.querySelector("[role=alert]"));
  if (!told && words) {
    told = document.createElement("p");
    told.className = "warning small";
    told.setAttribute("role", "alert");
    form.append(told);
  }
  if (!told) return;
  told.textContent = words;
  told.hidden = !words;
}

/**
 * Put the cards as the server has them by now. One in which nothing new was said stays as it is; where
 * something was, what one is typing there is carried over.
 * @param {string} page
 * @param {Margin} margin
 */
function put(page, margin) {
  const { place } = margin;
  const fresh = new DOMParser().parseFromString(page, "text/html").querySelector("[data-threads]");
  const old = place.querySelector("[data-threads]");
  if (!fresh || !old) return;
  const typing = document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.id : "";
  for (const card of /** @type {NodeListOf<HTMLElement>} */ (fresh.querySelectorAll("[data-thread]"))) {
    const was = /** @type {HTMLElement | null} */ (old.querySelector(`#${card.id}`));
    if (!was) continue;
    if (was.dataset.said === card.dataset.said) card.replaceWith(was);
    else carryOver(was, card);
  }
  old.replaceWith(document.adoptNode(fresh));
  if (typing) document.getElementById(typing)?.focus({ preventScroll: true });
  margin.read();
}

/** @param {HTMLElement} was @param {HTMLElement} card */
function carryOver(was, card) {
  const [before, now] = [was, card].map((each) => each.querySelector("textarea"));
  if (before && now) now.value = before.value;
}
