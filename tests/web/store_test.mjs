import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { Store, Attempts, isText } = await importSources(["store", "attempts"]);

/** A storage in memory, as a browser has it. */
function keeper(entries = {}) {
  const map = new Map(Object.entries(entries));
  return { map, getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value) };
}

const marking = (marks, outcome = "right") => ({ marks, out_of: 10, fields: [{ outcome, parts: [] }] });

test("what is written is read by the next visit", () => {
  const kept = keeper();
  new Store(() => kept).write("word", "attention");
  assert.equal(new Store(() => kept).read("word", isText, ""), "attention");
});

test("a full storage costs a sentence, once, and nothing else", () => {
  const said = [];
  const full = { getItem: () => null, setItem: () => { throw new Error("QuotaExceededError"); } };
  const store = new Store(() => full, (message) => said.push(message));
  store.write("a", "1");
  store.write("b", "2");
  assert.equal(said.length, 1);
  assert.equal(store.read("b", isText, ""), "2");
});

test("a blocked storage, which throws when it is so much as named, is survived", () => {
  const store = new Store(() => { throw new Error("SecurityError"); });
  assert.equal(store.read("a", isText, "nothing"), "nothing");
  store.write("a", "kept in memory");
  assert.equal(store.read("a", isText, ""), "kept in memory");
});

test("damaged and foreign entries are left out", () => {
  for (const text of ["{", "null", "[]", '{"answers":5}', '{"answers":{},"attempts":[{"marks":"x"}]}', '{"answers":{"0":7},"attempts":[]}']) {
    const attempts = new Attempts(new Store(() => keeper({ "examlab:exercise:1f": text })), "1f");
    assert.deepEqual(attempts.answers(0), {}, text);
    assert.equal(attempts.best(), null, text);
  }
});

test("each variant has its own answers", () => {
  const attempts = new Attempts(new Store(() => keeper()), "1f");
  attempts.remember(0, { loss: "ln 250" });
  attempts.remember(3, { loss: "ln 10" });
  assert.deepEqual(attempts.answers(0), { loss: "ln 250" });
  assert.deepEqual(attempts.answers(3), { loss: "ln 10" });
});

test("a blank or unreadable answer is no attempt", () => {
  const attempts = new Attempts(new Store(() => keeper()), "1f");
  attempts.add("1f", marking(0, "blank"));
  attempts.add("1f", marking(0, "invalid"));
  assert.equal(attempts.count("1f"), 0);
  attempts.add("1f", marking(0, "wrong"));
  assert.equal(attempts.count("1f"), 1);
});

test("the best mark is that of the paper's own question", () => {
  const attempts = new Attempts(new Store(() => keeper()), "1f");
  attempts.add("1f", marking(5));
  attempts.add("1f#variant=2", marking(10));
  attempts.add("1f", marking(2));
  assert.equal(attempts.best().marks, 5);
});

test("storage does not grow without end", () => {
  const kept = keeper();
  const attempts = new Attempts(new Store(() => kept), "1f");
  for (let i = 0; i < 500; ++i) {
    attempts.remember(i, { loss: "x".repeat(100) });
    attempts.add("1f", marking(1));
  }
  assert.ok(kept.map.get("examlab:exercise:1f").length < 10_000);
  assert.deepEqual(attempts.answers(499), { loss: "x".repeat(100) });
});
