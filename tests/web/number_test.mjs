import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { rounded, exact, line, typeset, marks } = await importSources(["number"]);

test("a real number is shown with four significant digits", () => {
  assert.equal(rounded(5.521460917862246), "5.521");
  assert.equal(rounded(1203.973), "1204");
  assert.equal(rounded(0.00012345), "0.0001234"); // the double lies below the tie
});

/** Each of these is a line of tests/lab/digits_test.cpp as well. */
test("numbers are written as the engine writes them on axes and in its sentences", () => {
  const cases = [[5.521460917862246, "5.521"], [-0.123456, "−0.1235"], [0.5, "0.5"], [0.999999, "1"],
    [-3.98968, "−3.99"], [123456.789, "123\u202f457"], [-0, "0"], [250, "250"], [9999, "9999"],
    [49152, "49\u202f152"], [75497472, "75\u202f497\u202f472"], [-100000, "−100\u202f000"], [1e-5, "10⁻⁵"],
    [-1e-5, "−10⁻⁵"], [1.25e-7, "1.25×10⁻⁷"], [1.46345e-6, "1.463×10⁻⁶"], [1e12, "10¹²"],
    [-6.02214e23, "−6.022×10²³"], [Infinity, "∞"], [-Infinity, "−∞"]];
  for (const [x, text] of cases) assert.equal(rounded(x), text);
});

test("more digits can be asked for", () => {
  assert.equal(rounded(5.521460917862246, 8), "5.5214609");
});

test("every digit of the exact text reads back as the same number", () => {
  for (const x of [0.1, 5.521460917862246, 1e-20, -1.7976931348623157e308]) {
    assert.equal(Number(exact(x)), x);
  }
});

test("values that are no numbers have words", () => {
  assert.equal(line(null), "undefined");
  assert.equal(line(true), "yes");
  assert.equal(rounded(Infinity), "∞");
});

test("lists are set with commas and matrices with semicolons", () => {
  assert.equal(line([2, 1, 2]), "2, 1, 2");
  assert.equal(line([[-4, 3], [2, null]]), "−4, 3; 2, undefined");
});

test("a link's spelling of a number is typeset without being read", () => {
  assert.equal(typeset("1e-4"), "10⁻⁴");
  assert.equal(typeset("-2.5e+7"), "−2.5×10⁷");
  assert.equal(typeset("auto"), "auto");
});

test("marks show at most two decimals and no empty ones", () => {
  assert.equal(marks(10), "10");
  assert.equal(marks(25 / 3), "8.33");
  assert.equal(marks(7.5), "7.5");
});
