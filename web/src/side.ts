// What stands beside the canvas in words and numbers: readouts and parameters.
import type { Page, Readout } from "./lab.js";
import { element } from "./markup.js";
import { rows, summary } from "./numbers.js";
import { follow, parameters, wanted } from "./parameters.js";

const quiet_ms = 700;

export interface SideHost {
  set(key: string, value: string): Promise<void>;
  file(key: string, file: File): Promise<void>;
}

export class Side {
  private page: Page | null = null;
  private spoken: Readout[] = [];
  private drawn = { fields: "", readouts: "" };
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly host: SideHost,
  ) {
    this.part("parameter-list").addEventListener("change", (event) => this.wish(event.target as HTMLElement));
    this.part("parameter-list").addEventListener("submit", (event) => event.preventDefault());
    this.part("number-rows").addEventListener("copy", (event) => this.copy(event as ClipboardEvent));
  }

  /** `resting`: no step is being taken, so that the numbers may be read aloud. */
  follow(page: Page, resting: boolean): void {
    const before = this.page;
    this.page = page;
    // What stands is the same object as before, so only what was sent is looked at.
    if (page.readouts !== before?.readouts || page.pinned !== before?.pinned) {
      const pinned = page.pinned?.readouts ?? null;
      this.part("pinned-head").hidden = pinned === null;
      this.redraw("number-rows", "readouts", [page.readouts, pinned], () => rows(page.readouts, pinned).map(element));
    }
    if (page.fields !== before?.fields) {
      const shape = page.fields.map((f) => ({ ...f, value: "", initial: "", file: "" }));
      this.redraw("parameter-list", "fields", shape, () => parameters(page.fields).map(element));
    }
    // A box may hold what was clamped to the value that it has already.
    follow(page.fields);
    if (!before) this.spoken = page.readouts;
    clearTimeout(this.pause);
    if (resting) this.pause = setTimeout(() => this.announce(page.readouts), quiet_ms);
  }

  private part(id: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(`#${id}`);
    if (!found) throw new Error(`The lab's side has no ${id}.`);
    return found;
  }

  /** Replaces the children of `id` when what they show has changed. */
  private redraw(id: string, slot: keyof typeof this.drawn, shown: unknown, make: () => Element[]): void {
    const stamp = JSON.stringify(shown);
    if (this.drawn[slot] === stamp) return;
    const focus = document.activeElement?.id ?? "";
    this.drawn[slot] = stamp;
    this.part(id).replaceChildren(...make());
    if (focus !== "" && document.activeElement?.id !== focus) document.getElementById(focus)?.focus();
  }

  private announce(readouts: Readout[]): void {
    const text = summary(this.spoken, readouts);
    this.spoken = readouts;
    if (text !== "") this.part("number-summary").textContent = text;
  }

  private wish(control: HTMLElement): void {
    const key = control.dataset["key"];
    if (key === undefined) return;
    const file = control instanceof HTMLInputElement ? control.files?.[0] : undefined;
    void (file ? this.host.file(key, file) : this.host.set(key, wanted(control)));
  }

  /** A number that is copied on its own is copied with every digit. */
  private copy(event: ClipboardEvent): void {
    const selection = getSelection();
    const cell = (node: Node | null | undefined): Element | null =>
      (node instanceof Element ? node : node?.parentElement)?.closest("td.value") ?? null;
    const from = cell(selection?.anchorNode);
    if (!from || from !== cell(selection?.focusNode)) return;
    event.clipboardData?.setData("text/plain", from.getAttribute("data-exact") ?? "");
    event.preventDefault();
  }
}
