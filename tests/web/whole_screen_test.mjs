import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { hallText } = await importSources(["whole_screen"]);

test("in a hall the canvas's text grows with the screen, and is never smaller than at a desk", () => {
  assert.equal(hallText(1366, 768, 16), 24);
  assert.equal(hallText(1920, 1080, 16), 33);
  assert.equal(hallText(640, 360, 16), 16);
  assert.equal(hallText(1080, 1920, 16), 19);
});
