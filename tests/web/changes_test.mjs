import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";
import { form } from "./form.mjs";

const { changedSince, isBlank, isChanged, isOfBefore } = await importSources(["changes"]);

const lines = ["1", "2", "3"].map((id) => ({ id, prompt: "", left: "δ" }));
const chain = { id: "chain", label: "Derive", kind: "derivation", names: [], lines, tiles: [] };
const asked = [...form, chain];

const changed = (marked, now) => changedSince(asked, marked, now);
const marked = {
  loss: "ln 250", which: { i: true, ii: null }, output: [["1", "2"], ["3", "4"]], one: "A", chain: ["a", "b", ""],
};

test("nothing has changed where each field holds what was marked, and none any more when it is back", () => {
  assert.deepEqual(changed(marked, structuredClone(marked)), {});
  assert.equal(isChanged(changed(marked, marked)), false);
  assert.ok(isChanged(changed(marked, { ...marked, loss: "5" })));
});

test("a field that is judged as one has changed as a whole", () => {
  assert.deepEqual(changed(marked, { ...marked, loss: "5", one: "B" }), { loss: null, one: null });
  assert.deepEqual(changed(marked, { ...marked, loss: "" }), { loss: null });
});

test("of statements and cells those have changed that hold another answer, and no others", () => {
  assert.deepEqual(changed(marked, { ...marked, which: { i: false, ii: null } }), { which: ["i"] });
  assert.deepEqual(changed(marked, { ...marked, output: [["1", ""], ["3", "5"]] }), { output: ["1,2", "2,2"] });
});

test("a line of a derivation is marked by those before it, so that it changes with them; a blank one does not", () => {
  assert.deepEqual(changed(marked, { ...marked, chain: ["A", "b", ""] }), { chain: ["1", "2"] });
  assert.deepEqual(changed(marked, { ...marked, chain: ["a", "b", "c"] }), { chain: ["3"] });
});

test("a field that is not kept is a blank one", () => {
  assert.deepEqual(changed({ loss: "5", which: { i: null } }, { loss: "5" }), {});
  assert.deepEqual(changed({ loss: "5" }, { loss: "5", output: [["", ""]] }), {});
  assert.deepEqual(changed({ loss: "5" }, {}), { loss: null });
  assert.deepEqual(changed({}, { which: { i: false } }), { which: ["i"] });
});

test("a verdict on a part is of before where that part has changed, one on all of a field where any has", () => {
  const changes = changed(marked, { ...marked, which: { i: false, ii: null }, loss: "5" });
  const before = [["which", "i"], ["which"], ["loss"], ["loss", "part"]];
  const standing = [["which", "ii"], ["output"], ["output", "1,1"]];
  for (const [field, part] of before) assert.ok(isOfBefore(changes, field, part), `${field} ${part}`);
  for (const [field, part] of standing) assert.equal(isOfBefore(changes, field, part), false, `${field} ${part}`);
});

test("an answer is blank when no part of it was given; false was given", () => {
  for (const answer of [undefined, null, "", {}, { i: null, ii: null }, [["", ""], [""]]]) {
    assert.ok(isBlank(answer), JSON.stringify(answer));
  }
  for (const answer of ["0", { i: false }, [["", "0"]], { text: "", points: { i: true } }]) {
    assert.equal(isBlank(answer), false, JSON.stringify(answer));
  }
});
