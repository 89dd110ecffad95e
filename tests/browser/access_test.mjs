// What people with a screen reader or with a keyboard alone meet.
import assert from "node:assert/strict";
import { test } from "node:test";

import { score } from "./browsers.mjs";
import { inBrowser } from "./scene.mjs";

const full_marks = /^([\d.]+) of \1 marks/;

/** Presses Tab until the focus is on what `selector` names. */
async function tabTo(page, selector, most = 150) {
  for (let i = 0; i < most; ++i) {
    if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

inBrowser("Chromium", (scene) => {
  test("a number is answered and marked with the keyboard alone", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1f"));
      await tabTo(page, "#questions input[type=text]");
      await page.keyboard.type("ln 250");
      await page.until(() => /5[.,]52/.test(document.querySelector(".read-as").textContent), null,
        { what: "what the text is read as" });
      await page.keyboard.press("Enter");
      assert.match(await score(page), /^10 of 10 marks/);
      await page.isWell();
    });
  });

  test("statements are judged and cells filled with the keyboard alone", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1c"));
      const names = await page.evaluate(() =>
        [...new Set([...document.querySelectorAll("#questions input[type=radio]")].map((r) => r.name))]);
      assert.equal(names.length, 4);
      for (const name of names) {
        await tabTo(page, `input[name="${name}"]`);
        await page.keyboard.press("Space");
      }
      await tabTo(page, "#check");
      await page.keyboard.press("Enter");
      assert.match(await score(page), full_marks);
    });
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("2d-i"));
      const entries = [-4, 3, 1, -5, 2, 4, 3, -2, -4, 3, 1, -5];
      await tabTo(page, "#questions td input");
      for (const entry of entries) {
        await page.keyboard.type(String(entry));
        await page.keyboard.press("Tab");
      }
      await tabTo(page, "#check");
      await page.keyboard.press("Enter");
      assert.match(await score(page), full_marks);
    });
  });

  test("Tab enters the canvas and leaves it", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("2d-i"));
      await tabTo(page, "#lab-canvas");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.id === "lab-canvas"), false);
      await page.keyboard.press("Shift+Tab");
      assert.equal(await page.evaluate(() => document.activeElement.id), "lab-canvas");
    });
  });
});
