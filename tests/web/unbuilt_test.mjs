import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { unbuilt } = await importSources(["unbuilt"]);

const parts = [["1a", true], ["1b", false], ["1c", false], ["1d", true]].map(([id, built]) => ({ id, title: id, built }));

test("a part that is not built is known, with the nearest that is", () => {
  assert.equal(unbuilt(parts, "1b").near.id, "1a");
  assert.equal(unbuilt(parts, "1c").near.id, "1d");
  assert.equal(unbuilt([parts[1]], "1b").near, null);
});

test("what is built or unknown is no such part", () => {
  assert.equal(unbuilt(parts, "1a"), null);
  assert.equal(unbuilt(parts, "9z"), null);
});
