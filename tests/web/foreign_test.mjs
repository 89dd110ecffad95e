import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { openForeign } = await importSources(["foreign"]);

globalThis.PAGES = ["1f", "2d-i", "siamese"];

const opened = (link, search = "") => {
  const gone = [];
  globalThis.location = { search, assign: (address) => gone.push(address) };
  return { ...openForeign(link), gone };
};

test("a link of another engine's exercise or lab leads to its page with its state", () => {
  assert.deepEqual(opened("2d-i#variant=7"), { known: true, problems: [], gone: ["../2d-i/#variant=7"] });
  assert.deepEqual(opened("siamese", "?embed=1").gone, ["../siamese/?embed=1"]);
});

test("a link of what has no page says so and leads nowhere", () => {
  const { known, problems, gone } = opened("9z#a=1");
  assert.equal(known, false);
  assert.match(problems[0].message, /“9z”/);
  assert.deepEqual(gone, []);
});
