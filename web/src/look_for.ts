// What to look for lies over the picture while it is open, so that nothing moves: the room that its first
// lines take stays what it was.

export function layOver(details: HTMLDetailsElement): void {
  details.querySelector("summary")?.addEventListener("click", () => {
    if (!details.open) details.style.height = `${details.offsetHeight}px`;
  });
  details.addEventListener("toggle", () => {
    if (!details.open) details.style.height = "";
  });
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    event.preventDefault();
    details.open = false;
    details.querySelector("summary")?.focus();
  });
}
