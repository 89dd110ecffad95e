// Where the page turns to: the answer, past the lab; and a new question, from its beginning.

/** Brings a part of the page into view and the focus to it. */
export function leadTo(selector: string): void {
  const target = document.querySelector<HTMLElement>(selector);
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}

/** Goes where the link leads. What the address says after # stays: it is the state of the lab. */
export function skip(event: MouseEvent): void {
  event.preventDefault();
  leadTo((event.currentTarget as HTMLAnchorElement).hash);
}

/** A new question is seen from its beginning, and its hints and solution are folded. */
export function turnToQuestion(): void {
  const folds = document.querySelectorAll<HTMLDetailsElement>("details.hint, details.solution");
  for (const fold of folds) fold.open = false;
  document.querySelector("#question-title")?.scrollIntoView({ block: "nearest" });
}
