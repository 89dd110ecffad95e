import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { capital } = await importSources(["verdicts"]);

test("a sentence begins with a capital", () => {
  const cases = { "the sign is wrong": "The sign is wrong", "a sum": "A sum", "one-hot labels": "One-hot labels",
    "average loss": "Average loss", "log of the size": "Log of the size" };
  for (const [text, said] of Object.entries(cases)) assert.equal(capital(text), said);
});

test("a formula at the head of a sentence stays as it is", () => {
  for (const text of ["ln 250 is right", "b2 is a number", "δ1 = ∂J/∂z3", "p(z1) is missing", "tanh'(z2) is the slope",
    "exp z", "m × D", "yhat − y", "log K", "a × b", "relu(z) is positive", "da = 3"]) {
    assert.equal(capital(text), text);
  }
});
