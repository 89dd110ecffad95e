import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { Crew, spareCores } = await importSources(["crew"]);

/** A worker that keeps what it is sent. */
class FakeMate {
  sent = [];
  terminated = false;
  postMessage(message) { this.sent.push(message); }
  terminate() { this.terminated = true; }
  say(message) { this.onmessage({ data: message }); }
  get errands() { return this.sent.filter((message) => "errand" in message); }
}

/** An engine with so many errands, each of which is its number. */
class FakeEngine {
  left = 100;
  work = 1;
  brought = [];
  lost = [];
  number(call, argument) {
    if (call === "lose") this.lost.push(argument);
    return call === "work" ? this.work : 0;
  }
  bytes() { return this.left-- > 0 ? new Uint8Array([this.left]).buffer : new ArrayBuffer(0); }
  json(call, takes, file) {
    if (call === "bring") this.brought.push(file);
    return '"depth#step=9"';
  }
}

let engine, mates, news, now;
const some = new Uint8Array([1]).buffer;

function crew(most, hire = () => (mates.push(new FakeMate()), mates.at(-1))) {
  return new Crew(engine, most, undefined, hire, () => ++news);
}

beforeEach(() => {
  engine = new FakeEngine();
  mates = [];
  news = now = 0;
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(performance, "now", () => now);
});
afterEach(() => {
  mock.timers.reset();
  mock.restoreAll();
});

test("one core stays free where there are more than two", () => {
  assert.deepEqual([1, 2, 3, 4, 6].map(spareCores), [0, 1, 1, 2, 4]);
  assert.equal(spareCores(64), 6);
});

test("mates are sent out when they are ready, two errands each, the first with the link", () => {
  const c = crew(2);
  c.call(9);
  c.send();
  assert.equal(c.present, false);
  mates.forEach((mate) => mate.say({ ready: true }));
  assert.equal(c.present, true);
  c.send();
  c.send();
  assert.deepEqual(mates.map(({ errands }) => errands.map(({ link }) => link)),
    [["depth#step=9", undefined], ["depth#step=9", undefined]]);
  mates[0].say({ brought: some });
  assert.deepEqual(engine.brought, [some]);
  engine.work = 2;
  c.send();
  assert.equal(mates[0].errands.at(-1).link, "depth#step=9");
  assert.equal(mates[1].errands.length, 2);
});

test("ahead of a picture mates are sent out for more, and not again until they have brought that", () => {
  const c = crew(1);
  c.call(9);
  mates[0].say({ ready: true });
  c.send(true);
  assert.equal(mates[0].errands.length, 6);
  mates[0].say({ brought: some });
  c.send();
  assert.equal(mates[0].errands.length, 6);
});

test("what a mate is late with is left to others, and it is trusted again when it has brought it", () => {
  const c = crew(1);
  c.call(9);
  mates[0].say({ ready: true });
  c.send();
  assert.equal(c.out, true);
  now = 2000;
  c.send();
  assert.deepEqual(engine.lost, [1]);
  assert.equal(c.out, false);
  mates[0].say({ brought: some });
  c.send();
  assert.equal(mates[0].errands.length, 3);
});

test("a mate that dies is replaced, but not for ever", () => {
  const c = crew(1);
  for (let i = 0; i < 10; ++i) {
    c.call(9);
    mates.at(-1).onlost();
  }
  assert.equal(mates.length, 4);
  assert.ok(mates.every(({ terminated }) => terminated));
  assert.deepEqual(engine.lost, [1, 2, 3, 4]);
});

test("one that says nothing for long, fails or cannot run its errand is ended", () => {
  const c = crew(3);
  c.call(9);
  mates.forEach((mate) => mate.say({ ready: true }));
  c.send();
  mates[0].say({ failed: "no memory" });
  mates[1].say({ brought: new ArrayBuffer(0) });
  for (now = 1000; now < 10_000; now += 1000) c.send();
  assert.ok(mates.every(({ terminated }) => terminated));
  assert.equal(engine.brought.length, 0);
});

test("in a page that was frozen for long nobody was late", () => {
  const c = crew(1);
  c.call(9);
  mates[0].say({ ready: true });
  c.send();
  now = 600_000;
  c.send();
  assert.equal(c.out, true);
  assert.ok(!mates[0].terminated);
});

test("no more are started than there is something to do for", () => {
  crew(6).call(2);
  assert.equal(mates.length, 2);
});

test("mates that have had nothing to do for long are ended, and start again when they are called", () => {
  const c = crew(1);
  c.call(9);
  mock.timers.tick(60_000);
  assert.ok(mates[0].terminated);
  c.call(9);
  assert.equal(mates.length, 2);
});

test("a browser that lets no worker start others goes without", () => {
  let tried = 0;
  const c = crew(2, () => { ++tried; throw new Error("no workers here"); });
  c.call(9);
  c.call(9);
  assert.equal(tried, 1);
  assert.equal(c.present, false);
});
