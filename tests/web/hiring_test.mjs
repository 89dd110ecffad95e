import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { Hiring, Staff } = await importSources(["hiring"]);

/** A worker that keeps what it is sent. */
class FakeWorker {
  sent = [];
  terminated = false;
  postMessage(message) { this.sent.push(message); }
  terminate() { this.terminated = true; }
}

/** Both sides with the page's and the worker's words going straight across, and the workers started. */
function joined() {
  const workers = [];
  const staff = new Staff(
    () => (workers.push(new FakeWorker()), workers.at(-1)),
    (lost) => hiring.part({ lost }),
  );
  const hiring = new Hiring((message) => {
    if ("hire" in message) staff.hire(message.hire, message.port);
    else staff.dismiss(message.dismiss);
  });
  return { hiring, staff, workers };
}

const next = (port) => new Promise((resolve) => { port.onmessage = (event) => resolve(event.data); });

test("who is hired is a worker of the page's that speaks with its owner through a channel of their own", async () => {
  const { hiring, workers } = joined();
  const hired = hiring.hire();
  const [port] = workers[0].sent;
  const there = next(port);
  hired.postMessage({ module: undefined });
  assert.deepEqual(await there, { module: undefined });
  const back = next(hired);
  port.postMessage({ ready: true });
  assert.deepEqual(await back, { ready: true });
  hired.terminate();
});

test("who is dismissed is ended, and nobody else", () => {
  const { hiring, staff, workers } = joined();
  const [first, second] = [hiring.hire(), hiring.hire()];
  first.terminate();
  assert.deepEqual(workers.map(({ terminated }) => terminated), [true, false]);
  staff.dismissAll();
  assert.ok(workers[1].terminated);
  second.terminate();
});

test("the owner hears of one that died, and of one that could not be started", () => {
  const { hiring, workers } = joined();
  let lost = 0;
  const hired = hiring.hire();
  hired.onlost = () => ++lost;
  let kept = false;
  workers[0].onerror({ preventDefault: () => { kept = true; } });
  assert.equal(lost, 1);
  assert.ok(kept, "the page would take the error for its own");
  hired.terminate();
  hiring.part({ lost: 1 });
  assert.equal(lost, 1, "nobody asks for one that is gone");

  const missed = [];
  const none = new Staff(() => { throw new Error("no more workers"); }, (number) => missed.push(number));
  const { port1, port2 } = new MessageChannel();
  none.hire(7, port2);
  port1.close();
  assert.deepEqual(missed, [7]);
});
