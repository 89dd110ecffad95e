import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { rounded, exact, line, typeset, marks } = await importSources(["number"]);

test("a real number is shown with four significant digits", () => {
  assert.equal(rounded(5.521460917862246), "5.521");
  assert.equal(rounded(1203.973), "1204");
  assert.equal(rounded(0.00012345), "0.0001234"); // the double lies below the tie
});

test("what was rounded to a whole number says that it was rounded", () => {
  assert.equal(rounded(0.999999), "1.000");
  assert.equal(rounded(-3.98968), "−3.990");
  assert.equal(rounded(0.5), "0.5");
});

test("whole numbers keep every digit", () => {
  assert.equal(rounded(75497472), "75497472");
  assert.equal(rounded(0), "0");
});

test("the sign is a true minus and powers of ten are spelled out", () => {
  assert.equal(rounded(-2.5), "−2.5");
  assert.equal(rounded(1.46345e-6), "1.463 × 10⁻⁶");
  assert.equal(rounded(1e-5), "10⁻⁵");
  assert.equal(rounded(2.57513e14), "257513000000000");
  assert.equal(rounded(-6.02214e23), "−6.022 × 10²³");
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
  assert.equal(typeset("-2.5e+7"), "−2.5 × 10⁷");
  assert.equal(typeset("auto"), "auto");
});

test("marks show at most two decimals and no empty ones", () => {
  assert.equal(marks(10), "10");
  assert.equal(marks(25 / 3), "8.33");
  assert.equal(marks(7.5), "7.5");
});
