// One screen for one idea: how high each exercise is, at a desk and in each panel of a phone.
import assert from "node:assert/strict";
import { test } from "node:test";

import { exercises, inTurn } from "./browsers.mjs";
import { inBrowser } from "./scene.mjs";

const desk = { width: 1366, height: 768 };
const phone = { width: 390, height: 844, phone: true, ratio: 1 };
/** Two screens of a laptop, of which the browser's own bars leave 625 pixels each. */
const most_at_desk = 1250;

const height = (page) => page.evaluate(() => document.scrollingElement.scrollHeight);

inBrowser("Chromium", (scene) => {
  test("no exercise of this turn is higher than two screens of a laptop", async (t) => {
    await scene.withPage(desk, async (page) => {
      const high = [];
      for (const id of inTurn(exercises(), 4)) {
        await page.open(scene.at(id));
        await page.pictured();
        await page.rested();
        const pixels = await height(page);
        t.diagnostic(`${id}: ${pixels}`);
        if (pixels > most_at_desk) high.push(`${id}: ${pixels}`);
      }
      assert.deepEqual(high, []);
    });
  });

  test("on a phone the question of this turn is at most three screens away from its answer", async (t) => {
    await scene.withPage(phone, async (page) => {
      for (const id of inTurn(exercises(), 4)) {
        await page.open(scene.at(id));
        const panels = {};
        for (const panel of ["panel-question", "lab", "panel-answer"]) {
          await page.turnTo(panel);
          if (panel === "lab") await page.pictured();
          await page.rested();
          panels[panel] = await height(page);
        }
        t.diagnostic(`${id}: ${Object.values(panels).join(" ")}`);
        assert.ok(panels["panel-question"] <= 3 * phone.height, `${id}: the question takes ${panels["panel-question"]}`);
      }
    });
  });
});
