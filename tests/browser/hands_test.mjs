// What a finger does to the page around the canvas: one that rests takes hold of what can be dragged, and the
// story stays in view while its controls move. What a swipe and typing do, the tour tries everywhere.
import assert from "node:assert/strict";
import { test } from "node:test";

import { canvasBox } from "./canvas.mjs";
import { inBrowser } from "./scene.mjs";
import { bring, finger, settled } from "./visit.mjs";

const link = (page) => page.evaluate(() => globalThis.examlab.link());

/** The height of a slider on the screen: what follows a finger across and says the same wherever it comes back to. */
async function sliderUnder(page, swipe) {
  const box = await canvasBox(page);
  const dragged = async (y, x) => {
    await swipe({ x: 120, y }, { x, y: y + 4 });
    await settled(page);
    return link(page);
  };
  for (let y = box.y + 200; y < 780; y += 12) {
    const far = await dragged(y, 240);
    if (await dragged(y, 180) !== far && await dragged(y, 240) === far) return y;
  }
  throw new Error("no slider follows a finger");
}

inBrowser("Chromium", (scene) => {
  test("a finger that rests on what can be dragged takes hold of it whichever way it then goes", async () => {
    await scene.withPage({ width: 390, height: 844, phone: true }, async (page) => {
      await page.open(scene.at("1f"));
      await page.pictured();
      await settled(page);
      const swipe = await finger(page);
      await bring(page, 0, 80);
      const track = await sliderUnder(page, swipe);
      // Along the page more than across it, once after a rest, and once after one that a busy page has not noticed.
      const rests = [
        () => new Promise((passed) => setTimeout(passed, 900)),
        async () => {
          await page.evaluate(() => void setTimeout(() => {
            const end = performance.now() + 700;
            while (performance.now() < end);
          }, 100));
          await new Promise((passed) => setTimeout(passed, 500));
        },
      ];
      for (const [turn, rest] of rests.entries()) {
        const before = await link(page);
        const top = await page.evaluate(() => scrollY);
        await swipe({ x: 240, y: track }, { x: 180 - 20 * turn, y: track + 90 }, rest);
        await settled(page);
        assert.notEqual(await link(page), before, `rest ${turn}`);
        assert.ok(Math.abs(await page.evaluate(() => scrollY) - top) < 2, "the page scrolled under the finger");
      }
      await page.isWell();
    });
  });

  test("the story stays in view while its controls are scrolled, and a frame is drawn only then", async () => {
    await scene.withPage({ width: 390, height: 844, phone: true }, async (page) => {
      await page.open(scene.at("1f"));
      await page.pictured();
      await settled(page);
      const sticks = () => page.evaluate(() => document.getElementById("lab-canvas").classList.contains("sticks"));
      assert.ok(await sticks());
      const shown = async (y) => {
        await bring(page, y, 80);
        await settled(page);
        const { top, height } = await page.evaluate(() => {
          const rect = document.getElementById("lab-canvas").getBoundingClientRect();
          return { top: rect.top, height: rect.height };
        });
        return { top, height };
      };
      const first = await shown(0);
      const later = await shown(260);
      // The canvas holds still on the screen, and what it shows has moved beneath the story.
      assert.ok(Math.abs(later.top - first.top) < 3, `${first.top} and ${later.top}`);
      assert.ok(later.height > 500);
      await page.isWell();
    });
  });
});
