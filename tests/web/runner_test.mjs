import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { Runner } = await importSources(["runner"]);

/** A run of two members whose steps take a while each: what is shared moves once both have come. */
class FakeEngine {
  is_open = 1;
  playing = 0;
  members = 2;
  work = 1;
  done = 0;
  total = 1000;
  stands = 1;
  /** Steps that were taken alone, while others were out. */
  alone = 0;
  assisted = 0;

  number(call, argument) {
    if (call === "advance") return this.advance(argument ?? 0);
    if (call === "assist") return this.assist(argument);
    return this[call];
  }
  advance(steps) {
    const taken = Math.min(steps, this.total - this.done);
    now += 20 * taken;
    this.alone += taken;
    this.done += taken;
    return this.done >= this.total ? 1 : 0;
  }
  assist(ms) {
    now += ms;
    ++this.done;
    ++this.assisted;
    return 0;
  }
  json(call) {
    if (call === "set") this.onSet?.();
    return "null";
  }
  bytes() { return new ArrayBuffer(0); }
}

const crew = {
  present: true,
  out: true,
  ahead: 0,
  call() {},
  send(ahead = false) { this.ahead += ahead ? 1 : 0; },
};

const Channel = globalThis.MessageChannel;
let engine, now, said, ports;

beforeEach(() => {
  now = 0;
  said = [];
  ports = [];
  engine = new FakeEngine();
  mock.method(performance, "now", () => now);
  // What the runner says to itself is said when the test lets it.
  globalThis.MessageChannel = class {
    port1 = { onmessage: null };
    port2 = { postMessage() {} };
    constructor() { ports.push(this.port1); }
  };
  mock.timers.enable({ apis: ["setTimeout"] });
});
afterEach(() => {
  globalThis.MessageChannel = Channel;
  mock.timers.reset();
  mock.restoreAll();
});

const runner = () => new Runner(engine, () => crew, (message) => said.push(message));
const turns = (count) => { for (let i = 0; i < count; ++i) ports[0].onmessage(); };
const set = (r) => r.take({ number: 1, call: "set", takes: { pairs: [] } });

/** A run that is under way, and shared. */
function shared() {
  const r = runner();
  set(r);
  turns(40);
  assert.ok(engine.assisted > 0);
  engine.alone = engine.assisted = 0;
  return r;
}

test("a look at a run that is shared takes no step that others are at", () => {
  const r = shared();
  set(r);
  turns(10);
  assert.equal(engine.alone, 0);
  assert.ok(engine.assisted > 0);
  assert.ok(said.some((message) => "update" in message && !message.update.settled));
});

test("others are sent ahead of each picture of a run that is shared", () => {
  const r = shared();
  const pictures = () => said.filter((message) => "update" in message).length;
  let shown = 0;
  const before = pictures();
  crew.ahead = 0;
  for (let i = 0; i < 100; ++i) {
    for (; shown < pictures(); ++shown) r.take({ shown: true, held_ms: 1 });
    turns(1);
  }
  assert.ok(pictures() > before + 1);
  assert.equal(crew.ahead, pictures() - before);
});

test("a run that stands in the midst of a step has no picture taken of it", () => {
  const r = shared();
  const pictures = () => said.filter((message) => "update" in message).length;
  engine.stands = 0;
  let shown = 0;
  const go = (n) => {
    for (let i = 0; i < n; ++i) {
      for (; shown < pictures(); ++shown) r.take({ shown: true, held_ms: 1 });
      turns(1);
    }
  };
  go(1);
  const before = pictures();
  go(100);
  assert.equal(pictures(), before);
  engine.stands = 1;
  go(1);
  assert.equal(pictures(), before + 1);
});

test("other work, or a run that has gone back, begins alone", () => {
  for (const change of [() => ++engine.work, () => (engine.done = 3)]) {
    const r = shared();
    engine.onSet = change;
    set(r);
    assert.ok(engine.alone > 0);
    assert.equal(engine.assisted, 0);
    Object.assign(engine, { work: 1, done: 0, onSet: undefined, assisted: 0 });
    ports.length = 0;
  }
});
