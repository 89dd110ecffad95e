import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { quotable, quotableOfQuestion, fieldValue, formula, spoken, html, difference, apart } = await importSources(["quote", "parameters", "markup", "live_words"]);

const field = (key, kind, value, initial = value, offer = "control") => ({ key, label: key, offer, kind, value, initial });
const readout = (key, value) => ({ key, label: key, unit: "", value });
const maths = (value, digits = 4) => formula(value, digits).map(html).join("");

test("a parameter can be quoted as the value that its text stands for", () => {
  assert.equal(fieldValue(field("sigma", "real", "1e-4")), 1e-4);
  assert.equal(fieldValue(field("mask", "flag", "1")), true);
  assert.equal(fieldValue(field("logit_var", "real", "auto")), "auto");
  assert.deepEqual(fieldValue(field("Q", "table", "2,-3;-4,1")), [[2, -3], [-4, 1]]);
  assert.equal(fieldValue(field("X", "table", "")), "not given");
});

test("a readout hides a parameter of the same key", () => {
  const known = quotable({ fields: [field("p", "real", "1")], readouts: [readout("p", 2)], facts: [], variant: 0 });
  assert.equal(known.get("p"), 2);
});

test("a fact of the question is quoted as a readout is", () => {
  const known = quotable({ fields: [], readouts: [], facts: [{ key: "right", value: "recall" }], variant: 0 });
  assert.equal(spoken(known.get("right"), 4), "recall");
});

test("a negative number in a formula is an operator and a number", () => {
  assert.equal(maths(-2.5), '<mrow><mo form="prefix">−</mo><mn>2.5</mn></mrow>');
});

test("a matrix becomes a table in brackets, a list becomes its only row", () => {
  assert.match(maths([[1, 2], [3, 4]]), /^<mo fence="true">\[<\/mo><mtable><mtr><mtd><mn>1<\/mn>/);
  assert.equal(maths([2, 1]).match(/<mtr>/g).length, 1);
});

test("text that is quoted cannot become markup", () => {
  assert.equal(maths("<img src=x>"), "<mtext>&lt;img src=x&gt;</mtext>");
});

test("digits that are asked for are given in text too", () => {
  assert.equal(spoken(5.521460917862246, 8), "5.5214609");
});

const asked = (own, values, moved = [], readouts = null) => ({ link: "", own, moved, askable: false, sought: false, values, readouts });

test("the question says how it differs from the paper's, and only where it does", () => {
  const page = (variant, question) => ({ variant, fields: [field("classes", "whole", "7")], readouts: [], question });
  assert.equal(difference(page(0, asked([], { classes: "250" }))), "");
  assert.equal(difference(page(3, asked([], { classes: "9" }))), "Variant 3");
  assert.equal(difference(page(0, asked(["classes"], { classes: "10" }))), "Your own question: classes = 10");
  assert.equal(difference(page(3, asked(["classes"], { classes: "10" }))), "Variant 3 with numbers of your own: classes = 10");
});

test("the lab says which of its numbers are not the question's, with their units", () => {
  const n = { ...field("n", "whole", "49152", "64"), label: "input side n [px]" };
  const flag = { ...field("bn", "flag", "1", "0"), label: "batch norm" };
  assert.equal(apart({ variant: 0, fields: [n, flag], question: asked([], {}, ["n", "bn"]) }),
    "input side n = 49\u202f152 px, batch norm = yes");
});

test("a lab alone says what was set, and neither what is pointed at nor how far it has run", () => {
  const fields = [field("row", "whole", "3", "1", "picked"), field("samples", "whole", "9", "5", "horizon")];
  assert.equal(difference({ variant: 0, fields, readouts: [], question: null }), "");
  const set = [...fields, field("classes", "whole", "10", "250")];
  assert.equal(difference({ variant: 0, fields: set, readouts: [], question: null }), "Set by you: classes = 10");
});

test("words about the question quote its own numbers while the lab has others", () => {
  const page = {
    fields: [field("classes", "whole", "7", "10")],
    readouts: [readout("loss", 1.9)],
    facts: [{ key: "even", value: true }],
    variant: 0,
    question: asked([], { classes: "10" }, ["classes"], { loss: 2.3 }),
  };
  assert.deepEqual([...quotableOfQuestion(page).values()], [0, 10, 2.3, true]);
  assert.deepEqual([...quotable(page).values()], [0, 7, 1.9, true]);
  page.question.readouts = null;
  assert.deepEqual([...quotableOfQuestion(page).keys()], ["variant", "classes", "even"], "not what the lab says at other numbers");
});
