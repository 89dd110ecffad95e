import assert from "node:assert/strict";
import { test } from "node:test";

import { importSources } from "../../web/tools/sources.mjs";

const { band, stuckBand } = await importSources(["band"]);

const none = { top: 0, height: 0 };

test("a drawing that is little taller than the screen is drawn whole", () => {
  assert.deepEqual(band(1200, 0, 900, 900, none), { top: 0, height: 1200 });
});

test("of a tall drawing the seen part is drawn and some more on both sides", () => {
  assert.deepEqual(band(5000, 2000, 2900, 900, none), { top: 1844, height: 1216 });
  assert.deepEqual(band(5000, -300, 600, 900, none), { top: 0, height: 1216 });
  assert.deepEqual(band(5000, 4600, 5500, 900, none), { top: 3784, height: 1216 });
});

test("the band stays while what is seen lies within it, and moves before its edge is seen", () => {
  const first = band(5000, 2000, 2900, 900, none);
  assert.equal(band(5000, 2100, 3000, 900, first), first);
  const next = band(5000, 2500, 3400, 900, first);
  assert.ok(next.top <= 2500 - 32 && next.top + next.height >= 3400 + 32);
});

test("at every place what is seen is drawn, wherever the band came from", () => {
  let last = none;
  for (let i = 0; i < 2000; ++i) {
    const content = 300 + ((i * 7919) % 6000);
    const from = ((i * 104729) % 8000) - 1000;
    last = band(content, from, from + 800, 800, last);
    assert.ok(last.top >= 0 && last.top + last.height <= content);
    assert.ok(last.top <= Math.max(0, Math.min(from, content - last.height)), `${i}`);
    assert.ok(last.top + last.height >= Math.min(content, Math.max(from + 800, last.height)), `${i}`);
  }
});

test("under an element that sticks the band begins where what is in view begins", () => {
  assert.deepEqual(stuckBand(3000, -40, 700, 2, none), { top: 0, height: 700 });
  assert.deepEqual(stuckBand(3000, 512.3, 700, 2, none), { top: 512.5, height: 700 });
  assert.deepEqual(stuckBand(3000, 2900, 700, 2, none), { top: 2300, height: 700 });
  assert.deepEqual(stuckBand(500, 100, 700, 2, none), { top: 0, height: 500 });
  const last = stuckBand(3000, 512, 700, 2, none);
  assert.equal(stuckBand(3000, 512.1, 700, 2, last), last);
});
