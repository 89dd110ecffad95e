// The question stands while the lab is moved, and what a person asks of the lab is a question of its own.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inTurn, score } from "./browsers.mjs";
import { inBrowser } from "./scene.mjs";

/** Answers that earn full marks, one for each way in which a lab and its question hang together. */
const right = {
  "1a": { remedies: ["i", "iv"] },
  "1c": { statements: ["i", "ii", "iii", "iv"] },
  "1f": { loss: "ln 250" },
  "1h-i": { W1: "Da x D", b1: "Da x 1", W2: "1 x Da", b2: "1x1", X: "D x m", Y: "1 x m" },
  "1h-iii": { delta2: "W2" },
  "2d-i": { output: "-4,3,1,-5;2,4,3,-2;-4,3,1,-5" },
};

const text = (page, id) => page.evaluate((i) => document.getElementById(i).textContent, id);
const hidden = (page, id) => page.evaluate((i) => document.getElementById(i).hidden, id);

/** Sets every control of the form to another value near its own, one after the other. */
const moveEverything = (page) => page.evaluate(async () => {
  const moved = [];
  for (const control of [...document.querySelectorAll("#parameter-list [data-key]")]) {
    const { key, kind } = control.dataset;
    const options = [...(control.options ?? [])].map((o) => o.value);
    const [low, high] = (/from (\S+) to (\S+)/.exec(control.title) ?? []).slice(1).map(Number);
    const now = Number(control.value);
    const near = now + 1 <= high ? now + 1 : now - 1;
    const other = {
      flag: () => (control.checked ? "0" : "1"),
      choice: () => options.find((o) => o !== control.value),
      whole: () => String(near),
      real: () => (Number.isNaN(now) ? String((low + high) / 2) : String(Math.min(high, Math.max(low, now * 0.9 + 0.001)))),
    }[kind]?.();
    if (other === undefined) continue;
    const reading = await globalThis.examlab.set(key, other);
    if (reading.outcome !== "refused") moved.push(key);
  }
  return moved;
});

inBrowser("Chromium", (scene) => {
  test("a right answer stays right after every control of its lab was moved", async () => {
    await scene.withPage({ drawn: false }, async (page) => {
      for (const [id, answers] of inTurn(Object.entries(right), 3)) {
        await page.open(scene.at(id));
        const mark = () => page.evaluate((a) => globalThis.examlab.mark(a), answers);
        const before = await mark();
        assert.equal(before.marks, before.out_of, id);
        const moved = await moveEverything(page);
        assert.ok(moved.length >= 3, `${id}: ${moved}`);
        await page.settled();
        assert.deepEqual(await mark(), before, `${id} after ${moved}`);
        const link = await page.evaluate(() => globalThis.examlab.link());
        assert.ok(link.includes("/"), link);
      }
    });
  });

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
