import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";
import { plain, tree } from "./markup_tree.mjs";

const { html, rows } = await importSources(["markup", "numbers"]);

const readout = (key, value) => ({ key, label: key, unit: "", value });
const cells = (row) => tree(html(row)).children[0].children;

test("a matrix of the pinned run stands beside that of the lab, entry by entry", () => {
  const [row] = rows([readout("weights", [[0.25, 0.75], [1, 0]])], { weights: [[0, 1], [1, 0]] });
  const [, here, pinned] = cells(row);
  const entries = (cell) => cell.children[0].children[0].children.map((tr) => tr.children.map(plain));
  assert.deepEqual(entries(here), [["0.25", "0.75"], ["1", "0"]]);
  assert.deepEqual(entries(pinned), [["0", "1"], ["1", "0"]]);
});

test("a vector, a number and a value that the pinned run has not stand there as well", () => {
  const all = rows([readout("v", [1, 2]), readout("x", 3), readout("y", 4)], { v: [5, 6], x: 7 });
  assert.deepEqual(all.map((row) => plain(cells(row)[2])), ["56", "7", "undefined"]);
});

test("without a pinned run there is no column for it", () => {
  const [row] = rows([readout("x", 3)]);
  assert.equal(cells(row).length, 3);
});
