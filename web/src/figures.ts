// The figures as the page has them: words for who listens and, over each figure on the canvas, a button
// that opens its files. Without a canvas the words are what is seen.
import type { Place } from "./canvas.js";
import { type Ending, endings, fileOf, gallery, saves } from "./gallery.js";
import type { FigureText } from "./lab.js";
import { element } from "./markup.js";

const lit_ms = 2400;
const longest_wait = 60;

export class Figures {
  private shown: readonly FigureText[] = [];
  private places: readonly Place[] = [];
  private open: HTMLElement | null = null;

  /** `picture` holds the canvas and the list; `take` makes a file, and says what came in its way. */
  constructor(
    private readonly picture: HTMLElement,
    private readonly list: HTMLElement,
    take: (key: string, ending: Ending) => Promise<string>,
  ) {
    list.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("button");
      const figure = button?.closest<HTMLElement>("[data-figure]");
      const key = figure?.dataset["figure"];
      if (!button || !figure || key === undefined) return;
      const ending = button.dataset["take"] as Ending | undefined;
      if (ending === undefined) return this.toggle(figure);
      void take(key, ending).then((message) => {
        part(figure, ".take-says").textContent = message;
        if (message === "") this.close();
      });
    });
    list.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.open) return;
      event.preventDefault();
      this.close();
    });
    document.addEventListener("pointerdown", (event) => {
      if (this.open && !this.open.contains(event.target as Node)) this.close(false);
    });
  }

  /** New words for the same figures leave their buttons and the focus as they are. */
  follow(figures: readonly FigureText[]): void {
    if (figures === this.shown) return;
    const same = figures.length === this.shown.length && figures.every((f, i) => f.key === this.shown[i]?.key);
    const before = this.shown;
    this.shown = figures;
    if (!same || this.list.children.length !== figures.length) {
      this.open = null;
      this.list.replaceChildren(...gallery(figures).map(element));
      this.put();
      return;
    }
    figures.forEach((f, i) => {
      const item = this.list.children[i];
      if (!(item instanceof HTMLElement)) return;
      if (f.alt !== before[i]?.alt) part(item, "p.words").textContent = f.alt;
      if (f.title !== before[i]?.title) {
        part(item, "h4").textContent = f.title;
        part(item, ".take-open").setAttribute("aria-label", saves(f.title));
        for (const ending of endings) part(item, `[data-take="${ending}"]`).setAttribute("aria-label", fileOf(ending, f.title));
      }
    });
  }

  /** Where the figures stand on the canvas; what is not on it has words alone. */
  place(places: readonly Place[]): void {
    this.places = places;
    this.picture.classList.toggle("drawn", places.length > 0);
    this.put();
  }

  /** The figure that stands first, or first of those that `keys` names. */
  first(keys?: ReadonlySet<string>): string | undefined {
    return this.places.find((place) => !keys || keys.has(place.key))?.key;
  }

  /** Waits some frames for a figure that a tab has just brought; undefined where it stays away. */
  async placed(key: string): Promise<string | undefined> {
    for (let frames = 0; frames < longest_wait && !this.places.some((place) => place.key === key); ++frames) {
      await new Promise(requestAnimationFrame);
    }
    return this.first(new Set([key]));
  }

  /** Brings a figure into view and lights its frame once. */
  light(key: string): void {
    const item = this.item(key);
    if (!item) return;
    const { top, bottom, height } = item.getBoundingClientRect();
    const above = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const below = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0;
    if (top < above || bottom > innerHeight - below) {
      item.scrollIntoView({ block: height > innerHeight - above - below ? "start" : "nearest" });
    }
    item.classList.remove("lit");
    void item.offsetWidth;
    item.classList.add("lit");
    setTimeout(() => item.classList.remove("lit"), lit_ms);
  }

  private item(key: string): HTMLElement | null {
    return this.list.querySelector<HTMLElement>(`[data-figure="${CSS.escape(key)}"]`);
  }

  private put(): void {
    const places = new Map(this.places.map((place) => [place.key, place]));
    for (const item of this.list.children) {
      if (!(item instanceof HTMLElement)) continue;
      const place = places.get(item.dataset["figure"] ?? "");
      item.classList.toggle("aside", !place);
      item.style.left = place ? `${place.x}px` : "";
      item.style.top = place ? `${place.y}px` : "";
      item.style.width = place ? `${place.width}px` : "";
      item.style.height = place ? `${place.height}px` : "";
    }
  }

  private toggle(figure: HTMLElement): void {
    if (this.open === figure) return this.close();
    this.close(false);
    this.open = figure;
    const list = part(figure, ".take-list");
    list.hidden = false;
    part(figure, ".take-open").setAttribute("aria-expanded", "true");
    list.querySelector("button")?.focus({ preventScroll: true });
  }

  private close(refocus = true): void {
    const figure = this.open;
    if (!figure) return;
    this.open = null;
    part(figure, ".take-list").hidden = true;
    part(figure, ".take-says").textContent = "";
    const opener = part(figure, ".take-open");
    opener.setAttribute("aria-expanded", "false");
    if (refocus) opener.focus({ preventScroll: true });
  }
}

function part(item: HTMLElement, selector: string): HTMLElement {
  const found = item.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`A figure has no ${selector}.`);
  return found;
}
