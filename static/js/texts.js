/** Files dropped anywhere go into the field they are meant for, and are checked before they travel. */

const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
const most = (zone) => Number(zone.dataset.maxFiles);

/** Where files dropped here belong: the text under the pointer, else the place of the page that takes any. */
function zoneOf(event, count = 1) {
  const under = event.target.closest?.("[data-drop]");
  const page = document.querySelector("[data-drop-page]");
  if (under && (count <= most(under) || !page)) return under;
  return page ?? under ?? (document.querySelectorAll("[data-drop]").length === 1 ? document.querySelector("[data-drop]") : null);
}

function show(zone) {
  for (const each of document.querySelectorAll("[data-drop]")) each.classList.toggle("over", each === zone);
}

document.addEventListener("dragover", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault(); // else the browser would leave the page and open the file
  show(zoneOf(event, event.dataTransfer.items.length));
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) show(null);
});
document.addEventListener("drop", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  show(null);
  const zone = zoneOf(event, event.dataTransfer.files.length);
  if (zone) take(zone, [...event.dataTransfer.files]);
});
document.addEventListener("change", (event) => {
  const zone = event.target.matches("input[type=file]") && event.target.closest("[data-drop]");
  if (zone) check(zone, [...event.target.files]);
});

/** Puts files into a zone's field. A comparison that has all it needs begins at once. */
function take(zone, files) {
  const field = zone.querySelector("input[type=file]");
  if (!field || !files.length || !check(zone, files)) return;
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  field.files = chosen.files;
  field.focus();
  if (zone.matches("form") && (files.length === most(zone) || files[0].name.toLowerCase().endsWith(".docx"))) zone.requestSubmit();
}

/** Says in one line what is wrong with files, and empties the field; whether they can be sent. */
function check(zone, files) {
  const limit = Number(zone.dataset.maxBytes);
  const large = files.find((file) => file.size > limit);
  let wrong = "";
  if (files.length > most(zone)) wrong = interpolate(gettext("These are %(count)s files; %(most)s can be brought in at once. Choose fewer."), { count: files.length, most: most(zone) }, true);
  else if (large) wrong = interpolate(gettext("%(name)s has %(size)s; one file may have %(limit)s here."), { name: large.name, size: megabytes(large.size), limit: megabytes(limit) }, true);
  const place = zone.querySelector("[data-file-errors]");
  place?.replaceChildren(...(wrong ? [line(wrong)] : []));
  if (wrong) zone.querySelector("input[type=file]").value = "";
  return !wrong;
}

function line(words) {
  const list = document.createElement("ul");
  list.className = "errors";
  list.setAttribute("role", "alert");
  list.append(Object.assign(document.createElement("li"), { textContent: words }));
  return list;
}

const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;

/** Files take a moment: the form says that it is at work. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if ([...form.querySelectorAll("input[type=file]")].some((field) => field.files.length)) form.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy]")) form.removeAttribute("aria-busy");
});
