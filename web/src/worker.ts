// The engine's worker: owns engine.wasm, takes the lab's steps in short slices so that a new request
// is heard within one slice, and posts what the page and the canvas show.
import type { Call, Message, Request } from "./protocol.js";

interface Engine {
  HEAPU8: Uint8Array;
  UTF8ToString(at: number): string;
  _engine_buffer(bytes: number): number;
  _engine_length(): number;
  _engine_catalogue(n: number): number;
  _engine_open(n: number): number;
  _engine_set(n: number): number;
  _engine_advance(steps: number): number;
  _engine_done(): number;
  _engine_total(): number;
  _engine_playing(): number;
  _engine_go_on(stepMs: number): number;
  _engine_measure(ms: number): number;
  _engine_page(n: number): number;
  _engine_report(n: number): number;
  _engine_view(n: number): number;
  _engine_mark(n: number): number;
  _engine_understand(n: number): number;
  _engine_csv(n: number): number;
  _engine_picture(width: number, height: number): number;
}

declare const ENGINE_JS: string;
declare const ENGINE_WASM: string;
/** As much of a worker's global scope as is used: TypeScript cannot hold it beside the page's. */
declare const self: {
  engine(options: { locateFile(): string }): Promise<Engine>;
  importScripts(address: string): void;
  location: Location;
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(message: Message, transfer?: Transferable[]): void;
};

const slice_ms = 25;
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

class Desk {
  private settled = true;
  private playing = false;
  private steps = 1;
  /** What a step takes, by the last slices. */
  private stepMs = 0;
  private nextPost = 0;
  /** When the next picture of a run that plays may follow. */
  private due = 0;
  private lastWord = 0;
  /** Updates that the page has not taken in yet. More of the same would only queue up behind them. */
  private underWay = 0;
  private waiting: number[] = [];
  private readonly next = new MessageChannel();
  private scheduled = false;
  private alarm: ReturnType<typeof setTimeout> | undefined;
  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly engine: Engine) {
    this.next.port1.onmessage = () => this.turn();
  }

  take(request: Request): void {
    if (request.call === "shown") {
      --this.underWay;
      const rest = performance.now() + share_of_pictures * request.held_ms;
      this.nextPost = Math.max(this.nextPost, rest);
      this.due = Math.max(this.due, rest);
      if (this.playing) this.schedule();
      return;
    }
    if (request.call === "report") {
      this.waiting.push(request.number);
      this.schedule();
      return;
    }
    try {
      this.reply({ number: request.number, result: this.answer(request) });
    } catch (error) {
      this.reply({ number: request.number, error: String(error) });
    }
  }

  private answer(request: Exclude<Call, { call: "report" | "shown" }>): string {
    switch (request.call) {
      case "open": {
        const opened = this.text("open", request.link);
        this.changed();
        return opened;
      }
      case "set": {
        const readings = request.pairs.map(([key, value]) => this.text("set", `${key}=${value}`));
        this.changed();
        return `[${readings.join(",")}]`;
      }
      case "mark":
        return this.text("mark", request.answers);
      case "understand":
        return this.text("understand", `${request.question}\n${request.part}\n${request.text}`);
      case "csv":
        return this.text("csv", request.figure);
      case "catalogue":
        return this.text("catalogue", "");
      case "picture": {
        this.put(new Uint8Array(request.rgba));
        const taken = this.engine._engine_picture(request.width, request.height);
        this.changed();
        return taken ? "true" : "false";
      }
    }
  }

  private turn(): void {
    this.scheduled = false;
    const waits = this.settled && this.playing && !this.goOn();
    if (!this.settled) {
      this.slice();
      const ready = this.underWay === 0 && performance.now() > this.nextPost;
      if (this.settled || ready) this.post();
      else if (performance.now() > this.lastWord + alive_ms) this.reply({ alive: true });
    }
    if (!this.settled) return this.schedule();
    for (const number of this.waiting.splice(0)) {
      this.reply({ number, result: this.text("report", "") });
    }
    if (this.playing && !waits) this.schedule();
    if (!this.playing) this.measureLater(quiet_ms);
  }

  /** Times what the lab has to time, in slices, until there is nothing left or something changes. */
  private measureLater(delay: number): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      const outcome = this.engine._engine_measure(slice_ms);
      if (outcome === 0) this.measureLater(0);
      if (outcome === 2) this.post();
    }, delay);
  }

  /** Sends a run that plays on; false until the last picture has been seen and has stood its time. */
  private goOn(): boolean {
    if (this.underWay > 0) return false;
    const now = performance.now();
    clearTimeout(this.alarm);
    if (now < this.due) {
      this.alarm = setTimeout(() => this.schedule(), this.due - now);
      return false;
    }
    const stands = this.engine._engine_go_on(this.stepMs);
    this.due = now + stands;
    this.settled = this.engine._engine_advance(0) === 1;
    this.playing = stands > 0;
    if (!this.playing) this.post();
    return true;
  }

  /** One slice of work, sized so that it takes about `slice_ms`. */
  private slice(): void {
    const start = performance.now();
    const before = this.engine._engine_done();
    this.settled = this.engine._engine_advance(this.steps) === 1;
    const taken = performance.now() - start;
    const steps = this.engine._engine_done() - before;
    // The first step also sets everything up, so it says nothing of the others.
    if (before > 0 && steps > 0) {
      this.stepMs = this.stepMs === 0 ? taken / steps : 0.7 * this.stepMs + (0.3 * taken) / steps;
    }
    const ideal = this.steps * (slice_ms / 2 / Math.max(taken, 0.05));
    this.steps = Math.max(1, Math.min(Math.floor(ideal), this.steps * 4, 1 << 20));
  }

  private changed(): void {
    this.settled = this.engine._engine_advance(0) === 1;
    this.playing = this.engine._engine_playing() === 1;
    this.steps = Math.min(this.steps, 16);
    const end = performance.now() + patience_ms - slice_ms / 2;
    while (!this.settled && performance.now() < end) this.slice();
    this.post();
    clearTimeout(this.quiet);
    if (!this.settled || this.playing) this.schedule();
    else this.measureLater(quiet_ms);
  }

  private post(): void {
    const start = performance.now();
    const page = this.text("page", "");
    const at = this.engine._engine_view(0);
    const view = this.engine.HEAPU8.slice(at, at + this.engine._engine_length()).buffer;
    const left_ms = this.stepMs * (this.engine._engine_total() - this.engine._engine_done());
    this.reply({ update: { page, view, settled: this.settled, left_ms } }, [view]);
    ++this.underWay;
    const end = performance.now();
    this.nextPost = end + Math.max(progress_ms, share_of_progress * (end - start));
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.next.port2.postMessage(0);
  }

  private text(
    name: "catalogue" | "open" | "set" | "page" | "report" | "mark" | "understand" | "csv",
    input: string,
  ): string {
    const bytes = new TextEncoder().encode(input);
    this.put(bytes);
    return this.engine.UTF8ToString(this.engine[`_engine_${name}`](bytes.length));
  }

  private put(bytes: Uint8Array): void {
    const at = this.engine._engine_buffer(Math.max(bytes.length, 1));
    this.engine.HEAPU8.set(bytes, at);
  }

  private reply(message: Message, transfer: Transferable[] = []): void {
    this.lastWord = performance.now();
    self.postMessage(message, transfer);
  }
}

const beside = (name: string): string => new URL(name, self.location.href).href;

async function start(): Promise<void> {
  const early: Request[] = [];
  self.onmessage = (event) => early.push(event.data);
  self.importScripts(beside(ENGINE_JS));
  const desk = new Desk(await self.engine({ locateFile: () => beside(ENGINE_WASM) }));
  self.postMessage({ ready: true });
  self.onmessage = (event) => desk.take(event.data);
  early.forEach((request) => desk.take(request));
}

start().catch((error: unknown) => self.postMessage({ failed: String(error) }));
