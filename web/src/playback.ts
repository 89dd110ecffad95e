// Play, step and start again for labs that run in steps: the number of steps is a parameter like any
// other, so that what is on the screen is what the link says.
import type { Field, Page } from "./lab.js";

/** The number of steps to show next while playing: about a second for a factor of three. */
export function following(steps: number): number {
  return steps + Math.max(1, Math.round(steps / 60));
}

export class Playback {
  private horizon: Field | undefined;
  private playing = false;
  private end = Infinity;

  constructor(private readonly set: (steps: Field, value: string) => void) {}

  follow(page: Page, settled: boolean): void {
    this.horizon = page.fields.find((f) => f.offer === "horizon");
    if (this.playing && settled) requestAnimationFrame(() => this.advance());
  }

  /** False for a lab without steps, here and below. */
  toggle(): boolean {
    this.playing = !this.playing && this.horizon !== undefined;
    this.end = Infinity;
    if (this.playing) this.advance();
    return this.horizon !== undefined;
  }

  step(by: number): boolean {
    this.playing = false;
    this.go(this.steps() + by);
    return this.horizon !== undefined;
  }

  /** From the first step again, with the same seed, as far as it had come. */
  restart(): boolean {
    this.end = this.steps();
    this.playing = this.go(0);
    return this.horizon !== undefined;
  }

  private steps(): number {
    return Number(this.horizon?.value ?? 0);
  }

  private advance(): void {
    if (!this.playing) return;
    this.playing = this.go(Math.min(following(this.steps()), this.end));
  }

  /** False where nothing changes, because an end is reached. */
  private go(steps: number): boolean {
    const { horizon } = this;
    if (!horizon) return false;
    const bounded = Math.min(Math.max(steps, horizon.low ?? 0), horizon.high ?? steps);
    if (bounded === this.steps()) return false;
    this.set(horizon, String(bounded));
    return true;
  }
}
