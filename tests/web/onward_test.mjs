import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { onward, standing } = await importSources(["onward"]);

const part = (id, best) => ({ id, title: `title ${id}`, out_of: 5, best });

test("one goes on with what was open last, or with the next that is not whole", () => {
  const parts = [part("1a", null), part("1b", 5), part("1c", 2), part("1d", null)];
  assert.equal(onward(parts, "1c").text, "Continue with 1c, title 1c");
  assert.equal(onward(parts, "1b").text, "Continue with 1c, title 1c");
  assert.equal(onward([part("1a", null), part("1b", 5)], "1b").text, "Next: 1a, title 1a");
  assert.equal(onward(parts, ""), null);
  assert.equal(onward([part("1a", 5)], "1a"), null);
});

test("what was reached is told of what can be had, beside what the paper has", () => {
  assert.equal(standing([part("1a", null)], 200), "");
  assert.equal(standing([part("1a", 2.5), part("1b", 5)], 200),
    "You have reached 7.5 of the 10 marks of the 2 parts that are built; the whole paper has 200");
  assert.equal(standing([part("1a", 2.5), part("1b", 5)], 10), "You have reached 7.5 of 10 marks so far");
});
