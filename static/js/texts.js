/** A file dropped on a text goes into that text's own file field; its name is shown by the field itself. */

const zoneOf = (event) => event.target.closest?.("[data-drop]");
const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");

document.addEventListener("dragover", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault(); // else the browser would leave the page and open the file
  for (const zone of document.querySelectorAll("[data-drop]")) zone.classList.toggle("over", zone === zoneOf(event));
});

document.addEventListener("dragleave", (event) => zoneOf(event)?.classList.remove("over"));

document.addEventListener("drop", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  const zone = zoneOf(event);
  zone?.classList.remove("over");
  const field = zone?.querySelector("input[type=file]");
  if (!field || !event.dataTransfer.files.length) return;
  const one = new DataTransfer();
  one.items.add(event.dataTransfer.files[0]);
  field.files = one.files;
  field.focus();
});
