/** Correcting a reading: when the page is drawn anew, the piece worked on stays where it was on the screen, and focused. */

let kept = null;

document.addEventListener("htmx:beforeRequest", (event) => {
  const piece = event.target.closest?.(".piece, .card");
  const id = piece?.classList.contains("card") ? piece.querySelector("[name=paragraph]")?.value : piece?.id;
  kept = id ? { id, top: document.getElementById(id)?.getBoundingClientRect().top } : null;
});

document.addEventListener("htmx:afterSettle", () => {
  const piece = kept && document.getElementById(kept.id);
  if (!piece) return;
  if (kept.top > 0 && kept.top < innerHeight) scrollBy({ top: piece.getBoundingClientRect().top - kept.top, behavior: "instant" });
  else piece.scrollIntoView({ block: "nearest" });
  (piece.querySelector("[autofocus]") ?? piece.querySelector("a.correct"))?.focus({ preventScroll: true });
  kept = null;
});
