// How far a run is and the button that stops it, while steps are being taken; and the keys of a lab that
// runs in steps. The number of steps is a parameter like any other, so that what is on the screen is
// what the link says; the engine moves it while it plays.
import type { FieldOf, Page } from "./lab.js";

export interface Line {
  act: "Pause" | "Stop here";
  text: string;
  /** "7 s left" of `text`, on its own; empty where that is soon. */
  left: string;
  /** Steps taken, of how many. */
  value: number;
  max: number;
}

/** The line for this state; null where no step is being taken. */
export function line(page: Page, settled: boolean, left_ms: number): Line | null {
  const value = page.done;
  if (page.playing) {
    const max = page.most || Number(horizonOf(page)?.high ?? page.total);
    return { act: "Pause", text: `step ${value} of ${max}`, left: "", value, max };
  }
  if (settled) return null;
  const max = page.total;
  const left = duration(left_ms);
  return { act: "Stop here", text: `step ${value} of ${max}${left === "" ? "" : `, ${left}`}`, left, value, max };
}

function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 2) return "";
  return seconds < 100 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`;
}

type Horizon = FieldOf<"whole">;

const horizonOf = (page: Page): Horizon | undefined =>
  page.fields.find((f): f is Horizon => f.offer === "horizon" && f.kind === "whole");

export class Playback {
  private page: Page | null = null;
  private settled = true;
  private wanted: number | null = null;

  constructor(
    private readonly root: HTMLElement,
    private readonly set: (key: string, value: string) => Promise<unknown>,
  ) {
    this.part("play").addEventListener("click", () => this.toggle());
  }

  follow(page: Page, settled: boolean, left_ms: number): void {
    this.page = page;
    this.settled = settled;
    const now = line(page, settled, left_ms);
    this.root.hidden = now === null;
    if (now === null) return;
    write(this.part("play"), now.act);
    write(this.part("play-text"), now.text);
    write(this.part("play-left"), now.left);
    const bar = this.part("play-bar") as HTMLProgressElement;
    bar.max = Math.max(now.max, 1);
    bar.value = now.value;
  }

  /** False for a lab without steps, here and below. */
  toggle(): boolean {
    if (!this.page || !horizonOf(this.page)) return false;
    void this.set("play", this.page.playing || !this.settled ? "0" : "1");
    return true;
  }

  step(by: number): boolean {
    return this.go((steps) => steps + by);
  }

  /** The first step again, from the same seed. */
  restart(): boolean {
    return this.go((_, horizon) => horizon.low);
  }

  private go(to: (steps: number, horizon: Horizon) => number): boolean {
    const horizon = this.page ? horizonOf(this.page) : undefined;
    if (!horizon) return false;
    // Keys may come faster than the engine answers; each counts from where the last one went.
    const steps = this.wanted ?? Number(horizon.value);
    const most = this.page?.most || horizon.high;
    const bounded = Math.min(Math.max(to(Math.min(steps, most), horizon), horizon.low), most);
    if (bounded === steps && !this.page?.playing) return true;
    this.wanted = bounded;
    void this.set(horizon.key, String(bounded)).then(() => {
      if (this.wanted === bounded) this.wanted = null;
    });
    return true;
  }

  private part(id: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(`#${id}`);
    if (!found) throw new Error(`The playback line has no ${id}.`);
    return found;
  }
}

function write(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
