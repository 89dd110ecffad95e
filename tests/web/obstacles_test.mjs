import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { Obstacles, reason, withoutEngine } = await importSources(["obstacles"]);

test("what a browser says becomes a reason, and nothing raw is passed on", () => {
  for (const [raw, why] of [
    ["ReferenceError: WebAssembly is not defined", /has no WebAssembly/],
    ["RuntimeError: Aborted(both async and sync fetching of the wasm failed). Build with -s ASSERTIONS=1 for more info.", /did not arrive whole/],
    ["CompileError: WebAssembly.instantiate(): expected magic word 00 61 73 6d, found 3c 21 64 6f", /did not arrive whole/],
    ["RangeError: WebAssembly.Memory(): could not allocate memory", /not enough memory/],
    ["Error: The engine has no call matrix(text: text) → json.", /different versions/],
    ["Error: boom", /did not start/],
  ]) {
    const sentence = withoutEngine(reason(raw, true));
    assert.match(sentence, why);
    assert.doesNotMatch(sentence, /ASSERTIONS|Error|undefined/);
  }
  assert.match(reason("anything", false), /has no WebAssembly/);
});

test("where neither engine nor picture runs, one sentence says so", () => {
  for (const order of [["picture", "engine"], ["engine", "picture"]]) {
    const said = [];
    const place = { textContent: "" };
    const obstacles = new Obstacles((sentence) => said.push(sentence), place);
    for (const what of order) obstacles[what]("WebAssembly is not defined");
    assert.equal(said.length, 1);
    assert.equal(place.textContent, "");
  }
});

test("where the picture alone is missing, it says what works", () => {
  const place = { textContent: "" };
  new Obstacles(() => assert.fail(), place).picture("no WebGL 2");
  assert.match(place.textContent, /no WebGL 2.*Marking.*work\./);
});
