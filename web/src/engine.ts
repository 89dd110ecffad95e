// The engine as the page sees it: promises over the worker, one `set` under way at a time so that
// the newest value wins, and a watch that ends a calculation which does not come back.
import type { AskedCall, Gives, Takes } from "./calls.js";
import { Staff } from "./hiring.js";
import type { Answers, Marking, Opened, Page, Reading, Report, Understood } from "./lab.js";
import { mate_name } from "./mate.js";
import type { Message, Parting, Request, Shown, Update } from "./protocol.js";

const patience_ms = 10_000;

export interface State {
  /** What has not changed since the last state is the same object. */
  page: Page;
  parcel: ArrayBuffer;
  settled: boolean;
  left_ms: number;
}

export interface Listener {
  /** Shows it; resolves once it is on the screen, with the time that the page was held up by it. */
  state(state: State): Promise<number>;
  /** The worker stood still and was replaced; `link` is what is open again. */
  restarted(link: string): void;
  failed(message: string): void;
}

/** A file of the person's own: its bytes, or the pixels of a picture and its two sides. */
export interface OwnFile {
  name: string;
  pixels: [number, number] | null;
  bytes: ArrayBuffer;
}

interface Pending {
  resolve(result: string): void;
  reject(error: Error): void;
}
type Waiting = { value: string; resolvers: ((reading: Reading) => void)[] };

export class Engine {
  private worker: Worker | null = null;
  private ready = false;
  private busy = false;
  private count = 0;
  private restarts = 0;
  private watch: ReturnType<typeof setTimeout> | undefined;
  private readonly pending = new Map<number, Pending>();
  private wishes = new Map<string, Waiting>();
  private setting = false;
  /** Files of the person's own by their fields: a fresh worker gets them again. */
  private readonly files = new Map<string, OwnFile>();
  private lastSettled = "";
  private page: Partial<Page> = {};
  /** Who takes a part of its runs. */
  private readonly staff = new Staff(
    () => new Worker(this.script, { name: mate_name }),
    (lost) => this.worker?.postMessage({ lost } satisfies Parting),
  );

  /** `home` is the bare id that is opened when nothing else can be, `script` the worker's address. */
  constructor(
    private readonly home: string,
    private readonly script: URL,
    private readonly listener: Listener,
  ) {
    this.start();
  }

  open(link: string): Promise<Opened> {
    this.wishes.clear();
    return this.ask("open", { link });
  }

  /** Resolves when the engine has taken the value, or a newer one in its place. */
  set(key: string, value: string): Promise<Reading> {
    return new Promise((resolve) => {
      if (value === "") this.files.delete(key);
      const resolvers = this.wishes.get(key)?.resolvers ?? [];
      this.wishes.delete(key);
      this.wishes.set(key, { value, resolvers: [...resolvers, resolve] });
      void this.flush();
    });
  }

  /** Asks of the lab as it stands. */
  async question(): Promise<Reading> {
    await this.flushed();
    return this.ask("ask", {});
  }

  /** Brings the lab back to the question's numbers; its link. */
  async back(): Promise<string> {
    await this.flushed();
    return this.ask("back", {});
  }

  /** Has the truth of a guess worked out, which comes with a later page. */
  seekTruth(): Promise<null> {
    return this.ask("seek_truth", {});
  }

  mark(answers: Answers): Promise<Marking> {
    return this.ask("mark", { answers });
  }

  /** What a text means, as the answer to a question or to the part of one. */
  understand(question: string, part: string, text: string): Promise<Understood> {
    return this.ask("understand", { question, part, text });
  }

  csv(figure: string): Promise<Gives<"csv">> {
    return this.ask("csv", { figure });
  }

  matrix(text: string): Promise<Gives<"matrix">> {
    return this.ask("matrix", { text });
  }

  lines(text: string): Promise<Gives<"lines">> {
    return this.ask("lines", { text });
  }

  /** The report's own bytes, once every wish is taken and no step is left. */
  async reportText(): Promise<string> {
    await this.flushed();
    return this.answer("report", {});
  }

  /** What `examlab digest` prints for the link. */
  async digest(): Promise<string> {
    await this.flushed();
    return this.ask("digest", {});
  }

  async report(): Promise<Report> {
    return JSON.parse(await this.reportText()) as Report;
  }

  async give(key: string, file: OwnFile): Promise<Reading> {
    const { name, pixels, bytes } = file;
    const reading = await this.ask("give", { key, name, pixels }, bytes);
    if (reading.outcome !== "refused") this.files.set(key, file);
    return reading;
  }

  private async flush(): Promise<void> {
    if (this.setting) return;
    this.setting = true;
    while (this.wishes.size > 0) {
      const wishes = [...this.wishes];
      this.wishes = new Map();
      const pairs = wishes.map(([key, wish]): [string, string] => [key, wish.value]);
      const readings = await this.ask("set", { pairs }).catch((error: unknown) =>
        pairs.map((): Reading => ({ outcome: "refused", message: String(error) })),
      );
      wishes.forEach(([, wish], i) => {
        const reading = readings[i];
        if (reading) wish.resolvers.forEach((resolve) => resolve(reading));
      });
    }
    this.setting = false;
  }

  private async flushed(): Promise<void> {
    const last = [...this.wishes.values()].at(-1);
    if (last) await new Promise<void>((resolve) => last.resolvers.push(() => resolve()));
  }

  private async ask<N extends AskedCall>(call: N, takes: Takes<N>, file?: ArrayBuffer): Promise<Gives<N>> {
    return JSON.parse(await this.answer(call, takes, file)) as Gives<N>;
  }

  /** The answer's own bytes, as text. */
  private answer<N extends AskedCall>(call: N, takes: Takes<N>, file?: ArrayBuffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const number = ++this.count;
      this.pending.set(number, { resolve, reject });
      this.worker?.postMessage({ number, call, takes, file } as Request);
      this.attend();
    });
  }

  private start(): void {
    this.ready = false;
    const worker = new Worker(this.script, { name: String(navigator.hardwareConcurrency) });
    this.worker = worker;
    // What one says that has been replaced follows from another beginning.
    worker.onmessage = (event: MessageEvent<Message>) => {
      if (worker === this.worker) this.hear(event.data);
    };
    worker.onerror = (event) => this.listener.failed(event.message || "The engine did not load.");
  }

  private hear(message: Message): void {
    if ("failed" in message) return this.listener.failed(message.failed);
    if ("hire" in message) this.staff.hire(message.hire, message.port);
    if ("dismiss" in message) this.staff.dismiss(message.dismiss);
    if ("ready" in message) this.ready = true;
    if ("update" in message) this.show(message.update);
    if ("number" in message) {
      const pending = this.pending.get(message.number);
      this.pending.delete(message.number);
      if ("result" in message) pending?.resolve(message.result);
      else pending?.reject(new Error(message.error));
    }
    this.attend();
  }

  private show(update: Update): void {
    const page = { ...this.page, ...(JSON.parse(update.changes) as Partial<Page>) } as Page;
    this.page = page;
    this.busy = !update.settled || page.playing;
    if (update.settled) {
      this.lastSettled = page.link;
      this.restarts = 0;
    }
    const { parcel, settled, left_ms } = update;
    const worker = this.worker;
    const shown = (held_ms: number): void =>
      worker?.postMessage({ shown: true, held_ms } satisfies Shown);
    // What goes wrong in showing it is heard elsewhere; the run goes on.
    try {
      this.listener.state({ page, parcel, settled, left_ms }).then(shown, () => shown(0));
    } catch (error) {
      shown(0);
      throw error;
    }
  }

  /** Watches while something is under way, and only then. */
  private attend(): void {
    clearTimeout(this.watch);
    if (this.ready && (this.busy || this.pending.size > 0)) {
      this.watch = setTimeout(() => this.restart(), patience_ms);
    }
  }

  private restart(): void {
    this.worker?.terminate();
    this.staff.dismissAll();
    for (const pending of this.pending.values()) {
      pending.reject(new Error("The calculation did not come back within 10 s and was ended."));
    }
    this.pending.clear();
    this.busy = false;
    if (++this.restarts > 2) {
      this.listener.failed("The engine does not answer, even after a fresh start.");
      return;
    }
    this.start();
    const link = this.restarts === 1 && this.lastSettled !== "" ? this.lastSettled : this.home;
    if (this.files.size > 0) {
      void this.open(this.home);
      for (const [key, { name, pixels, bytes }] of this.files) {
        this.ask("give", { key, name, pixels }, bytes).catch(() => undefined);
      }
    }
    void this.open(link).then(() => this.listener.restarted(link), () => undefined);
  }
}
