// Question and answer folded away, so that the lab has the whole width; remembered between visits.
import { isBoolean, type Store } from "./store.js";

export class Fold {
  /** `root` has both columns. */
  constructor(private readonly root: HTMLElement, private readonly button: HTMLElement, private readonly store: Store) {
    button.addEventListener("click", () => this.toggle());
    this.set(store.read("folded", isBoolean, false));
  }

  toggle(): void {
    const folded = !this.folded();
    this.store.write("folded", folded);
    this.set(folded);
  }

  /** Unfolds where `element` would not be seen. */
  reveal(element: Element): void {
    if (this.folded() && element.closest(".sheet")) this.toggle();
  }

  private folded(): boolean {
    return this.root.classList.contains("folded");
  }

  private set(folded: boolean): void {
    this.root.classList.toggle("folded", folded);
    this.button.setAttribute("aria-expanded", String(!folded));
    this.button.title = folded ? "Question and answer ( [ )" : "Fold question and answer away ( [ )";
  }
}
