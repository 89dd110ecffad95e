// The workers that take a part of a shared run, as the engine's own worker sees them: they start when
// a run is long enough to pay, end when they have had nothing to do, and are replaced when they die.
// What is reported is the same however many there are.
import type { EngineModule } from "./engine_module.js";
import type { Hired } from "./hiring.js";
import type { FromMate } from "./mate.js";

/** A run that takes so long pays for the start of workers. */
export const worth_ms = 1500;
/** What a mate has not brought by then is done by others as well. */
const late_ms = 1500;
/** A mate that has said nothing for so long is taken for dead. */
const dead_ms = 8000;
/** Where the owner itself has not looked for so long, as in a page that was frozen, nobody was late. */
const asleep_ms = 2000;
const idle_ms = 8000;
/** After so many deaths without anything brought none is replaced. */
const most_deaths = 3;
const most_mates = 6;
/** Errands that a mate has at a time: it goes on with the next while the engine is busy otherwise. */
const most_out = 2;
/** And while the engine makes a picture, which takes as long as many of them. */
const most_ahead = 6;

/** How many workers beside the engine's: one core stays free where there are more than two. */
export function spareCores(cores: number): number {
  return Math.max(0, Math.min(cores > 2 ? cores - 2 : cores - 1, most_mates));
}

interface Mate {
  number: number;
  worker: Hired;
  ready: boolean;
  /** What its link is open for. */
  work: number;
  /** How many errands it is out for, and when it was sent first or last brought something. */
  out: number;
  since: number;
  late: boolean;
}

export class Crew {
  private readonly mates = new Set<Mate>();
  private count = 0;
  private deaths = 0;
  /** When it was last seen who is late. */
  private looked = 0;
  private idle: ReturnType<typeof setTimeout> | undefined;

  /** `hire` starts a worker, `brought` is told whenever one has brought something. */
  constructor(
    private readonly engine: EngineModule,
    private readonly most: number,
    private readonly module: WebAssembly.Module | undefined,
    private readonly hire: () => Hired,
    private readonly brought: () => void,
  ) {}

  /** Starts those that are missing, of whom there is something to do for `wanted`. */
  call(wanted: number): void {
    try {
      while (this.mates.size < Math.min(this.most, wanted) && this.deaths <= most_deaths) this.start();
    } catch {
      // A browser that lets no worker start others.
      this.deaths = most_deaths + 1;
    }
  }

  /** Whether there is anybody to share with. */
  get present(): boolean {
    return [...this.mates].some(({ ready }) => ready);
  }

  /** Whether somebody is out for something that the run waits for. */
  get out(): boolean {
    return [...this.mates].some(({ out, late }) => out > 0 && !late);
  }

  /** Sends out whoever is free, as far as there is something to do; `ahead` of a picture, for more. */
  send(ahead = false): void {
    const now = performance.now();
    if (now > this.looked + asleep_ms) for (const mate of this.mates) mate.since = now;
    this.looked = now;
    for (const mate of this.mates) {
      if (mate.out > 0 && now > mate.since + dead_ms) this.bury(mate);
      else if (mate.out > 0 && now > mate.since + late_ms && !mate.late) this.leave(mate);
    }
    for (let out = 0; out < (ahead ? most_ahead : most_out); ++out) {
      for (const mate of this.mates) {
        if (mate.ready && !mate.late && mate.out === out && !this.sendOut(mate)) return;
      }
    }
  }

  private sendOut(mate: Mate): boolean {
    const work = this.engine.number("work");
    const errand = this.engine.bytes("errand", { mate: mate.number });
    if (errand.byteLength === 0) return false;
    const link = work === mate.work ? undefined : (JSON.parse(this.engine.json("link", {})) as string);
    mate.work = work;
    if (mate.out++ === 0) mate.since = performance.now();
    mate.worker.postMessage({ errand, link }, [errand]);
    this.stay();
    return true;
  }

  /** Others may do what it was sent for. What it brings after all is taken where it is still missing. */
  private leave(mate: Mate): void {
    mate.late = true;
    this.engine.number("lose", mate.number);
  }

  private start(): void {
    const worker = this.hire();
    const mate: Mate = { number: ++this.count, worker, ready: false, work: 0, out: 0, since: 0, late: false };
    this.mates.add(mate);
    worker.onmessage = (event) => this.hear(mate, event.data);
    worker.onlost = () => this.bury(mate);
    try {
      worker.postMessage({ module: this.module });
    } catch {
      worker.postMessage({ module: undefined });
    }
    this.stay();
  }

  private hear(mate: Mate, message: FromMate): void {
    if (!this.mates.has(mate)) return;
    if ("failed" in message) return this.bury(mate);
    if ("ready" in message) {
      mate.ready = true;
    } else {
      if (message.brought.byteLength === 0) return this.bury(mate);
      --mate.out;
      mate.since = performance.now();
      mate.late = false;
      this.deaths = 0;
      this.engine.json("bring", {}, message.brought);
    }
    this.brought();
  }

  /** It is ended, and another is started when the crew is called again. */
  private bury(mate: Mate): void {
    if (!this.mates.has(mate)) return;
    ++this.deaths;
    this.end(mate);
    this.brought();
  }

  private end(mate: Mate): void {
    mate.worker.terminate();
    this.mates.delete(mate);
    this.engine.number("lose", mate.number);
  }

  private stay(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => [...this.mates].forEach((mate) => this.end(mate)), idle_ms);
  }
}
