import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { line } = await importSources(["playback"]);

const page = (state) => ({
  done: 640, total: 2000, playing: false,
  fields: [{ key: "rate", offer: "control" }, { key: "step", offer: "horizon", kind: "whole", low: 0, high: 5000 }],
  ...state,
});

test("a run that catches up says how far it is, of how many steps, and how long it takes", () => {
  assert.deepEqual(line(page({}), false, 11_400),
    { act: "Stop here", text: "step 640 of 2000, 12 s left", left: "12 s left", value: 640, max: 2000 });
  assert.equal(line(page({}), false, 300).text, "step 640 of 2000");
  assert.equal(line(page({}), false, 150_000).text, "step 640 of 2000, 3 min left");
});

test("a run that plays is counted against all its steps", () => {
  assert.deepEqual(line(page({ playing: true, total: 640 }), true, 0),
    { act: "Pause", text: "step 640 of 5000", left: "", value: 640, max: 5000 });
});

test("where there are fewer steps than the bound allows, the run is counted against those", () => {
  assert.equal(line(page({ playing: true, most: 3844 }), true, 0).text, "step 640 of 3844");
});

test("nothing is said of a run at rest", () => {
  assert.equal(line(page({ total: 640 }), true, 0), null);
});
