/**
 * A text pasted into its box keeps what its program put on the clipboard beside the words: italics, calls of
 * notes, numbers of lists. The box shows the plain text; whoever changes it there means that.
 */

const TELLING =
  /<(?:i|em|sup|ol|table|del|ins)\b|font-style\s*:\s*italic|vertical-align\s*:\s*super|mso-(?:list|footnote)/i;
const LONGEST = 1_500_000; // characters; Word writes some ten times as many as there are words

let pasting = null; // the box whose next input is the paste itself

document.addEventListener("paste", (event) => {
  const box = event.target.closest?.("[data-drop] textarea");
  if (!box) return;
  const rich = event.clipboardData?.getData("text/html") ?? "";
  const whole = box.selectionStart === 0 && box.selectionEnd === box.value.length;
  hold(box, whole && rich.length <= LONGEST && TELLING.test(rich) ? rich : "");
  pasting = box;
});
document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-drop] textarea")) return;
  if (event.target !== pasting) hold(event.target, "");
  pasting = null;
});
document.addEventListener("click", (event) => {
  const zone = event.target.matches("[data-plain]") && event.target.closest("[data-drop]");
  if (!zone) return;
  const box = zone.querySelector("textarea");
  hold(box, "");
  box.focus();
});

/** Keeps what goes along with a box's text, or nothing, and says so. */
function hold(box, rich) {
  const zone = box.closest("[data-drop]");
  zone.querySelector("[data-rich]").value = rich;
  zone.querySelector("[data-pasted]").hidden = !rich;
}
