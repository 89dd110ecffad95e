// On a phone question, lab and answer are a panel each, with a bar at the bottom to go from one to
// another. Each keeps the place to which it was scrolled, and a page that is loaded again the panel. On
// paper, on a wide screen and in a page of somebody else's all three stand in order.
import { isText, type Store } from "./store.js";

const narrow = "(max-width: 700px)";

export class Panels {
  private readonly all: HTMLElement[];
  private readonly places = new Map<HTMLElement, number>();
  private current: HTMLElement | undefined;
  private readonly phone = matchMedia(narrow);
  private printing = false;

  /**
   * `bar` has a button for each panel, `moved` hears when another one is seen. `visit` keeps for the page
   * called `id` which one it is, in this tab alone; `of_lab`: the page's link says something of the lab.
   */
  constructor(
    private readonly bar: HTMLElement,
    private readonly id: string,
    private readonly visit: Store,
    of_lab: boolean,
    private readonly moved: () => void,
  ) {
    this.all = [...bar.querySelectorAll<HTMLElement>("[data-panel]")]
      .map((button) => document.getElementById(button.dataset["panel"] ?? ""))
      .filter((panel) => panel !== null);
    const first = opening(isAgain(), visit.read(this.key(), isText, ""), of_lab);
    this.current = this.all.find((panel) => panel.id === first) ?? this.all[0];
    bar.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-panel]");
      const panel = this.all.find(({ id }) => id === button?.dataset["panel"]);
      if (panel) this.show(panel);
    });
    for (const panel of this.all) {
      // The browser's own search has found something in it.
      panel.addEventListener("beforematch", () => this.show(panel));
    }
    this.phone.addEventListener("change", () => this.move());
    addEventListener("beforeprint", () => this.print(true));
    addEventListener("afterprint", () => this.print(false));
    this.arrange();
  }

  /** Shows the panel that `element` stands in; false where it was in view already. */
  reveal(element: Element): boolean {
    const panel = this.all.find((one) => one.contains(element));
    return panel !== undefined && panel !== this.current && this.parted() && this.show(panel);
  }

  private show(panel: HTMLElement): boolean {
    if (panel === this.current) {
      scrollTo({ top: 0 });
      return false;
    }
    if (this.current && this.parted()) this.places.set(this.current, scrollY);
    this.current = panel;
    this.move();
    if (this.parted()) scrollTo({ top: this.places.get(panel) ?? 0, behavior: "instant" });
    return true;
  }

  private parted(): boolean {
    return this.phone.matches && !this.printing && !document.documentElement.classList.contains("embedded");
  }

  private print(on: boolean): void {
    this.printing = on;
    this.move();
  }

  private move(): void {
    this.arrange();
    this.moved();
  }

  private arrange(): void {
    for (const panel of this.all) {
      if (this.parted() && panel !== this.current) panel.setAttribute("hidden", "until-found");
      else panel.removeAttribute("hidden");
    }
    for (const button of this.bar.querySelectorAll<HTMLElement>("[data-panel]")) {
      button.setAttribute("aria-pressed", String(button.dataset["panel"] === this.current?.id));
    }
    this.visit.write(this.key(), this.current?.id ?? "");
  }

  private key(): string {
    return `panel:${this.id}`;
  }
}

/**
 * The panel that a page opens on: the one of before where it is loaded again or come back to, the lab where
 * the link says something of the lab; empty for the first.
 */
export function opening(again: boolean, kept: string, of_lab: boolean): string {
  if (again && kept !== "") return kept;
  return of_lab ? "lab" : "";
}

/** Whether this page was here before: after a reload, or on the way back. */
function isAgain(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry?.type === "reload" || entry?.type === "back_forward";
}
