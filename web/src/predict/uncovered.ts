// Beside the button that checks: that a check has uncovered the lab, and a button that covers it again.
import type { Curtain } from "./curtain.js";
import { beside_check } from "./telling.js";

export class Uncovered {
  private readonly says: HTMLElement;
  private readonly again: HTMLElement;
  private question = "";
  /** It was covered again from here. */
  private hung = false;

  constructor(private readonly root: HTMLElement, private readonly curtain: Pick<Curtain, "gone" | "hang">) {
    const [says, again] = [root.querySelector<HTMLElement>("span"), root.querySelector<HTMLElement>("button")];
    if (!says || !again) throw new Error("Beside the check there is no place for what it uncovers.");
    this.says = says;
    this.again = again;
    again.addEventListener("click", () => {
      this.hung = true;
      curtain.hang(true);
      // A button that goes must not take the focus with it.
      this.says.tabIndex = -1;
      this.says.focus({ preventScroll: true });
    });
  }

  follow(question: string): void {
    if (question !== this.question) this.hung = false;
    this.question = question;
    const gone = this.curtain.gone() === "checked";
    if (gone) this.hung = false;
    const text = gone ? beside_check.gone : this.hung ? beside_check.hung : "";
    if (this.says.textContent !== text) this.says.textContent = text;
    this.again.hidden = !gone;
    this.root.hidden = text === "";
  }
}
