// Formulas of the page in one line of text, set from TeX as the build sets them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { tree } from "./markup_tree.mjs";
import { importSources } from "../../web/tools/sources.mjs";
import { mathml } from "../../web/tools/maths.mjs";

const { linear } = await importSources(["linear"]);
const quote = (key) => `<mrow data-quote="${key}"><mn>49\u202f152</mn></mrow>`;
const copied = (tex) => linear(tree(mathml(tex, false, quote)));

test("a formula is copied as its fields read it", () => {
  for (const [tex, text] of [
    ["W_2^\\top", "W2ᵀ"],
    ["\\frac{\\hat y - y}{m}", "(ŷ-y)/m"],
    ["\\log\\bigl(1 + (K-1)e^{-m}\\bigr)", "log(1+(K-1)e^(-m))"],
    ["\\log K", "log K"],
    ["-\\ln\\frac{1}{250}", "-ln(1/250)"],
    ["\\frac{\\partial L}{\\partial z_3} = \\hat y - y", "∂L/∂z3 = ŷ-y"],
    ["\\frac1m(\\hat y - y)", "(1/m)(ŷ-y)"],
    ["\\frac{a}{b+c}+\\frac{1}{2}", "a/(b+c)+1/2"],
    ["-\\operatorname{diag}(1[z_2 > 0])", "-diag(1[z2 > 0])"],
    ["W_1 \\in \\mathbb{R}^{D_a \\times D}", "W1 ∈ ℝ^(D_a×D)"],
    ["\\sum_{i=1}^{m} x^{(i)}", "Σ_(i = 1)^m x^(i)"],
    ["(a+b)^2", "(a+b)^2"],
    ["x'", "x'"],
    ["\\sqrt{d_k}", "sqrt(d_k)"],
    ["\\begin{bmatrix} 1 & -2 \\\\ 3 & 4 \\end{bmatrix}", "[1, -2; 3, 4]"],
    ["Q = \\begin{pmatrix} 1 & 2 \\end{pmatrix}", "Q = [1, 2]"],
    ["{{n}} + 1", "49152+1"],
    ["W x + b", "W x+b"],
  ]) {
    assert.equal(copied(tex), text, tex);
  }
});
