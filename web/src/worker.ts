// The engine's worker: owns engine.wasm and the workers that take a part of its runs. The same script is
// the one beside it, by its name.
import { Crew, spareCores } from "./crew.js";
import { Hiring } from "./hiring.js";
import { load } from "./loading.js";
import { type FromMate, mate_name, served } from "./mate.js";
import type { Message, Parting, Request, Shown } from "./protocol.js";
import { Runner } from "./runner.js";

/** As much of a worker's global scope as is used: TypeScript cannot hold it beside the page's. */
declare const self: {
  name: string;
  location: Location;
  onmessage: ((event: MessageEvent<Request | Shown | Parting | MessagePort>) => void) | null;
  postMessage(message: Message, transfer?: Transferable[]): void;
};

async function start(): Promise<void> {
  const early: (Request | Shown)[] = [];
  self.onmessage = (event) => early.push(event.data as Request | Shown);
  const { engine, module } = await load();
  const say = (message: Message, transfer: Transferable[]): void => self.postMessage(message, transfer);
  const hiring = new Hiring(say);
  const most = spareCores(Number(self.name) || 1);
  const runner = new Runner(
    engine,
    (brought) => new Crew(engine, most, module, () => hiring.hire(), brought),
    say,
  );
  self.postMessage({ ready: true });
  self.onmessage = (event) => {
    const said = event.data as Request | Shown | Parting;
    if ("lost" in said) hiring.part(said);
    else runner.take(said);
  };
  early.forEach((request) => runner.take(request));
}

/** The same script beside it: the page brings the port, and the first word through it the module. */
async function startMate(): Promise<void> {
  const port = await new Promise<MessagePort>((resolve) => {
    self.onmessage = (event) => resolve(event.data as MessagePort);
  });
  const tell = (message: FromMate, transfer: Transferable[] = []): void => port.postMessage(message, transfer);
  try {
    const module = await new Promise<WebAssembly.Module | undefined>((resolve) => {
      port.onmessage = (event) => resolve((event.data as { module: WebAssembly.Module | undefined }).module);
      port.onmessageerror = () => resolve(undefined);
    });
    const { engine } = await load(module);
    port.onmessage = (event) => {
      try {
        const answer = served(engine, event.data as { errand: ArrayBuffer; link: string | undefined });
        tell(answer, "brought" in answer ? [answer.brought] : []);
      } catch (error) {
        tell({ failed: String(error) });
      }
    };
    tell({ ready: true });
  } catch (error) {
    tell({ failed: String(error) });
  }
}

if (self.name === mate_name) void startMate();
else start().catch((error: unknown) => self.postMessage({ failed: String(error) }));
