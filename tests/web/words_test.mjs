import assert from "node:assert/strict";
import { test } from "node:test";

import { mathml, typeset } from "../../web/tools/maths.mjs";
import { importSources } from "../../web/tools/sources.mjs";
import { readTokens } from "../../web/tools/style.mjs";

const { fileName, chosen, following, summary, rows, html } = await importSources(["gallery", "theme", "numbers", "markup"]);

const quote = { inMaths: (key, digits) => `<mrow data-quote="${key}" data-digits="${digits}"></mrow>`, inText: (key) => `<b>${key}</b>` };

test("a quotation inside TeX survives as one element", () => {
  const math = mathml("\\frac{1}{ {{classes}} } = {{loss.nats:8}}.", true, quote.inMaths);
  assert.match(math, /<mfrac><mn>1<\/mn><mrow data-quote="classes" data-digits="undefined"><\/mrow><\/mfrac>/);
  assert.match(math, /data-quote="loss.nats" data-digits="8"><\/mrow><mtext>\.<\/mtext>/);
});

test("formulas carry neither their source nor inline style, which the policy forbids", () => {
  const math = mathml("\\left\\lfloor \\sqrt{x} \\right\\rfloor \\sim \\mathcal N(0, 1), \\mathbb E", false, quote.inMaths);
  assert.doesNotMatch(math, /annotation|style=|semantics|mathvariant="(?!normal)/);
  assert.match(math, /𝒩/u);
  assert.match(math, /𝔼/u);
});

test("TeX that is wrong stops the build", () => {
  assert.throws(() => mathml("\\frac{1}", false, quote.inMaths));
});

test("text and formulas of a fragment are told apart", () => {
  assert.equal(typeset("<p>{{a}} costs 5 &lt; 6</p>", quote), "<p><b>a</b> costs 5 &lt; 6</p>");
  assert.match(typeset("\\[ a &lt; b \\]", quote), /^<div class="display" tabindex="0"><math display="block">.*&lt;.*<\/math><\/div>$/);
});

test("a file that is saved says where it is from and holds no odd characters", () => {
  assert.equal(fileName("2d-i#Q=2,-3;4", "scores", "csv"), "2d-i-Q-2-3-4-scores.csv");
  assert.ok(fileName(`1f#${"x".repeat(5000)}`, "loss", "png").length <= 84);
});

test("the address decides the theme before the person's choice, and nonsense decides nothing", () => {
  assert.equal(chosen("?theme=dark", "light"), "dark");
  assert.equal(chosen("?theme=pink", "light"), "light");
  assert.equal(chosen("", null), "system");
  assert.equal(following(following(following("system"))), "system");
});

test("a screen reader hears the numbers that changed and no others", () => {
  const r = (key, value) => ({ key, label: key, unit: "nats", value });
  assert.equal(summary([r("a", 1), r("b", 2)], [r("a", 1), r("b", 3)]), "b 3 nats.");
  assert.equal(summary([r("a", 1)], [r("a", 1)]), "");
});

test("an undefined readout shows its reason, and a long matrix how much of it is left out", () => {
  const row = (value, reason = "") => html(rows([{ key: "k", label: "l", unit: "", value, reason }])[0]);
  assert.match(row(null, "no positive call"), /undefined: no positive call/);
  const matrix = Array.from({ length: 30 }, () => Array.from({ length: 40 }, () => 1));
  assert.match(row(matrix), /The first 12 × 12 of 30 × 40/);
});

test("the colour table is read line by line", () => {
  assert.deepEqual(readTokens("# a comment\non-accent  #ffffff  #0d1524\n"), [{ name: "on-accent", light: "#ffffff", dark: "#0d1524" }]);
});
