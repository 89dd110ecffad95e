// What a browser keeps of answers and marks: over a reload, in two tabs, after a slip.
import assert from "node:assert/strict";
import { test } from "node:test";

import { score } from "./browsers.mjs";
import { inBrowser } from "./scene.mjs";

const value = (page, id) => page.evaluate((i) => document.getElementById(i).value, id);
const text = (page, id) => page.evaluate((i) => document.getElementById(i).textContent, id);
const kept = (page) => page.evaluate(() => JSON.parse(localStorage.getItem("examlab:exercise:1f")));

/** A second tab of the same person at `url`, once it can mark. */
async function anotherTab(page, url) {
  const other = await page.raw.context().newPage();
  await other.goto(url, { waitUntil: "load" });
  await other.waitForFunction(() => globalThis.examlab && document.getElementById("check-state").textContent === "");
  return other;
}

inBrowser("Chromium", (scene) => {
  test("score and verdicts are there again after a reload, and make no further attempt", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1f"));
      await page.raw.fill("#q-loss", "5.6");
      await page.raw.click("#check");
      assert.match(await score(page), /^0 of 10 marks/);
      const verdict = await text(page, "vq-loss");
      await page.raw.reload();
      assert.match(await score(page), /^Last time, 0 of 10 marks/);
      await page.until(() => !document.getElementById("vq-loss").hidden, null, { what: "the verdict" });
      assert.equal(await text(page, "vq-loss"), verdict);
      assert.equal((await kept(page)).attempts.length, 1);
      assert.equal(await text(page, "attempts-said"), "1 attempt at this question; best 0 of 10.");
      await page.raw.fill("#q-loss", "5.521");
      await page.raw.reload();
      await page.until(() => /changed since/.test(document.getElementById("score").textContent), null,
        { what: "that the answers have changed" });
      await page.until(() => /^Before your change: ✗/.test(document.getElementById("vq-loss").textContent), null,
        { what: "the verdict on what was marked" });
      await page.isWell();
    });
  });

  test("each question has its own answers, and its own score", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1f"));
      await page.raw.fill("#q-loss", "ln 250");
      await page.raw.click("#check");
      await score(page);
      assert.equal(await page.raw.isVisible("#own-question"), false);
      await page.evaluate(() => document.getElementById("new-variant").click());
      await page.until(() => document.getElementById("score").textContent === "", null, { what: "no score" });
      assert.equal(await value(page, "q-loss"), "");
      assert.match(await text(page, "difference"), /^Variant 1/);
      assert.ok(await page.raw.isVisible("#own-question"));
      await page.evaluate(() => document.getElementById("own-numbers").click());
      await page.until(() => /^Last time, 10 of 10/.test(document.getElementById("score").textContent));
      assert.equal(await value(page, "q-loss"), "ln 250");
    });
  });

  test("what was cleared comes back, also after something was written and after a reload, until the next check", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1f"));
      const offered = () => page.raw.isVisible("#undo-clear");
      await page.raw.click("#clear-answers");
      assert.equal(await offered(), false, "undo of nothing");
      await page.raw.fill("#q-loss", "ln 250");
      await page.raw.click("#check");
      await score(page);
      await page.raw.click("#clear-answers");
      assert.equal(await value(page, "q-loss"), "");
      assert.equal(await text(page, "score"), "");
      await page.raw.click("#undo-clear");
      assert.equal(await value(page, "q-loss"), "ln 250");
      await page.until(() => /10 of 10/.test(document.getElementById("score").textContent));
      assert.equal(await offered(), false);
      await page.raw.click("#clear-answers");
      await page.raw.type("#q-loss", "5");
      await page.raw.reload();
      await page.until(() => document.getElementById("q-loss").value === "5");
      assert.equal(await text(page, "score"), "");
      await page.goto(scene.at("1e"));
      await page.raw.goBack();
      await page.until(() => document.getElementById("q-loss").value === "5");
      await page.raw.click("#undo-clear");
      assert.equal(await value(page, "q-loss"), "ln 250");
      await page.until(() => /10 of 10/.test(document.getElementById("score").textContent));
      // What was written since is not lost either.
      await page.raw.click("#undo-clear");
      assert.equal(await value(page, "q-loss"), "5");
      await page.raw.click("#check");
      await page.until(() => document.getElementById("undo-clear").hidden, null, { what: "no undo after a check" });
      await page.isWell();
    });
  });

  test("in two tabs fields, verdict and marks go together", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1f"));
      const other = await anotherTab(page, scene.at("1f"));
      await page.raw.fill("#q-loss", "ln 250");
      await page.raw.click("#check");
      await other.waitForFunction(() => /^✓ right/.test(document.getElementById("vq-loss").textContent)
        && /10 of 10/.test(document.getElementById("score").textContent));
      await page.raw.click("#clear-answers");
      await other.waitForFunction(() => document.getElementById("q-loss").value === ""
        && document.getElementById("vq-loss").hidden && document.getElementById("score").textContent === ""
        && !document.getElementById("undo-clear").hidden);
      await page.raw.click("#undo-clear");
      await other.waitForFunction(() => document.getElementById("q-loss").value === "ln 250"
        && /^✓ right/.test(document.getElementById("vq-loss").textContent) && document.getElementById("undo-clear").hidden);
      await page.raw.fill("#q-loss", "5");
      await other.waitForFunction(() => document.getElementById("q-loss").value === "5"
        && /^Before your change/.test(document.getElementById("vq-loss").textContent)
        && /changed since/.test(document.getElementById("score").textContent));
      await page.isWell();
    });
  });

  test("two tabs lose neither each other's marks nor each other's answers", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1f"));
      const other = await anotherTab(page, scene.at("1f"));
      await page.raw.fill("#q-loss", "ln 250");
      await page.raw.click("#check");
      await score(page);
      // What one tab writes stands in the other, which is not written in.
      await other.waitForFunction(() => document.getElementById("q-loss").value === "ln 250");
      await other.fill("#q-loss", "5");
      await other.click("#check");
      await other.waitForFunction(() => /^0 of 10/.test(document.getElementById("score").textContent));
      const { attempts } = await kept(page);
      assert.deepEqual(attempts.map((a) => a.marks), [10, 0]);
      await page.until(() => document.getElementById("q-loss").value === "5" || document.activeElement.id === "q-loss");
      await page.until(() => /^2 attempts .* best 10 of 10/.test(document.getElementById("attempts-said").textContent));
      await page.goto(scene.url);
      assert.match(await page.evaluate(() => document.querySelector('[data-reached="1f"]').textContent), /10 of 10/);
      assert.match(await text(page, "begin"), /^Next: 1g-i,/);
    });
  });
});
