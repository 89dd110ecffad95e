// TeX in the words becomes MathML that browsers set as it is meant.
import assert from "node:assert/strict";
import { test } from "node:test";

import { typeset } from "../../web/tools/maths.mjs";

const quote = { inMaths: (key) => `<mn>${key}</mn>`, inText: (key) => key };

test("a comma stays with the formula before it", () => {
  const set = typeset("With \\( a \\), and \\( b \\) then.", quote);
  assert.match(set, /<span class="kept"><math>.*<\/math>,<\/span> and <math>.*<\/math> then\.$/);
});

test("a bracket that would stay small under an exponent is refused", () => {
  assert.throws(() => typeset("\\[ \\Bigl( \\frac12 \\Bigr)^{2} \\]", quote), /Write \\left/);
  assert.match(typeset("\\[ \\left( \\frac12 \\right)^{2} \\]", quote), /<msup>/);
  assert.match(typeset("\\[ \\Bigl( \\frac12 \\Bigr) \\]", quote), /minsize/);
});

test("the sign of a per cent stays with its number", () => {
  assert.equal(typeset("Right in {{share}} % of all.", quote), "Right in share\u00a0% of all.");
});
