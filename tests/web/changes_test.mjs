import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { changedSince, isBlank } = await importSources(["changes"]);

const changed = (marked, now) => [...changedSince(marked, now)];

test("a field has changed when it holds another answer than the one that was marked, and no longer when it is back", () => {
  const marked = { loss: "ln 250", which: { i: true, ii: null }, output: [["1", "2"]] };
  assert.deepEqual(changed(marked, structuredClone(marked)), []);
  assert.deepEqual(changed(marked, { ...marked, loss: "5" }), ["loss"]);
  assert.deepEqual(changed(marked, { ...marked, which: { i: false, ii: null } }), ["which"]);
  assert.deepEqual(changed(marked, { ...marked, loss: "", output: [["1", ""]] }), ["loss", "output"]);
});

test("a field that is not kept is a blank one", () => {
  assert.deepEqual(changed({ loss: "5", which: { i: null } }, { loss: "5" }), []);
  assert.deepEqual(changed({ loss: "5" }, { loss: "5", output: [["", ""]] }), []);
  assert.deepEqual(changed({ loss: "5" }, {}), ["loss"]);
  assert.deepEqual(changed({}, { which: { i: false } }), ["which"]);
});

test("an answer is blank when no part of it was given; false was given", () => {
  for (const answer of [undefined, null, "", {}, { i: null, ii: null }, [["", ""], [""]]]) {
    assert.ok(isBlank(answer), JSON.stringify(answer));
  }
  for (const answer of ["0", { i: false }, [["", "0"]], { text: "", points: { i: true } }]) {
    assert.equal(isBlank(answer), false, JSON.stringify(answer));
  }
});
