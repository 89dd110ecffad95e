import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";
import { called } from "../program.mjs";

Object.assign(globalThis, { HTMLInputElement: class {}, HTMLTextAreaElement: class {} });
const { inOneLine, linesLeft, mayBeLines, mayBeMatrix, spread } = await importSources(["paste"]);

test("one number is no matrix, however it is written", () => {
  for (const text of ["0,5", "-4", "6.18e-9", "ln(250)", "1/3", "\u22121,5 "]) assert.equal(mayBeMatrix(text), false, text);
  for (const text of ["1\t2", "1\n2", "[[1,2],[3,4]]", "1, 2", "1,2,3", "1 2 3", "\\begin{pmatrix}1\\end{pmatrix}"]) {
    assert.equal(mayBeMatrix(text), true, text);
  }
});

test("line ends become blanks in a box of one line", () => {
  assert.equal(inOneLine("1\r\n2\n"), "1 2");
  assert.equal(inOneLine(" ln 250\n"), "ln 250");
});

const matrix = [["1", "2"], ["3", "4"]];

test("a matrix fills the cells from where it is pasted, and says what does not fit", () => {
  const whole = spread(matrix, { row: 0, col: 0 }, 2, 2);
  assert.equal(whole.cells.length, 4);
  assert.deepEqual(whole.cells[2], { row: 1, col: 0, text: "3" });
  assert.equal(whole.says, "");
  const over = spread(matrix, { row: 0, col: 1 }, 2, 2);
  assert.deepEqual(over.cells.map(({ text }) => text), ["1", "3"]);
  assert.match(over.says, /is 2×2: 2 of its entries have no cell here/);
  assert.match(spread(matrix, { row: 0, col: 0 }, 3, 4).says, /is 2×2; the other cells are as they were/);
});

test("several lines go into numbered ones, and what has no place is said", () => {
  assert.equal(mayBeLines("W2ᵀ δ1\r\n"), false);
  for (const text of ["a\nb", "1. a\r\n2. b\r\n", "\\begin{align}a \\\\ b\\end{align}"]) assert.equal(mayBeLines(text), true, text);
  assert.equal(linesLeft(4, 4), "");
  assert.match(linesLeft(5, 4), /has 5 lines: 1 of them has no place/);
  assert.deepEqual(called("1h-iv", "lines", { text: "1. W2ᵀ δ1\r\n2. g1 + g2\r\n" }), ["W2ᵀ δ1", "g1 + g2"]);
});
