import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { answersOf, fillings, questions, signature, html, score, sentence, partSentence } = await importSources([
  "answers", "questions", "markup", "feedback",
]);

const form = [
  { id: "loss", label: "Loss", kind: "number", unit: "nats", tolerance: 5e-3 },
  { id: "output", label: "Output", kind: "cells", rows: 2, cols: 2 },
  { id: "which", label: "Which?", kind: "many-of", options: [{ id: "i", text: "a" }, { id: "ii", text: "b <c>" }] },
  { id: "one", label: "One", kind: "one-of", options: [{ id: "A", text: "x" }] },
];

/** Inputs that hold these texts; a radio group holds its value under the group's name. */
const inputs = (values) => ({ text: (id) => values[id] ?? "", chosen: (name) => values[name] ?? null });

test("a form is read into the answers that the engine marks", () => {
  const read = answersOf(form, inputs({
    "q-loss": " ln 250 ", "q-output-1-1": "-4", "q-output-2-2": "3/4", "q-which-i": "true", "q-which-ii": "false", "q-one": "A",
  }));
  assert.deepEqual(read, {
    loss: "ln 250", output: [["-4", ""], ["", "3/4"]], which: { i: true, ii: false }, one: "A",
  });
});

test("an untouched form is blank everywhere", () => {
  assert.deepEqual(answersOf(form, inputs({})), {
    loss: "", output: [["", ""], ["", ""]], which: { i: null, ii: null }, one: "",
  });
});

test("answers that are put back are read again unchanged", () => {
  const answers = { loss: "5.52", output: [["1", ""], ["", "4"]], which: { i: false, ii: null }, one: "A" };
  assert.deepEqual(answersOf(form, inputs(Object.fromEntries(fillings(form, answers)))), answers);
});

test("lines of a derivation and entries of a matrix of formulas are read and put back", () => {
  const lines = [{ id: "1", prompt: "p", left: "g" }, { id: "2", prompt: "q", left: "h" }];
  const written = [
    { id: "way", label: "Way", kind: "derivation", lines },
    { id: "M", label: "M", kind: "symbols", rows: 2, cols: 2, given: [[null, "0"], [null, null]] },
  ];
  const answers = { way: ["2 c", "g b"], M: [["-1[z>0]", ""], ["0", "w"]] };
  assert.deepEqual(answersOf(written, inputs(Object.fromEntries(fillings(written, answers)))), answers);
  const page = questions(written).map(html).join("");
  assert.ok(page.includes('id="q-way-2"') && page.includes("g =") && page.includes('<td class="given">0</td>'));
  assert.ok(!page.includes('id="q-M-1-2"'));
});

test("kept answers of another shape fill nothing and break nothing", () => {
  for (const loss of [null, 5, ["x"], { i: true }]) fillings(form, { loss });
  assert.equal(fillings(form, { output: [7, "x"], gone: "1" }).size, 0);
});

test("every input that is read stands in the markup", () => {
  const page = questions(form).map(html).join("");
  for (const id of ["q-loss", "q-output-1-1", "q-output-2-2", "q-which-i-true", "q-which-ii-false", "q-one-A"]) {
    assert.ok(page.includes(`id="${id}"`), id);
  }
  for (const name of ["q-which-i", "q-which-ii", "q-one"]) assert.ok(page.includes(`name="${name}"`), name);
});

test("ids in the markup are unique and every reference has its target", () => {
  const page = questions(form).map(html).join("");
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((m) => m[1]);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, list] of page.matchAll(/ (?:for|aria-describedby)="([^"]*)"/g)) {
    for (const id of list.split(" ")) assert.ok(ids.includes(id), id);
  }
});

test("an option's text cannot become markup", () => {
  assert.ok(questions(form).map(html).join("").includes("b &lt;c&gt;"));
});

test("a form with other options has another signature", () => {
  const other = structuredClone(form);
  other[2].options[0].text = "c";
  assert.notEqual(signature(form), signature(other));
  assert.equal(signature(form), signature(structuredClone(form)));
});

test("an outcome is said by a symbol and in words", () => {
  assert.equal(sentence("wrong", "Mind the sign.", "-5.5"), "✗ not yet. Read as -5.5. Mind the sign.");
  const marking = { marks: 2.5, out_of: 5, fields: [{ outcome: "partly", parts: [{ outcome: "right" }, { outcome: "blank" }] }] };
  assert.equal(score(marking), "2.5 of 5 marks: 1 right, 1 not answered.");
});

test("of one option among several the chosen one alone is marked, the others give their reasons", () => {
  const parts = [
    { id: "f1", outcome: "partly", message: "it weighs them alike.", contested: false },
    { id: "recall", outcome: "blank", message: "it counts the ill.", contested: false },
  ];
  const marking = { marks: 1, out_of: 2, fields: [{ outcome: "partly", read_as: "f1", parts }] };
  assert.equal(score(marking), "1 of 2 marks: 1 partly right.");
  assert.equal(partSentence(parts[0], parts[0]), "◐ partly right. It weighs them alike.");
  assert.equal(partSentence(parts[1], parts[0]), "It counts the ill.");
  assert.equal(partSentence(parts[1]), "– not answered. It counts the ill.");
});

test("what fields in a row accept is printed once, and said of each", () => {
  const shape = (id) => ({ id, label: id, kind: "shape", names: ["D"] });
  const page = questions([shape("W1"), shape("b1"), { ...shape("W2"), names: ["m"] }]).map(html);
  assert.deepEqual(page.map((p) => /class="hint-line"[^>]* hidden/.test(p)), [false, true, false]);
  for (const p of page) assert.match(p, /aria-describedby="q-..-hint /);
});

test("practice stands folded below what is asked, and the score counts it apart", () => {
  const practice = { ...structuredClone(form[0]), id: "more", practice: true };
  const page = questions([practice, ...form]).map(html);
  assert.equal(page.length, form.length + 1);
  assert.match(page.at(-1), /^<details class="practice"><summary>[^<]*no marks<\/summary>.*data-question="more"/);
  const marking = {
    marks: 5, out_of: 5,
    fields: [
      { outcome: "right", parts: [] },
      { outcome: "partly", practice: true, parts: [{ outcome: "right" }, { outcome: "wrong" }] },
      { outcome: "blank", practice: true, parts: [] },
    ],
  };
  assert.equal(score(marking), "5 of 5 marks: 1 right. For practice: 1 right, 1 not yet.");
});
