// What is pressed answers where it is: "Show me" with the figure that decides, each figure with its files,
// the link with a word on its button.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inBrowser } from "./scene.mjs";

const sizes = {
  desk: { width: 1366, height: 625 },
  phone: { width: 390, height: 844, phone: true, ratio: 1 },
};

/** Where the figure stands whose frame is lit. */
const lit = (page) => page.until(() => {
  const box = document.querySelector("#figure-list .lit")?.getBoundingClientRect();
  return box && { top: box.top, bottom: box.bottom, left: box.left, right: box.right };
}, null, { what: "a figure that is lit" });

inBrowser("Chromium", (scene) => {
  for (const [size, shape] of Object.entries(sizes)) {
    test(`"Show me" leads to the figure that decides, from wherever one is, and back (${size})`, async () => {
      await scene.withPage(shape, async (page) => {
        for (const id of ["1c", "1b"]) {
          await page.open(scene.at(id));
          if (shape.phone) await page.raw.click('[data-panel="lab"]');
          await page.pictured();
          await page.rested();
          await page.evaluate(() => scrollTo({ top: 1e6, behavior: "instant" }));
          if (shape.phone) await page.raw.click('[data-panel="panel-answer"]');
          await page.evaluate(() => document.querySelectorAll("[data-show]")[1].click());
          const box = await lit(page);
          const { bar, end, width } = await page.evaluate(() => ({
            bar: document.querySelector(".bar").getBoundingClientRect().bottom,
            end: document.getElementById("panels").checkVisibility()
              ? document.getElementById("panels").getBoundingClientRect().top : innerHeight,
            width: innerWidth,
          }));
          const inside = Math.min(box.bottom, end) - Math.max(box.top, bar);
          assert.ok(inside >= 0.6 * Math.min(box.bottom - box.top, end - bar), `${id}: ${JSON.stringify(box)}`);
          assert.ok(box.left >= 0 && box.right <= width, id);
          assert.match(await page.evaluate(() => document.getElementById("shown-text").textContent), /\(ii\)/);
          assert.ok(await page.raw.isVisible("#to-answer"));
          await page.raw.click("#to-answer");
          await page.until(() => {
            const { top, bottom } = document.getElementById("answer").getBoundingClientRect();
            return top < innerHeight && bottom > 0 && document.activeElement.id === "answer";
          }, null, { what: "the answer" });
        }
        await page.isWell();
      });
    });
  }

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
      await page.until(() => /Share/.test(document.getElementById("share").textContent));
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
