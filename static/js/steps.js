/** Going from change to change: n and p, the two buttons, and the list beside the text. */

const stops = () => {
  const filter = document.querySelector("[data-filtered]")?.dataset.filtered;
  const wanted = filter ? `.sheet [data-kinds~="${filter}"]` : "[data-stop]:not([data-stop=no])";
  return [...document.querySelectorAll(wanted)].filter((stop) => stop.offsetParent);
};

/** Where the reader is: the stop last gone to if it is still in sight, else the first below the middle of the bar. */
let current = null;

function step(by) {
  const all = stops();
  if (!all.length) return;
  const at = all.indexOf(current);
  goTo(all[at < 0 ? nearest(all, by) : (at + by + all.length) % all.length], all);
}

function nearest(all, by) {
  const below = all.findIndex((stop) => stop.getBoundingClientRect().top > 80);
  if (by > 0) return below < 0 ? 0 : below;
  return ((below < 0 ? all.length : below) - 1 + all.length) % all.length;
}

function goTo(stop, all) {
  history.replaceState(history.state, "", `#${stop.id}`);
  stop.setAttribute("tabindex", "-1");
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: "center" });
  show(stop, all);
}

function show(stop, all = stops()) {
  current = stop;
  for (const each of document.querySelectorAll("#comparison .here")) each.classList.remove("here");
  stop.classList.add("here");
  for (const link of document.querySelectorAll(".rail.left a[aria-current]")) link.removeAttribute("aria-current");
  const link = document.querySelector(`.rail.left a[href="#${CSS.escape(stop.id)}"]`);
  link?.setAttribute("aria-current", "true");
  const list = link?.closest(".rail");
  if (list && list.scrollHeight > list.clientHeight) list.scrollTop = link.offsetTop - list.clientHeight / 2;
  for (const count of document.querySelectorAll("[data-step-count]")) {
    count.textContent = interpolate(gettext("%(number)s of %(count)s"), { number: all.indexOf(stop) + 1, count: all.length }, true);
  }
}

function showAddressed() {
  const stop = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (stop && stops().includes(stop)) show(stop);
}

function prepare() {
  for (const bar of document.querySelectorAll("[data-by-script]")) bar.dataset.ready = "yes";
  current = null;
  showAddressed();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
  if (event.key === "n") step(1);
  else if (event.key === "p") step(-1);
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-step]");
  if (button) step(Number(button.dataset.step));
});
window.addEventListener("hashchange", showAddressed);
document.addEventListener("htmx:afterSettle", prepare);
prepare();
