import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";
import { form } from "./form.mjs";

const { kindOf, ofBefore, readAsId, score, sentence, show } = await importSources([
  "feedback", "verdicts", "kinds/all", "answer_ids",
]);

const field = (id, outcome, parts = [], more = {}) => ({
  id, outcome, parts, message: "", read_as: "", notes: [], self_assessed: false, practice: false, ...more,
});
const question = (id) => form.find((q) => q.id === id);
const said = (q, mark) => kindOf(q).said(q, mark);

test("an outcome is said by a symbol and in words", () => {
  assert.equal(sentence("wrong", "Mind the sign.", "-5.5"), "✗ not yet. Read as -5.5. Mind the sign.");
  const which = field("which", "partly", [{ outcome: "right" }, { outcome: "blank" }]);
  assert.equal(score(form, { marks: 2.5, out_of: 5, fields: [which] }), "2.5 of 5 marks: 1 right, 1 not answered.");
});

test("of one option among several the chosen one alone is marked, the others give their reasons", () => {
  const parts = [
    { id: "f1", outcome: "partly", message: "it weighs them alike.", contested: false },
    { id: "recall", outcome: "blank", message: "it counts the ill.", contested: false },
  ];
  const one = field("one", "partly", parts, { read_as: "f1", message: "it weighs them alike." });
  assert.equal(score(form, { marks: 1, out_of: 2, fields: [one] }), "1 of 2 marks: 1 partly right.");
  const sayings = (mark) => said(question("one"), mark).sayings.map(({ at, text }) => [at, text]);
  assert.deepEqual(sayings(one), [
    ["vq-one-f1", "◐ partly right. It weighs them alike."],
    ["vq-one-recall", "It counts the ill."],
  ]);
  const other = { ...one, message: "Neither, and here is why." };
  assert.deepEqual(sayings(other)[0], ["vq-one", "◐ Neither, and here is why."]);
});

test("what was said of an answer that has changed since says so in words, and has no colour or symbol of a verdict", () => {
  const before = (q, mark) => said(q, mark).sayings.flatMap(ofBefore);
  const [loss] = before(question("loss"), field("loss", "right", [], { read_as: "1.2" }));
  assert.deepEqual(loss, { at: "vq-loss", text: "Before your change: ✓ right. Read as 1.2.", outcome: "before" });
  const parts = [{ id: "1,1", outcome: "right", message: "" }, { id: "1,2", outcome: "wrong", message: "" }];
  assert.deepEqual(before(question("output"), field("output", "partly", parts)).map(({ at, text }) => [at, text]),
    [["vq-output", "Before your change: ◐ 1 of 2 right."]]);
});

test("the reason of an option that was not chosen holds after a change, too", () => {
  const parts = [
    { id: "A", outcome: "right", message: "it counts.", contested: false },
    { id: "B", outcome: "blank", message: "it weighs.", contested: false },
  ];
  const one = field("one", "right", parts, { read_as: "A", message: "it counts." });
  assert.deepEqual(said(question("one"), one).sayings.flatMap(ofBefore).map(({ text }) => text),
    ["Before your change: ✓ right. It counts.", "It weighs."]);
});

test("a contested statement says so, and a field without a message counts its parts", () => {
  const parts = [
    { id: "i", outcome: "right", message: "some say so.", contested: true },
    { id: "ii", outcome: "wrong", message: "", contested: false },
  ];
  assert.deepEqual(said(question("which"), field("which", "partly", parts)).sayings.map(({ text }) => text), [
    "◐ 1 of 2 right.",
    "✓ right. Open to dispute: either verdict counts. Some say so.",
    "✗ not yet.",
  ]);
});

test("a statement that is not marked is told so, and is not counted", () => {
  const parts = [
    { id: "i", outcome: "blank", message: "some say so.", contested: false, unscored: true },
    { id: "ii", outcome: "right", message: "", contested: false, unscored: false },
  ];
  const which = field("which", "right", parts, { message: "all right." });
  assert.deepEqual(said(question("which"), which).sayings.map(({ text }) => text), [
    "✓ All right.",
    "– Not marked. Some say so.",
    "✓ right.",
  ]);
  assert.equal(score(form, { marks: 3, out_of: 3, fields: [which] }), "3 of 3 marks: 1 right.");
});

test("a cell has room for a symbol, and its words are a tip and for who listens", () => {
  const parts = [{ id: "1,2", outcome: "invalid", message: "this is no number", contested: false }];
  const [, cell] = said(question("output"), field("output", "invalid", parts)).sayings;
  assert.deepEqual(cell, {
    at: "vq-output-1-2", text: "?", outcome: "invalid",
    part: "1,2", label: "could not be read, costs nothing", title: "this is no number",
  });
});

test("the points of a free text show themselves once there is a text, without a verdict", () => {
  const q = { id: "why", label: "Why?", kind: "rubric", points: ["i"] };
  assert.deepEqual(said(q, field("why", "blank")).reveals, []);
  const parts = [{ id: "i", outcome: "blank", message: "People label a sample.", contested: false }];
  const { sayings, reveals } = said(q, field("why", "blank", parts, { self_assessed: true, message: "compare." }));
  assert.deepEqual(reveals, ["q-why-points"]);
  assert.deepEqual(sayings[0], { at: "vq-why", text: "Compare.", outcome: "blank" });
  assert.deepEqual(sayings[1], { at: "q-why-i-says", text: "People label a sample." });
});

test("the score counts practice apart, and says where marks are one's own judgement", () => {
  const more = { ...question("which"), id: "more", practice: true };
  const why = { id: "why", label: "Why?", kind: "rubric", points: [] };
  const marking = {
    marks: 5, out_of: 5,
    fields: [
      field("loss", "right"),
      field("more", "partly", [{ outcome: "right" }, { outcome: "wrong" }], { practice: true }),
      field("why", "blank", [], { practice: true }),
    ],
  };
  assert.equal(score([...form, more, why], marking), "5 of 5 marks: 1 right. For practice: 1 right, 1 not yet.");
  const own = { marks: 2, out_of: 4, fields: [field("why", "partly", [], { self_assessed: true })] };
  assert.equal(score([why], own), "2 of 4 marks by your own judgement: 1 partly right.");
});

test("a text whose points are not ticked is answered, and waits for its ticks", () => {
  const why = { id: "why", label: "Why?", kind: "rubric", points: ["i"] };
  const waiting = field("why", "blank", [], { self_assessed: true });
  assert.equal(score([...form, why], { marks: 2, out_of: 6, fields: [field("loss", "right"), waiting] }),
    "2 of 6 marks so far: 1 right. Tick the points that your text makes and check again.");
  assert.equal(score([why], { marks: 0, out_of: 4, fields: [waiting] }),
    "0 of 4 marks so far. Tick the points that your text makes and check again.");
});

test("an option that counts without being the expected one is accepted, not simply right", () => {
  const parts = [{ id: "f1", outcome: "right", message: "it weighs them alike.", contested: true }];
  const one = field("one", "right", parts, { read_as: "f1", message: "it weighs them alike." });
  assert.deepEqual(said(question("one"), one).sayings.map(({ text }) => text),
    ["✓ accepted, if argued. It weighs them alike."]);
  assert.equal(score(form, { marks: 2, out_of: 2, fields: [one] }), "2 of 2 marks: 1 right.");
});

/** Runs `use` on a page that has an element for each of these ids, which it gets. */
function onPage(ids, use) {
  const element = () => ({ textContent: "older", dataset: {}, closest: () => null, append: () => undefined });
  const page = Object.fromEntries(ids.map((id) => [id, element()]));
  globalThis.document = {
    getElementById: (id) => page[id] ?? null,
    querySelector: () => null,
    querySelectorAll: () => [],
  };
  globalThis.CSS = { escape: (id) => id };
  use(page);
  delete globalThis.document;
  delete globalThis.CSS;
  return page;
}

test("a verdict takes the place of what was read before it, in every line, and not where the answer has changed", () => {
  const lines = ["1", "2"].map((id) => ({ id, prompt: `Line ${id}`, left: "δ" }));
  const chain = { id: "chain", label: "Derive", kind: "derivation", names: [], lines, tiles: [] };
  const parts = lines.map(({ id }) => ({ id, outcome: "right", message: "", contested: false }));
  const marking = { marks: 2, out_of: 2, fields: [field("chain", "right", parts)] };
  const shown = (changes) => {
    const read = onPage(lines.map(({ id }) => readAsId("chain", id)), () => show([chain], marking, changes));
    return Object.values(read).map(({ textContent }) => textContent);
  };
  assert.deepEqual(shown({}), ["", ""]);
  assert.deepEqual(shown({ chain: ["2"] }), ["", "older"]);
  assert.deepEqual(shown({ chain: null }), ["older", "older"]);
});

test("a changed statement has the verdict of before, and those beside it keep theirs", () => {
  const parts = ["i", "ii"].map((id) => ({ id, outcome: "right", message: "", contested: false }));
  const marking = { marks: 2, out_of: 2, fields: [field("which", "right", parts, { message: "all right." })] };
  const ids = ["vq-which", "vq-which-i", "vq-which-ii"];
  const page = onPage(ids, () => show(form, marking, { which: ["i"] }));
  assert.deepEqual(ids.map((id) => page[id].textContent),
    ["Before your change: ✓ All right.", "Before your change: ✓ right.", "✓ right."]);
  assert.deepEqual(ids.map((id) => page[id].dataset.outcome), ["before", "before", "right"]);
});
