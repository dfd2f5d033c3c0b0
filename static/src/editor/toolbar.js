// A row of buttons that is one stop for the Tab key, with arrow keys within it.

/** @param {HTMLElement} toolbar */
export function roving(toolbar) {
  const buttons = () => [...toolbar.querySelectorAll("button")].filter((button) => button.offsetParent);
  const stop = (/** @type {HTMLElement | undefined} */ chosen) => {
    for (const button of toolbar.querySelectorAll("button")) button.tabIndex = button === chosen ? 0 : -1;
  };
  stop(buttons()[0]);
  toolbar.addEventListener("focusin", (event) => stop(/** @type {HTMLElement} */ (event.target).closest("button") ?? undefined));
  toolbar.addEventListener("keydown", (event) => {
    const all = buttons();
    const at = all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const forwards = getComputedStyle(toolbar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backwards = forwards === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    const next = { [forwards]: at + 1, [backwards]: at - 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    all.at(next % all.length)?.focus();
  });
}
