// Runs the engine in its worker: takes the lab's steps in short slices so that a new request is heard
// within one slice, alone or with others, and sends what the page and the canvas show.
import { Assisted, declared } from "./calls.js";
import { type Crew, worth_ms } from "./crew.js";
import type { EngineModule } from "./engine_module.js";
import type { Message, Request, Shown } from "./protocol.js";

const slice_ms = 25;
/** The same of a run that is shared: others are sent on between two of them. */
const shared_slice_ms = 10;
/** A run that takes less is not shared, though there is somebody to share it with. */
const pays_ms = 300;
/** How often the others are looked at while all that is left is in their hands. */
const look_ms = 250;
/** A change that is computed within this time is shown at once, without a picture from on the way. */
const patience_ms = 40;
const progress_ms = 120;
/** Nothing is timed before the page has been left alone for so long. */
const quiet_ms = 300;
/** Making progress known takes at most one part in so many of the time, however large the report. */
const share_of_progress = 4;
/** And being held up by pictures at most one part in so many of the page's. */
const share_of_pictures = 6;
/** The page takes silence of some seconds for the end, so it hears of a long run from time to time. */
const alive_ms = 500;

export class Runner {
  private settled = true;
  private playing = false;
  private steps = 1;
  /** What a step takes, by the last slices. */
  private stepMs = 0;
  private nextPost = 0;
  /** When the next picture of a run that plays may follow. */
  private due = 0;
  /** When the last picture was sent, and how long the page was held up by the last ones, with the rest after. */
  private sent = 0;
  private pictureMs = 0;
  /** What the run has reached has been sent. */
  private told = true;
  private lastWord = 0;
  /** Updates that the page has not taken in yet. More of the same would only queue up behind them. */
  private underWay = 0;
  /** Requests that are answered when no step is left. */
  private waiting: Request[] = [];
  private readonly next = new MessageChannel();
  private scheduled = false;
  private readonly crew: Crew;
  /** How long this work has taken so far. */
  private workMs = 0;
  /** The work that is shared, and when and where it has last been seen to move. */
  private shared: { work: number; at: number; done: number } | null = null;
  private look: ReturnType<typeof setTimeout> | undefined;
  private alarm: ReturnType<typeof setTimeout> | undefined;
  private quiet: ReturnType<typeof setTimeout> | undefined;

  /** `gather` makes the crew that tells whenever somebody has brought something; `say` goes to the page. */
  constructor(
    private readonly engine: EngineModule,
    gather: (brought: () => void) => Crew,
    private readonly say: (message: Message, transfer: Transferable[]) => void,
  ) {
    this.next.port1.onmessage = () => this.turn();
    this.crew = gather(() => {
      if (!this.settled) this.schedule();
    });
  }

  take(request: Request | Shown): void {
    if ("shown" in request) {
      --this.underWay;
      const rest = performance.now() + share_of_pictures * request.held_ms;
      this.nextPost = Math.max(this.nextPost, rest);
      this.due = Math.max(this.due, rest);
      this.pictureMs = (this.pictureMs + rest - this.sent) / 2;
      if (this.playing) this.schedule();
    } else if (declared(request.call).waits) {
      this.waiting.push(request);
      this.schedule();
    } else {
      this.answer(request);
    }
  }

  private answer({ number, call, takes, file }: Request): void {
    try {
      const result = this.engine.json(call, takes, file);
      if (declared(call).changes) this.changed();
      this.reply({ number, result });
    } catch (error) {
      this.reply({ number, error: String(error) });
    }
  }

  private turn(): void {
    this.scheduled = false;
    const waits = this.settled && this.playing && !this.playOn();
    let idle = false;
    if (!this.settled) {
      idle = this.work();
      if (this.settled) this.reached();
      else if (this.isPictureDue()) this.progress();
      else if (performance.now() > this.lastWord + alive_ms) this.reply({ alive: true });
    }
    if (!this.settled) return idle ? this.lookLater() : this.schedule();
    for (const request of this.waiting.splice(0)) this.answer(request);
    if (this.playing && !waits) this.schedule();
    if (!this.playing) this.measureLater(quiet_ms);
  }

  /** No step is left. What a run that plays has reached is shown in its turn, anything else at once. */
  private reached(): void {
    this.told = false;
    if (!this.playing) this.post();
  }

  /** Times what the lab has to time, in slices, until there is nothing left or something changes. */
  private measureLater(delay: number): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      const outcome = this.engine.number("measure", slice_ms);
      if (outcome === 0) this.measureLater(0);
      if (outcome === 2) this.post();
    }, delay);
  }

  /**
   * Shows what a run that plays has reached, and sends it on. False until the last picture has been seen and
   * has stood its time; what comes next is computed meanwhile.
   */
  private playOn(): boolean {
    if (!this.told) {
      const now = performance.now();
      clearTimeout(this.alarm);
      if (this.underWay > 0) return false;
      if (now < this.due) {
        this.alarm = setTimeout(() => this.schedule(), this.due - now);
        return false;
      }
      this.post();
    }
    const stands = Number(this.engine.json("go_on", { step_ms: this.stepMs, picture_ms: this.pictureMs }));
    this.due = Math.max(this.due, this.sent + stands);
    this.settled = this.engine.number("advance") === 1;
    this.playing = stands > 0;
    this.workMs = 0;
    if (this.settled) this.reached();
    return true;
  }

  /** One slice of work, with others where there are any; true where all that is left is in their hands. */
  private work(): boolean {
    const start = performance.now();
    const members = this.engine.number("members");
    const shares = members > 1;
    const left = this.workMs + this.leftMs();
    if (shares && this.crew.present && left > pays_ms) {
      const idle = this.share();
      this.workMs += performance.now() - start;
      return idle;
    }
    this.shared = null;
    this.slice();
    this.workMs += performance.now() - start;
    if (shares && this.workMs + this.leftMs() > worth_ms) this.crew.call(members - 1);
    return false;
  }

  private share(): boolean {
    this.shared ??= { work: this.engine.number("work"), at: performance.now(), done: this.engine.number("done") };
    this.crew.send();
    if (this.isPictureDue()) this.progress();
    const outcome = this.engine.number("assist", shared_slice_ms);
    const now = performance.now();
    const steps = this.engine.number("done") - this.shared.done;
    if (steps > 0) {
      this.stepTook((now - this.shared.at) / steps);
      this.shared = { ...this.shared, at: now, done: this.shared.done + steps };
    }
    if (outcome === Assisted.settled) this.settled = this.engine.number("advance") === 1;
    if (this.settled) this.shared = null;
    return outcome === Assisted.waits && this.crew.out;
  }

  private lookLater(): void {
    clearTimeout(this.look);
    this.look = setTimeout(() => this.schedule(), look_ms);
  }

  private leftMs(): number {
    return this.stepMs * (this.engine.number("total") - this.engine.number("done"));
  }

  private stepTook(ms: number): void {
    this.stepMs = this.stepMs === 0 ? ms : 0.7 * this.stepMs + 0.3 * ms;
  }

  /** One slice of work alone, sized so that it takes about `slice_ms`. */
  private slice(): void {
    const start = performance.now();
    const before = this.engine.number("done");
    this.settled = this.engine.number("advance", this.steps) === 1;
    const taken = performance.now() - start;
    const steps = this.engine.number("done") - before;
    // The first step also sets everything up, so it says nothing of the others.
    if (before > 0 && steps > 0) this.stepTook(taken / steps);
    const ideal = this.steps * (slice_ms / 2 / Math.max(taken, 0.05));
    this.steps = Math.max(1, Math.min(Math.floor(ideal), this.steps * 4, 1 << 20));
  }

  private changed(): void {
    if (!this.engine.number("is_open")) return;
    this.settled = this.engine.number("advance") === 1;
    this.playing = this.engine.number("playing") === 1;
    this.steps = Math.min(this.steps, 16);
    // Where others are at work on the same run, as after a look, a step alone would make theirs vain.
    const goes_on = !this.settled && this.shared !== null && this.shared.work === this.engine.number("work")
      && this.engine.number("done") >= this.shared.done;
    if (!goes_on) {
      this.workMs = 0;
      this.shared = null;
    }
    const end = performance.now() + patience_ms - slice_ms / 2;
    while (!this.settled && performance.now() < end) {
      if (!goes_on) this.slice();
      else if (this.work()) break;
    }
    this.post();
    clearTimeout(this.quiet);
    if (!this.settled || this.playing) this.schedule();
    else this.measureLater(quiet_ms);
  }

  /** A step that is taken in rounds with others is not broken off for a picture. */
  private isPictureDue(): boolean {
    return this.underWay === 0 && performance.now() > this.nextPost && this.engine.number("stands") === 1;
  }

  /** A picture from on the way, during which the others go on. */
  private progress(): void {
    if (this.shared) this.crew.send(true);
    this.post();
  }

  private post(): void {
    const start = performance.now();
    const changes = this.engine.json("page_changes", {});
    const parcel = this.engine.bytes("parcel", {});
    this.reply({ update: { changes, parcel, settled: this.settled, left_ms: this.leftMs() } }, [parcel]);
    ++this.underWay;
    this.told = true;
    const end = performance.now();
    this.sent = end;
    this.nextPost = end + Math.max(progress_ms, share_of_progress * (end - start));
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.next.port2.postMessage(0);
  }

  private reply(message: Message, transfer: Transferable[] = []): void {
    this.lastWord = performance.now();
    this.say(message, transfer);
  }
}
