import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { LinkSays, lasting } = await importSources(["link_says"]);

test("what was amiss with a link is said until the lab no longer says it", () => {
  const line = { textContent: "", hidden: true };
  const says = new LinkSays(line);
  const amiss = { key: "classes", message: "classes=banana is left out" };
  says.opened([amiss]);
  says.follow({ problems: [amiss] });
  assert.equal(line.textContent, "Of the link, classes=banana is left out.");
  assert.equal(line.hidden, false);
  says.follow({ problems: [] });
  assert.equal(line.hidden, true);
});

test("what the lab says of itself is not said of the link", () => {
  assert.deepEqual(lasting(["a"], [{ key: "", message: "b" }]), []);
});
