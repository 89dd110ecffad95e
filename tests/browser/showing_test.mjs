// What is pressed answers where it is: "Show me" with the figure that decides, each figure with its files,
// the link with a word on its button.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inBrowser } from "./scene.mjs";

const sizes = {
  desk: { width: 1366, height: 625 },
  phone: { width: 390, height: 844, phone: true, ratio: 1 },
};

inBrowser("Chromium", (scene) => {
  test("a figure's files open and close by the keyboard, and every figure has its words", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1f"));
      await page.pictured();
      await page.until(() => document.querySelector(".drawn .take-open"), null, { what: "buttons on the canvas" });
      const figures = await page.evaluate(() => [...document.querySelectorAll("#figure-list li")].map((li) => ({
        words: [...li.querySelectorAll(".words")].map((w) => w.textContent),
        placed: li.style.left !== "",
      })));
      assert.ok(figures.length >= 3 && figures.some((f) => f.placed));
      for (const { words } of figures) assert.ok(words.length === 2 && words[1].length > 20, JSON.stringify(words));
      await page.evaluate(() => document.querySelector(".take-open").focus());
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.dataset.take), "csv");
      await page.keyboard.press("Escape");
      assert.ok(await page.evaluate(() => document.activeElement.matches(".take-open[aria-expanded=false]")));
      await page.keyboard.press("Enter");
      const [file] = await Promise.all([page.raw.waitForEvent("download"), page.keyboard.press("Enter")]);
      assert.match(file.suggestedFilename(), /^1f-.*\.csv$/);
      await page.until(() => document.activeElement.matches(".take-open"));
      await page.isWell();
    });
  });

  test("Share says on its button that the link is copied", async () => {
    await scene.withPage({}, async (page) => {
      await page.raw.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.open(scene.at("1f#classes=10"));
      await page.raw.click("#share");
      await page.until(() => /Copied ✓/.test(document.getElementById("share").textContent));
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), /1f\/#classes=10$/);
      assert.match(await page.evaluate(() => document.getElementById("share-says").textContent), /clipboard/);
      await page.raw.click("#share-frame-copy");
      await page.until(() => /code/.test(document.getElementById("share-says").textContent));
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^<iframe src="http.*1f\/\?embed=1#classes=10"/);
      await page.keyboard.press("Escape");
      assert.equal(await page.raw.isVisible("#share-line"), false);
      await page.until(() => /Share/.test(document.getElementById("share").textContent));
    });
  });

  test("marks that were reached stand in the bar, also on coming back", async () => {
    await scene.withPage(sizes.desk, async (page) => {
      await page.open(scene.at("1h-i"));
      const worth = () => page.evaluate(() => document.querySelector(".bar .worth").textContent);
      assert.equal(await worth(), "6.25 marks");
      const [first, second] = await page.evaluate(() => [...document.querySelectorAll("#questions .shape")].map((q) => {
        const { top, left } = q.getBoundingClientRect();
        return { top, left };
      }));
      assert.ok(first.top === second.top && first.left < second.left, "shapes stand side by side");
      await page.raw.fill("#questions input[type=text]", "3 × 2");
      await page.raw.click("#check");
      const reached = await page.until(() => /^[\d.]+ of 6\.25 marks$/.test(document.querySelector(".bar .worth").textContent)
        && document.querySelector(".bar .worth").textContent, null, { what: "marks in the bar" });
      await page.raw.reload({ waitUntil: "load" });
      await page.settled();
      assert.equal(await worth(), reached);
      await page.raw.click("#clear-answers");
      assert.equal(await worth(), "6.25 marks");
    });
  });

  test("F fills the screen with the lab in larger type, and Escape leaves", async () => {
    await scene.withPage({ width: 1366, height: 768 }, async (page) => {
      await page.open(scene.at("1f"));
      await page.pictured();
      await page.evaluate(() => { Element.prototype.requestFullscreen = () => Promise.reject(new Error("refused")); });
      await page.keyboard.press("f");
      await page.until(() => document.getElementById("lab").getBoundingClientRect().width === innerWidth);
      assert.equal(await page.evaluate(() => document.getElementById("fill").getAttribute("aria-pressed")), "true");
      await page.keyboard.press("Escape");
      await page.until(() => document.getElementById("lab").getBoundingClientRect().width < innerWidth);
      await page.isWell();
    });
  });

  test("[ folds question and answer away, which is remembered, and what leads there unfolds them", async () => {
    await scene.withPage(sizes.desk, async (page) => {
      await page.open(scene.at("1f"));
      const shown = () => page.raw.isVisible("#question-title");
      assert.equal(await shown(), true);
      await page.keyboard.press("[");
      assert.equal(await shown(), false);
      await page.raw.reload();
      await page.settled();
      assert.equal(await shown(), false);
      await page.evaluate(() => document.querySelector("a.skip").click());
      assert.equal(await shown(), true);
    });
  });

  test("a bad link is said once, with the name that the control has", async () => {
    await scene.withPage(sizes.desk, async (page) => {
      await page.open(scene.at("1f#classes=abc"));
      await page.until(() => !document.getElementById("problems").hidden);
      const lines = await page.evaluate(() => [...document.querySelectorAll("#problems li")].map((li) => li.textContent));
      assert.equal(lines.length, 1);
      assert.match(lines[0], /^classes K: /);
      await page.pictured();
      await page.until(() => document.querySelector(".drawn"));
      const { width } = await page.evaluate(() => document.getElementById("problems").getBoundingClientRect());
      assert.ok(width <= 1, "the list stands beside what the canvas says");
    });
  });

  test("an address at which there is nothing leads to the paper", async () => {
    await scene.withPage({}, async (page) => {
      for (const address of ["nothing", "nothing/at/all/", "1z/#classes=3"]) {
        await page.raw.goto(scene.url + address);
        await page.until((paper) => document.querySelector("main a.home")?.href === paper, scene.url, { what: `the paper from ${address}` });
      }
    });
  });
});
