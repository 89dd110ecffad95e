import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { mended } = await importSources(["mended"]);

test("a path that mail has mangled leads to the page that it means", () => {
  assert.deepEqual(mended("1f/%23classes=10", ""), { page: "1f/", fragment: "#classes=10" });
  assert.deepEqual(mended("1f%23classes%3D10", ""), { page: "1f/", fragment: "#classes=10" });
  assert.deepEqual(mended("1F/", "#classes=10"), { page: "1f/", fragment: "#classes=10" });
  for (const path of ["1G-IV", "1g-iv)", "1g-iv/).", "1g-iv%29", "1g-iv/index.html"]) {
    assert.deepEqual(mended(path, ""), { page: "1g-iv/", fragment: "" }, path);
  }
});

test("a path of something else is left alone", () => {
  for (const path of ["1f/", "assets/page.js", "a/b/c", "", "%E0%A4%A"]) assert.equal(mended(path, ""), null, path);
});
