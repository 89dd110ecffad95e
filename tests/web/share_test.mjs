// The code that puts a page into a page of somebody's own.
import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { frame } = await importSources(["share"]);

test("a frame shows what the link does without the bar, whatever link and title hold", () => {
  assert.equal(frame("https://a.example/x/1f/#classes=10&sigma=0.5", 'A "title" & more'),
    '<iframe src="https://a.example/x/1f/?embed=1#classes=10&amp;sigma=0.5" ' +
    'title="A &quot;title&quot; &amp; more" width="100%" height="800"></iframe>');
});
