import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { Engine } = await importSources(["engine"]);
const script = new URL("https://example.org/worker.js");

/** A worker that keeps what it is asked and answers when it is told to. */
class FakeWorker {
  static all = [];
  asked = [];
  shown = [];
  terminated = false;
  constructor() {
    FakeWorker.all.push(this);
  }
  postMessage(request) {
    if (request.shown) this.shown.push(request.held_ms);
    else this.asked.push(request);
  }
  terminate() {
    this.terminated = true;
  }
  say(message) {
    this.onmessage({ data: message });
  }
  answer(result) {
    const request = this.asked.shift();
    this.say({ number: request.number, result: JSON.stringify(result) });
    return request;
  }
}

let heard;
const taken = { outcome: "taken", message: "" };
const worker = () => FakeWorker.all.at(-1);
const turn = () => new Promise((resolve) => setImmediate(resolve));
const update = (link, settled) => ({ update: { changes: JSON.stringify({ link }), parcel: new ArrayBuffer(0), settled } });

function engine() {
  const made = new Engine("1f", script, {
    state: (state) => {
      heard.states.push(state.page.link);
      heard.pages.push(state.page);
      return heard.onScreen;
    },
    restarted: (link) => heard.restarted.push(link),
    failed: (message) => heard.failed.push(message),
  });
  worker().say({ ready: true });
  return made;
}

beforeEach(() => {
  heard = { states: [], pages: [], restarted: [], failed: [], onScreen: Promise.resolve(7) };
  FakeWorker.all = [];
  globalThis.Worker = FakeWorker;
  globalThis.navigator ??= { hardwareConcurrency: 2 };
  mock.timers.enable({ apis: ["setTimeout"] });
});
afterEach(() => mock.timers.reset());

test("of many values for one parameter only the first and the newest reach the engine", async () => {
  const e = engine();
  const all = ["1", "2", "3", "4"].map((value) => e.set("classes", value));
  assert.deepEqual(worker().answer([taken]).takes.pairs, [["classes", "1"]]);
  await turn();
  assert.deepEqual(worker().answer([taken]).takes.pairs, [["classes", "4"]]);
  assert.deepEqual(await Promise.all(all), [taken, taken, taken, taken]);
});

test("parameters are set in the order of their last wish", async () => {
  const e = engine();
  void e.set("a", "0");
  void e.set("b", "1");
  void e.set("c", "2");
  void e.set("b", "3");
  worker().answer([taken]);
  await turn();
  assert.deepEqual(worker().answer([taken, taken]).takes.pairs, [["c", "2"], ["b", "3"]]);
});

test("a report is asked for after the wishes that came before it", async () => {
  const e = engine();
  void e.set("a", "1");
  void e.set("a", "2");
  const text = e.reportText();
  worker().answer([taken]);
  await turn();
  assert.equal(worker().asked[0].call, "set");
  worker().answer([taken]);
  await turn();
  assert.equal(worker().asked[0].call, "report");
  worker().say({ number: worker().asked[0].number, result: '{"link": "1f"}' });
  assert.equal(await text, '{"link": "1f"}');
});

test("a calculation that stands still is ended after ten seconds and the last good link opened again", async () => {
  const e = engine();
  worker().say(update("1f#classes=10", true));
  const lost = e.set("classes", "11");
  const first = worker();
  mock.timers.tick(10_001);
  assert.ok(first.terminated);
  assert.equal((await lost).outcome, "refused");
  assert.equal(worker().asked[0].takes.link, "1f#classes=10");
  worker().say({ ready: true });
  worker().answer({ known: true, problems: [] });
  await turn();
  assert.deepEqual(heard.restarted, ["1f#classes=10"]);
});

test("a run that says it is alive may take as long as it likes", () => {
  engine();
  worker().say(update("1f", false));
  for (let second = 0; second < 60; ++second) {
    mock.timers.tick(1_000);
    worker().say({ alive: true });
  }
  assert.equal(FakeWorker.all.length, 1);
});

test("every update is acknowledged once it is on the screen, with what that cost", async () => {
  engine();
  worker().say(update("1f", false));
  assert.deepEqual(worker().shown, []);
  await turn();
  heard.onScreen = Promise.reject(new Error("no screen"));
  worker().say(update("1f", true));
  await turn();
  assert.deepEqual(worker().shown, [7, 0]);
});

test("what an update leaves out is the same object as before", () => {
  engine();
  const say = (changes) => worker().say({ update: { ...update("", true).update, changes: JSON.stringify(changes) } });
  say({ link: "1f", form: [{ id: "loss" }], done: 0 });
  say({ link: "1f#seed=2", done: 1 });
  const [first, second] = heard.pages;
  assert.deepEqual(second, { link: "1f#seed=2", form: [{ id: "loss" }], done: 1 });
  assert.equal(second.form, first.form);
  assert.equal(first.done, 0);
});

test("an update of a worker that was replaced is not heard", () => {
  const e = engine();
  const first = worker();
  void e.set("seed", "3");
  mock.timers.tick(10_001);
  assert.notEqual(worker(), first);
  first.say(update("1f#seed=9", true));
  worker().say(update("1f", true));
  assert.deepEqual(heard.states, ["1f"]);
});

test("a slow network is not taken for a calculation that stands still", () => {
  const e = new Engine("1f", script, { state: async () => 0, restarted() {}, failed() {} });
  void e.open("1f");
  mock.timers.tick(100_000);
  assert.equal(FakeWorker.all.length, 1);
});

test("a link that always stands still is given up for the bare one, and then said to fail", async () => {
  const e = engine();
  worker().say(update("1f#seed=2", true));
  const links = [];
  for (let i = 0; i < 3; ++i) {
    void e.set("seed", "3");
    mock.timers.tick(10_001);
    await turn();
    const open = worker().asked.find((request) => request.call === "open");
    if (open) links.push(open.takes.link);
    worker().say({ ready: true });
  }
  assert.deepEqual(links.slice(0, 2), ["1f#seed=2", "1f"]);
  assert.equal(heard.failed.length, 1);
});

test("at rest no timer is left", () => {
  const e = engine();
  void e.open("1f");
  worker().say(update("1f", true));
  worker().answer({ known: true, problems: [] });
  mock.timers.tick(1_000_000);
  assert.equal(FakeWorker.all.length, 1);
});
