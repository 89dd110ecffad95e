// The engine's worker: owns engine.wasm and the workers that take a part of its runs. The same script is
// the one beside it, by its name.
import { Crew, spareCores } from "./crew.js";
import { load } from "./loading.js";
import { type FromMate, mate_name, served, type ToMate } from "./mate.js";
import type { Message, Request, Shown } from "./protocol.js";
import { Runner } from "./runner.js";

/** As much of a worker's global scope as is used: TypeScript cannot hold it beside the page's. */
declare const self: {
  name: string;
  location: Location;
  onmessage: ((event: MessageEvent<Request | Shown | ToMate>) => void) | null;
  postMessage(message: Message | FromMate, transfer?: Transferable[]): void;
};

async function start(): Promise<void> {
  const early: (Request | Shown)[] = [];
  self.onmessage = (event) => early.push(event.data as Request | Shown);
  const { engine, module } = await load();
  const hire = (): Worker => new Worker(self.location.href, { name: mate_name });
  const most = spareCores(Number(self.name) || 1);
  const runner = new Runner(
    engine,
    (brought) => new Crew(engine, most, module, hire, brought),
    (message, transfer) => self.postMessage(message, transfer),
  );
  self.postMessage({ ready: true });
  self.onmessage = (event) => runner.take(event.data as Request | Shown);
  early.forEach((request) => runner.take(request));
}

/** The same script beside it: its first word brings the module. */
async function startMate(): Promise<void> {
  const { module } = await new Promise<{ module: WebAssembly.Module | undefined }>((resolve) => {
    self.onmessage = (event) => resolve(event.data as { module: WebAssembly.Module | undefined });
  });
  const { engine } = await load(module);
  self.onmessage = (event) => {
    try {
      const answer = served(engine, event.data as { errand: ArrayBuffer; link: string | undefined });
      self.postMessage(answer, "brought" in answer ? [answer.brought] : []);
    } catch (error) {
      self.postMessage({ failed: String(error) });
    }
  };
  self.postMessage({ ready: true });
}

(self.name === mate_name ? startMate() : start()).catch((error: unknown) => {
  self.postMessage({ failed: String(error) });
});
