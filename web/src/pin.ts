// The run that stays in sight behind the next one: a button that pins the lab as it stands and lets go.
import type { Page } from "./lab.js";
import { pinnedValues } from "./live_words.js";

/** What the engine takes for "as it stands" (src/lab/view.h). */
const here = "here";

export class Pin {
  private pinned = false;

  /** `says` is what screen readers hear of it; `set` passes a wish on to the engine. */
  constructor(
    private readonly button: HTMLElement,
    private readonly says: HTMLElement,
    private readonly set: (key: string, value: string) => Promise<void>,
  ) {
    button.addEventListener("click", () => this.toggle());
  }

  toggle(): void {
    void this.set("pin", this.pinned ? "" : here);
  }

  follow(page: Page): void {
    this.pinned = page.pinned !== null;
    const text = page.pinned ? words(page) : "";
    if (this.says.textContent !== text) this.says.textContent = text;
    const label = this.pinned ? "Unpin" : "Pin";
    if (this.button.textContent !== label) this.button.textContent = label;
  }
}

function words(page: Page): string {
  const values = pinnedValues(page);
  if (values === "") return "This run is pinned. Change something: it stays behind the next, dashed or as outlines, and in the table.";
  return `Pinned behind, dashed or as outlines: ${values}.`;
}
