import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";
import { form, inputs } from "./form.mjs";

const { answersOf, fillings, html, questions } = await importSources(["answers", "markup", "questions"]);

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

test("kept answers of another shape fill nothing and break nothing", () => {
  for (const loss of [null, 5, ["x"], { i: true }]) fillings(form, { loss });
  assert.equal(fillings(form, { output: [7, "x"], gone: "1" }).size, 0);
});

test("lines of a derivation and entries of a matrix of formulas are read and put back", () => {
  const lines = [{ id: "1", prompt: "p", left: "g" }, { id: "2", prompt: "q", left: "h" }];
  const written = [
    { id: "way", label: "Way", kind: "derivation", names: ["c"], lines },
    { id: "M", label: "M", kind: "symbols", names: ["z"], rows: 2, cols: 2, given: [[null, "0"], [null, null]] },
  ];
  const answers = { way: ["2 c", "g b"], M: [["-1[z>0]", ""], ["0", "w"]] };
  assert.deepEqual(answersOf(written, inputs(Object.fromEntries(fillings(written, answers)))), answers);
  const page = questions(written).map(html).join("");
  assert.ok(page.includes('id="q-way-2"') && page.includes("g =") && page.includes('<td class="given">0</td>'));
  assert.ok(!page.includes('id="q-M-1-2"'));
});

test("the ticks of a free text go with it, and a text without ticks goes alone", () => {
  const free = [{ id: "why", label: "Why?", kind: "rubric", points: ["i", "ii"] }];
  const ticked = { why: { text: "ask", points: { i: true, ii: false } } };
  assert.deepEqual(answersOf(free, inputs({ "q-why": "ask", "q-why-i": "true" })), ticked);
  for (const answers of [ticked, { why: "ask" }]) {
    assert.deepEqual(answersOf(free, inputs(Object.fromEntries(fillings(free, answers)))), answers);
  }
});
