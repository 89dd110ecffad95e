// The labs that train are played, stepped back, brought back to the start and sent on by hand: at one step
// they are one and the same, whichever way they came to it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inEachBrowser } from "./scene.mjs";

const step = (page) => page.evaluate(() =>
  globalThis.examlab.link().then((link) => Number(/.*step=(\d+)/.exec(link)?.[1] ?? NaN)));
const digest = (page) => page.evaluate(() => globalThis.examlab.digest());

/** Sends the lab to a step by a key or a field, and waits until it is there; its digest. */
async function at(page, n, way) {
  await way();
  await page.until((text) => location.hash.includes(text), `step=${n}`, { what: `step ${n}` });
  assert.equal(await step(page), n);
  return digest(page);
}

inEachBrowser((scene) => {
  for (const id of ["2c-iii", "2d-ii"]) {
    test(`${id} is the same at a step whichever way it came there`, async () => {
      await scene.withPage({}, async (page) => {
        await page.open(scene.at(`${id}#/step=0`));
        const key = (name) => () => page.keyboard.press(name);
        const set = (n) => () => page.evaluate((to) => globalThis.examlab.set("step", String(to)), n);
        const start = await digest(page);
        await page.keyboard.press(" ");
        await page.until(() => /^step [1-9]/.test(document.getElementById("play-text").textContent));
        await page.keyboard.press(" ");
        await page.until(() => document.getElementById("playback").hidden, null, { what: "a pause" });
        const reached = await step(page);
        assert.ok(reached >= 1, `paused at ${reached}`);
        const seen = new Map([[reached, await digest(page)]]);
        seen.set(reached + 1, await at(page, reached + 1, key(".")));
        seen.set(reached + 2, await at(page, reached + 2, key(".")));
        assert.equal(await at(page, reached + 1, key(",")), seen.get(reached + 1), "a step back");
        assert.equal(await at(page, reached, key(",")), seen.get(reached), "two steps back");
        assert.equal(await at(page, 0, set(0)), start, "back to the start");
        for (const n of [reached + 2, reached, reached + 1]) {
          assert.equal(await at(page, n, set(n)), seen.get(n), `sent to step ${n}`);
        }
        await page.isWell();
      });
    });
  }
});
