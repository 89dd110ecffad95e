// Where the page turns to: the answer, and a new question, from its beginning.

/** Shows what has to be shown before a part of the page can be seen. */
export type Reveal = (element: Element) => void;

/** Brings a part of the page into view and the focus to it. */
export function leadTo(selector: string, reveal: Reveal): void {
  const target = document.querySelector<HTMLElement>(selector);
  if (!target) return;
  reveal(target);
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}

/** A new question is seen from its beginning, and its hints and solution are folded. */
export function turnToQuestion(reveal: Reveal): void {
  const folds = document.querySelectorAll<HTMLDetailsElement>("details.hint, details.solution");
  for (const fold of folds) fold.open = false;
  const title = document.querySelector("#question-title");
  if (!title) return;
  reveal(title);
  title.scrollIntoView({ block: "nearest" });
}
