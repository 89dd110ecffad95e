// How the engine's worker comes by workers beside it. The page starts them and hands the two a channel of
// their own: in Firefox a worker that starts another itself stands still for good once in twenty times or so.
import type { FromMate, ToMate } from "./mate.js";
import type { Message, Parting } from "./protocol.js";

/** As much of a worker as its owner uses. */
export interface Hired {
  onmessage: ((event: { data: FromMate }) => void) | null;
  /** It has died, or says what cannot be read. */
  onlost: (() => void) | null;
  postMessage(message: ToMate, transfer?: Transferable[]): void;
  terminate(): void;
}

/** The side of the engine's worker. */
export class Hiring {
  private readonly hired = new Map<number, Hired>();
  private count = 0;

  constructor(private readonly say: (message: Message, transfer: Transferable[]) => void) {}

  hire(): Hired {
    const number = ++this.count;
    const { port1, port2 } = new MessageChannel();
    const hired: Hired = {
      onmessage: null,
      onlost: null,
      postMessage: (message, transfer = []) => port1.postMessage(message, transfer),
      terminate: () => {
        port1.close();
        this.hired.delete(number);
        this.say({ dismiss: number }, []);
      },
    };
    port1.onmessage = (event: MessageEvent<FromMate>) => hired.onmessage?.(event);
    port1.onmessageerror = () => hired.onlost?.();
    this.hired.set(number, hired);
    this.say({ hire: number, port: port2 }, [port2]);
    return hired;
  }

  /** What the page says of one. */
  part({ lost }: Parting): void {
    this.hired.get(lost)?.onlost?.();
  }
}

/** The page's side: the workers beside one engine's, by the numbers that it gave them. */
export class Staff {
  private readonly workers = new Map<number, Worker>();

  /** `start` starts a worker, `lost` is told of one that died. */
  constructor(
    private readonly start: () => Worker,
    private readonly lost: (number: number) => void,
  ) {}

  hire(number: number, port: MessagePort): void {
    try {
      const worker = this.start();
      worker.onerror = (event) => {
        event.preventDefault();
        this.lost(number);
      };
      worker.postMessage(port, [port]);
      this.workers.set(number, worker);
    } catch {
      this.lost(number);
    }
  }

  dismiss(number: number): void {
    this.workers.get(number)?.terminate();
    this.workers.delete(number);
  }

  dismissAll(): void {
    for (const number of [...this.workers.keys()]) this.dismiss(number);
  }
}
