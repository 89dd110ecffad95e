// The question stands while the lab is moved, and what a person asks of the lab is a question of its own.
import assert from "node:assert/strict";
import { test } from "node:test";

import { score } from "./browsers.mjs";
import { inBrowser } from "./scene.mjs";

const text = (page, id) => page.evaluate((i) => document.getElementById(i).textContent, id);
const hidden = (page, id) => page.evaluate((i) => document.getElementById(i).hidden, id);

inBrowser("Chromium", (scene) => {
  test("score and verdicts stay while the lab moves, which says so and leads back", async () => {
    await scene.withPage({ width: 1366, height: 768 }, async (page) => {
      await page.open(scene.at("1f"));
      await page.raw.fill("#q-loss", "ln 250");
      await page.raw.click("#check");
      const said = await score(page);
      assert.equal(await hidden(page, "apart"), true);
      await page.evaluate(() => globalThis.examlab.set("sigma", "0.5"));
      await page.until(() => !document.getElementById("apart").hidden, null, { what: "that the lab differs" });
      assert.match(await text(page, "apart-text"), /weight spread σ = 0\.5/);
      assert.equal(await text(page, "score"), said);
      assert.equal(await hidden(page, "vq-loss"), false);
      await page.raw.click("#back");
      await page.until(() => document.getElementById("apart").hidden);
      assert.equal(await page.evaluate(() => globalThis.examlab.link()), "1f");
      assert.equal(await text(page, "score"), said);
      await page.isWell();
    });
  });

  test("what is asked of the lab is a question of one's own, with attempts of its own", async () => {
    await scene.withPage({ width: 1366, height: 768 }, async (page) => {
      await page.open(scene.at("1f#/classes=10"));
      await page.until(() => !document.getElementById("ask").hidden && !document.getElementById("apart").hidden);
      await page.raw.click("#ask");
      await page.until(() => /^Your own question: classes K = 10/.test(document.getElementById("difference").textContent));
      assert.equal(await hidden(page, "apart"), true);
      for (const answer of ["ln 250", "ln 10"]) {
        await page.raw.fill("#q-loss", answer);
        await page.raw.click("#check");
        await page.until((a) => document.getElementById("vq-loss").textContent !== "" && document.getElementById("q-loss").value === a, answer);
        await score(page);
      }
      await page.until(() => /^2 attempts at this question; best 10 of 10/.test(document.getElementById("attempts-said").textContent));
      await page.raw.click("#own-numbers");
      await page.until(() => document.getElementById("instance").hidden);
      assert.equal(await text(page, "attempts-said"), "");
      await page.isWell();
    });
  });
});
