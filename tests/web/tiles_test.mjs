import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { html, inRows, joined, questions, shortened } = await importSources([
  "markup", "questions", "kinds/tiles", "kinds/line",
]);

const field = (tiles) => ({ id: "sum", label: "sum", kind: "expression", names: ["x"], scalars: false, tiles });

test("a field with tiles has a button for each, and one that takes the last piece away", () => {
  const [page] = questions([field(["D1", "Whᵀ", "+"])]).map(html);
  assert.equal([...page.matchAll(/ data-tile/g)].length, 4);
  assert.match(page, /data-tile="Whᵀ">Whᵀ</);
  const [bare] = questions([field([])]).map(html);
  assert.ok(!bare.includes("tile"));
});

test("a formula has a box that can grow, and a number a line", () => {
  const [formula, number] = questions([
    field([]), { id: "loss", label: "loss", kind: "number", unit: "nats", tolerance: 0.01, example: "ln 2" },
  ]).map(html);
  assert.match(formula, /<textarea class="formula" rows="1"[^>]* id="q-sum"/);
  assert.match(number, /<input type="text"[^>]* id="q-loss"/);
});

test("a piece goes to the caret, set off by blanks", () => {
  assert.deepEqual(joined("", "D1", 0), { text: "D1", caret: 2 });
  assert.deepEqual(joined("D1 ", "Whᵀ", 3), { text: "D1 Whᵀ", caret: 6 });
  assert.deepEqual(joined("D1 D2", "Whᵀ", 2), { text: "D1 Whᵀ D2", caret: 6 });
});

test("the last piece is taken away with its blank", () => {
  assert.equal(shortened("D1 Whᵀ D2 "), "D1 Whᵀ");
  assert.equal(shortened("D1"), "");
  assert.equal(shortened(""), "");
});

test("three or more names that differ in their number are one row", () => {
  assert.deepEqual(inRows(["T", "x1", "a1", "x2", "a2", "x3", "D1", "D2"]), ["T", "x1 … x3", "a1", "a2", "D1", "D2"]);
});
