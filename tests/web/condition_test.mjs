import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { holds, toldBy, unsound } = await importSources(["condition"]);

const facts = [
  { key: "paper", value: false },
  { key: "right", value: "recall", values: ["recall", "precision", "f1"] },
  { key: "story", value: "A story." },
];

test("a flag stands or not, a word is one of those that are named", () => {
  for (const condition of ["!paper", "right=recall", "right=f1|recall", "right!=f1", "!paper right=recall"]) {
    assert.equal(holds(condition, facts), true, condition);
  }
  for (const condition of ["paper", "right=f1", "right!=recall|f1", "paper right=recall", "!paper right=f1"]) {
    assert.equal(holds(condition, facts), false, condition);
  }
});

test("what speaks of the end waits until the lab has taken all its steps", () => {
  const at = (done, total) => toldBy({ facts, done, total });
  assert.equal(holds("settled !paper", at(500, 500)), true);
  assert.equal(holds("settled", at(0, 0)), true, "a lab that takes no steps");
  assert.equal(holds("settled", at(5, 500)), false);
  assert.equal(unsound("settled", at(5, 500)), "");
});

test("a condition that could never hold, or always would, is named", () => {
  assert.equal(unsound("!paper right=f1|recall", facts), "");
  assert.match(unsound("papers", facts), /no fact “papers”; there are paper, right, story/);
  assert.match(unsound("right=recal", facts), /“right” is never “recal”, only recall, precision, f1/);
  assert.match(unsound("right!=f2", facts), /never “f2”/);
  assert.match(unsound("right", facts), /“right” is no flag/);
  assert.match(unsound("story=A", facts), /“story” is never “A”, only quoted/);
  assert.match(unsound("paper", []), /there are none/);
});
