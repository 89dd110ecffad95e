import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { opening, tellsOfLab } = await importSources(["panels", "address"]);

test("a link says something of the lab behind a slash", () => {
  for (const link of ["2d-i#/kind=soft", "1f#classes=10/hover=3"]) assert.ok(tellsOfLab(link), link);
  for (const link of ["2d-i", "1f#classes=10", "1f#variant=2"]) assert.equal(tellsOfLab(link), false, link);
});

test("a plain link opens on the question, one that says something of the lab on the lab", () => {
  assert.equal(opening(false, "", false), "");
  assert.equal(opening(false, "", true), "lab");
});

test("a page that is loaded again opens where it was, one that is opened anew does not", () => {
  assert.equal(opening(true, "panel-answer", false), "panel-answer");
  assert.equal(opening(true, "panel-question", true), "panel-question");
  assert.equal(opening(true, "", true), "lab");
  assert.equal(opening(false, "panel-answer", false), "");
});
