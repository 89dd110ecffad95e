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
const fresh = (kept = keeper()) => new Attempts(new Store(() => kept), "1f");
const add = (attempts, link, marks, outcome) =>
  attempts.add(link, { loss: "5" }, marking(marks, outcome), `${marks} of 10 marks.`);

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
  const texts = ["{", "null", "[]", '{"answers":5}', '{"answers":{},"attempts":[{"marks":"x"}]}',
    '{"answers":{"0":7},"attempts":[]}', '{"answers":{},"attempts":[],"marked":{"1f":{"marks":3}}}',
    '{"answers":{},"attempts":[],"cleared":{"1f":{"answers":5}}}'];
  for (const text of texts) {
    const attempts = new Attempts(new Store(() => keeper({ "examlab:exercise:1f": text })), "1f");
    assert.deepEqual(attempts.answers("1f"), {}, text);
    assert.equal(attempts.best(), null, text);
    assert.equal(attempts.marked("1f"), null, text);
    assert.equal(attempts.cleared("1f"), null, text);
  }
});

test("each question has its own answers", () => {
  const attempts = fresh();
  attempts.remember("1f", { loss: "ln 250" });
  attempts.remember("1f#variant=3", { loss: "ln 10" });
  assert.deepEqual(attempts.answers("1f"), { loss: "ln 250" });
  assert.deepEqual(attempts.answers("1f#variant=3"), { loss: "ln 10" });
});

test("answers that were kept by the number of a variant are those of its link", () => {
  const text = '{"answers":{"0":{"loss":"ln 250"},"3":{"loss":"ln 10"}},"attempts":[]}';
  const attempts = new Attempts(new Store(() => keeper({ "examlab:exercise:1f": text })), "1f");
  assert.deepEqual(attempts.answers("1f"), { loss: "ln 250" });
  assert.deepEqual(attempts.answers("1f#variant=3"), { loss: "ln 10" });
});

test("a blank or unreadable answer is no attempt", () => {
  const attempts = fresh();
  add(attempts, "1f", 0, "blank");
  add(attempts, "1f", 0, "invalid");
  assert.equal(attempts.count("1f"), 0);
  add(attempts, "1f", 0, "wrong");
  assert.equal(attempts.count("1f"), 1);
});

test("the best mark is that of the question, and of the paper's own unless another is named", () => {
  const attempts = fresh();
  add(attempts, "1f", 5);
  add(attempts, "1f#variant=2", 10);
  add(attempts, "1f", 2);
  assert.equal(attempts.best().marks, 5);
  assert.equal(attempts.best("1f#variant=2").marks, 10);
});

test("the last marking of a question is there at the next visit, with the answers that it was of", () => {
  const kept = keeper();
  add(new Attempts(new Store(() => kept), "1f"), "1f", 5);
  const later = new Attempts(new Store(() => kept), "1f");
  assert.deepEqual(later.marked("1f"), { answers: { loss: "5" }, marks: 5, out_of: 10, score: "5 of 10 marks." });
  assert.equal(later.marked("1f#variant=2"), null);
});

test("what was cleared is kept with its marking until the question is marked again", () => {
  const kept = keeper();
  const here = fresh(kept);
  const later = () => fresh(kept);
  here.remember("1f", { loss: "5" });
  add(here, "1f", 5);
  const stood = { answers: { loss: "5" }, marked: here.marked("1f") };
  here.replace("1f", { answers: { loss: "" }, marked: null }, stood);
  assert.equal(later().marked("1f"), null);
  assert.equal(later().count("1f"), 1);
  assert.deepEqual(later().answers("1f"), { loss: "" });
  here.remember("1f", { loss: "7" });
  assert.deepEqual(later().cleared("1f"), stood);
  assert.equal(later().cleared("1f#variant=2"), null);
  add(here, "1f", 0);
  assert.equal(later().cleared("1f"), null);
});

test("clearing a blank sheet leaves what was cleared before", () => {
  const here = fresh();
  const stood = { answers: { loss: "5" }, marked: null };
  here.replace("1f", { answers: { loss: "" }, marked: null }, stood);
  here.replace("1f", { answers: { loss: "" }, marked: null }, null);
  assert.deepEqual(here.cleared("1f"), stood);
  here.forgetCleared("1f");
  assert.equal(here.cleared("1f"), null);
});

test("two tabs lose neither each other's attempts nor each other's answers", () => {
  const kept = keeper();
  const [one, two] = [1, 2].map(() => new Attempts(new Store(() => kept), "1f"));
  for (const tab of [one, two]) tab.shown("1f", { loss: "", bits: "" });
  one.remember("1f", { loss: "5.5", bits: "" });
  add(one, "1f", 10);
  two.remember("1f", { loss: "", bits: "8" });
  add(two, "1f", 3);
  const later = new Attempts(new Store(() => kept), "1f");
  assert.equal(later.count("1f"), 2);
  assert.equal(later.best().marks, 10);
  assert.equal(later.answers("1f").bits, "8");
  assert.deepEqual(one.news("1f"), { bits: "8" });
  one.shown("1f", { loss: "5.5", bits: "8" });
  assert.deepEqual(one.news("1f"), {});
});

test("what this tab has not touched keeps what another has written", () => {
  const kept = keeper();
  const [one, two] = [1, 2].map(() => new Attempts(new Store(() => kept), "1f"));
  one.remember("1f", { loss: "5.5", bits: "8" });
  two.shown("1f", two.answers("1f"));
  one.remember("1f", { loss: "5.52", bits: "8" });
  two.remember("1f", { loss: "5.5", bits: "7.97" });
  assert.deepEqual(one.answers("1f"), { loss: "5.52", bits: "7.97" });
});

test("storage does not grow without end", () => {
  const kept = keeper();
  const attempts = new Attempts(new Store(() => kept), "1f");
  for (let i = 0; i < 500; ++i) {
    attempts.remember(`1f#variant=${i}`, { loss: "x".repeat(100) });
    add(attempts, `1f#variant=${i}`, 1);
  }
  assert.ok(kept.map.get("examlab:exercise:1f").length < 15_000);
  assert.deepEqual(attempts.answers("1f#variant=499"), { loss: "x".repeat(100) });
});
