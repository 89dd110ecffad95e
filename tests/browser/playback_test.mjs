// A lab that runs in steps: it plays, pauses, goes back, catches up with a link and can be stopped, and
// the page answers meanwhile.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inEachBrowser } from "./scene.mjs";

/** A net of 1a at work for half a minute on a quick machine. */
const slow = "1a#step=2000";

// What stands last in a link is the lab's, before the slash the question's.
const samples = (page) => page.evaluate(() =>
  globalThis.examlab.link().then((link) => Number(/.*samples=(\d+)/.exec(link)?.[1] ?? 500)));
const steps = (page) => page.evaluate(() =>
  globalThis.examlab.link().then((link) => Number(/.*step=(\d+)/.exec(link)?.[1])));
const reading = (page) => page.evaluate(() => document.getElementById("play-text").textContent);
const press = (page, key) => page.keyboard.press(key);

inEachBrowser((scene) => {
  test("space plays and pauses where it is, a full stop goes on by one, R begins again", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("initial-loss#samples=3"));
      const fresh = await page.evaluate(() => globalThis.examlab.reportText());
      await press(page, " ");
      await page.until(() => /^step ([6-9]|\d\d)/.test(document.getElementById("play-text").textContent));
      assert.equal(await page.evaluate(() => document.getElementById("play").textContent), "Pause");
      await press(page, " ");
      await page.until(() => document.getElementById("playback").hidden, null, { what: "a pause" });
      const reached = await samples(page);
      assert.ok(reached >= 6, `paused at ${reached}`);
      assert.equal(await page.evaluate(() => location.hash), `#samples=${reached}`);
      await press(page, ".");
      await page.until((n) => location.hash === `#samples=${n}`, reached + 1);
      await press(page, ",");
      await press(page, ",");
      await page.until((n) => location.hash === `#samples=${n}`, reached - 1);
      await press(page, "r");
      await page.until(() => location.hash === "#samples=2");
      await press(page, ".");
      await page.until(() => location.hash === "#samples=3");
      assert.equal(await page.evaluate(() => globalThis.examlab.reportText()), fresh);
      await page.isWell();
    });
  });

  test("a long run says how far it is, answers at once meanwhile, and stops where it is told", async () => {
    await scene.withPage({}, async (page) => {
      await page.goto(scene.at(slow));
      // A browser compiles a module twice, quickly and then well: the first steps take 40 times as long as
      // those after them, while both processors compile.
      await page.until(() => /^step \d{3,} of 2000/.test(document.getElementById("play-text").textContent),
        null, { what: "progress" });
      const waits = await page.evaluate(async () => {
        const all = [];
        for (let i = 0; i < 9; ++i) {
          const start = performance.now();
          await globalThis.examlab.mark({});
          all.push(performance.now() - start);
        }
        return all.sort((a, b) => a - b);
      });
      assert.match(await reading(page), /^step \d+ of 2000(, \d+ s left)?$/);
      // A machine that is busy with other things may be late once, not half of the time.
      assert.ok(waits[4] < 100, `answers took ${waits.map(Math.round)} ms`);
      await page.evaluate(() => document.getElementById("play").click());
      await page.until(() => document.getElementById("playback").hidden, null, { what: "a stop" });
      const reached = await steps(page);
      assert.ok(reached > 2 && reached < 2000, `stopped at ${reached}`);
      assert.match(await page.evaluate(() => location.hash), new RegExp(`step=${reached}$`));
      await page.isWell();
    });
  });
});
