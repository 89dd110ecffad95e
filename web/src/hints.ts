// Hints in three stages: the next one is offered when the one before it has been read.

export class Hints {
  private readonly all: HTMLDetailsElement[];

  constructor(root: ParentNode) {
    this.all = [...root.querySelectorAll<HTMLDetailsElement>("details.hint")];
    this.all.forEach((hint) => hint.addEventListener("toggle", () => this.offer()));
    this.offer();
    this.openForPaper(root);
  }

  /** Opens the first hint that is still closed. */
  next(): void {
    const closed = this.all.find((hint) => !hint.open);
    if (!closed) return;
    closed.hidden = false;
    closed.open = true;
    closed.querySelector("summary")?.focus();
  }

  private offer(): void {
    let read = true;
    for (const hint of this.all) {
      if (read) hint.hidden = false;
      else if (!hint.open) hint.hidden = true;
      read = read && hint.open;
    }
  }

  /** Paper cannot be unfolded: what is printed is printed open, and folded again afterwards. */
  private openForPaper(root: ParentNode): void {
    const opened: HTMLDetailsElement[] = [];
    addEventListener("beforeprint", () => {
      for (const details of root.querySelectorAll<HTMLDetailsElement>("details.solution:not([open])")) {
        details.open = true;
        opened.push(details);
      }
    });
    addEventListener("afterprint", () => opened.splice(0).forEach((details) => (details.open = false)));
  }
}
