/** The slider over a text's life: says which moment it stands at, steps by button, and keeps the exact moment of an address. */

const form = document.querySelector("[data-life]");
const range = form.querySelector("input[type=range]");
const words = form.querySelector("[data-life-words]");
const stops = JSON.parse(document.getElementById("life-stops").textContent);

const at = Object.assign(document.createElement("input"), { type: "hidden", name: "at", value: form.dataset.at });
form.append(at);
form.classList.add("scripted");

function tell() {
  const [seq, told] = stops[range.value];
  at.value = seq;
  words.textContent = told;
  range.setAttribute("aria-valuetext", told);
}

range.setAttribute("aria-valuetext", words.textContent);
range.addEventListener("input", tell);
form.addEventListener("click", (event) => {
  const step = event.target.closest("[data-life-step]");
  if (!step) return;
  event.preventDefault();
  const from = range.valueAsNumber;
  range.valueAsNumber = from + Number(step.dataset.lifeStep);
  if (range.valueAsNumber === from) return;
  tell();
  range.dispatchEvent(new Event("change", { bubbles: true }));
});
