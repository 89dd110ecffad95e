// Play, step and start again for labs that run in steps: the number of steps is a parameter like any
// other, so that what is on the screen is what the link says.
import type { Field, Page } from "./lab.js";

export class Playback {
  private horizon: Field | undefined;
  private page: Page | null = null;
  private playing = false;

  constructor(private readonly set: (key: string, value: string) => void) {}

  follow(page: Page, settled: boolean): void {
    this.page = page;
    this.horizon = page.fields.find((f) => f.offer === "horizon");
    if (this.playing && settled) this.advance();
  }

  /** False for a lab without steps, here and below. */
  toggle(): boolean {
    this.playing = !this.playing && this.horizon !== undefined;
    if (this.playing) this.advance();
    return this.horizon !== undefined;
  }

  step(by: number): boolean {
    this.playing = false;
    if (this.page) this.go(this.page.total + by);
    return this.horizon !== undefined;
  }

  /** From the first step again, with the same seed. */
  restart(): boolean {
    this.playing = false;
    this.go(this.horizon?.low ?? 0);
    return this.horizon !== undefined;
  }

  private advance(): void {
    const page = this.page;
    if (!page || !this.go(page.total + Math.max(1, Math.round(page.total / 60)))) this.playing = false;
  }

  private go(steps: number): boolean {
    const { horizon } = this;
    if (!horizon) return false;
    const bounded = Math.min(Math.max(steps, horizon.low ?? 0), horizon.high ?? steps);
    if (String(bounded) === horizon.value) return false;
    this.set(horizon.key, String(bounded));
    return true;
  }
}
