// Tabs of figures that differ in height: what is in view stays, and no empty page is left below.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inBrowser } from "./scene.mjs";

const sizes = {
  desk: { width: 1366, height: 625 },
  phone: { width: 390, height: 844, phone: true, ratio: 1 },
};

const open = async (page, tab) => {
  await page.evaluate((name) => globalThis.examlab.set("tab", name), tab);
  await page.settled();
  await page.rested();
};
const height = (page) => page.evaluate(() => document.documentElement.scrollHeight);
const scrolled = (page, to) => page.evaluate((y) => {
  if (y !== null) scrollTo(0, y);
  return Math.round(scrollY);
}, to);

inBrowser("Chromium", (scene) => {
  for (const [name, size] of Object.entries(sizes)) {
    test(`a tab with less in it moves nothing that is in view, and leaves no room behind (${name})`, async () => {
      await scene.withPage(size, async (page) => {
        await page.open(scene.at("1c"));
        await page.pictured();
        if (size.phone) await page.turnTo("lab");
        await open(page, "sizes");
        const low = await height(page);
        await open(page, "a trained network");
        const high = await height(page);
        assert.ok(high > low + 300, `${high} and ${low}`);
        const down = await scrolled(page, high - size.height - 150);
        await open(page, "sizes");
        assert.equal(await scrolled(page, null), down);
        await scrolled(page, 0);
        await page.rested();
        assert.equal(await height(page), low);
        await page.isWell();
      });
    });
  }
});
