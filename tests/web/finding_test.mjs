// What is said of a figure in two lines, and of the statement that "Show me" is to judge.
import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { caption, saying, statement } = await importSources(["finding", "showing"]);

test("a figure says its first two sentences, and its first alone where they are long", () => {
  assert.equal(caption("The loss is 0.25 nats. It falls. Then it rests."), "The loss is 0.25 nats. It falls.");
  const long = `${"a".repeat(120)}. `;
  assert.equal(caption(`${long}${long}End.`), long.trim());
  assert.equal(caption("No stop at the end"), "No stop at the end");
  assert.equal(caption(""), "");
});

test("a statement is named by its numeral, or by itself where it is short", () => {
  assert.deepEqual(statement("(iii) Dropout: leaving units out."), { name: "(iii)", text: "Dropout: leaving units out." });
  assert.deepEqual(statement(" leaky ReLU "), { name: "“leaky ReLU”", text: "" });
  assert.equal(statement("the one that has more words than there is room for").name, "this");
});

test("a case says which statement it judges, and once the lab has settled what its figure shows", () => {
  assert.equal(saying("(ii) It grows.", ""), "To judge (ii): It grows.");
  assert.equal(saying("ReLU", ""), "To judge “ReLU”");
  assert.equal(saying("(ii) It grows.", "It has 64 px. One more than before."),
    "To judge (ii): It has 64 px. One more than before.");
  assert.equal(saying("(ii) It grows.", "It has 64 px."), "To judge (ii): It has 64 px.");
});
