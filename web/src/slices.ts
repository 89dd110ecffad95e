// Work in slices, between which the browser hears hands and shows frames.

/** What may be done at a stretch; a task of twice that is not felt. */
const slice_ms = 25;

/** Of newer browsers, and not yet known to TypeScript. */
declare const scheduler: { yield?(): Promise<void> } | undefined;

/** Lets the browser do what waits, and goes on soon after. */
export function breath(): Promise<void> {
  if (typeof scheduler !== "undefined" && scheduler.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class Slices {
  private begun = performance.now();

  /** Between two pieces of work: takes a breath where the slice is full. */
  async next(): Promise<void> {
    if (performance.now() - this.begun < slice_ms) return;
    await breath();
    this.begun = performance.now();
  }
}
