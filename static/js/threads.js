/** Discussions beside the text: each level with its paragraph where there is room, and begun on selected words. */

const WIDE = matchMedia("(min-width: 64rem)");

function align() {
  let floor = 0;
  for (const card of document.querySelectorAll(".desk .discussion [data-beside]")) {
    card.style.marginTop = "";
    if (!WIDE.matches) continue;
    const paragraph = card.dataset.beside && document.getElementById(card.dataset.beside);
    const top = card.getBoundingClientRect().top + scrollY;
    const wanted = paragraph ? paragraph.getBoundingClientRect().top + scrollY : top;
    if (wanted > Math.max(top, floor)) card.style.marginTop = `${wanted - top}px`;
    floor = card.getBoundingClientRect().bottom + scrollY;
  }
}

/** How many code points of a paragraph's own text stand before a place in it: its number and note calls are none of it. */
function offsetIn(paragraph, node, offset) {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  const part = range.cloneContents();
  for (const sign of part.querySelectorAll(".label, sup.call, .discuss, .sr")) sign.remove();
  return [...part.textContent].length;
}

function offer() {
  const link = document.querySelector("[data-discuss-words]");
  if (!link) return;
  const selection = getSelection();
  const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const paragraph = range?.startContainer.parentElement?.closest(".sheet .para[id]");
  const same = paragraph && paragraph === range.endContainer.parentElement?.closest(".para");
  link.hidden = !same;
  if (!same) return;
  const start = offsetIn(paragraph, range.startContainer, range.startOffset);
  const end = offsetIn(paragraph, range.endContainer, range.endOffset);
  const words = selection.toString().trim();
  if (end <= start || !words || words.length > 500) return void (link.hidden = true);
  const lead = [...selection.toString()].length - [...selection.toString().trimStart()].length;
  const query = new URLSearchParams({ discuss: paragraph.id, words, at: start + lead });
  link.href = `?${query}#discuss`;
  const place = range.getBoundingClientRect();
  link.style.top = `${place.bottom + scrollY + 6}px`;
  link.style.left = `${Math.min(Math.max(8, place.left), innerWidth - 220)}px`;
}

document.addEventListener("selectionchange", offer);
document.addEventListener("toggle", align, true);
document.addEventListener("htmx:afterSettle", align);
addEventListener("resize", align);
document.fonts?.ready.then(align);
align();
