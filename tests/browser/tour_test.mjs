// Each exercise as a person meets it on a first visit, at a desk and on a phone: one visit each, on which
// everything is looked at that has to hold of every exercise. Others in each turn; four turns reach them all.
import assert from "node:assert/strict";
import { test } from "node:test";

import { rightAnswers } from "../web/solution.mjs";
import { exercises, inTurn } from "./browsers.mjs";
import { guess, lit, moveEverything, story, swiped, typed } from "./visit.mjs";
import { inBrowser } from "./scene.mjs";

/** What a browser's own bars leave of 1366 × 768. */
const desk = { width: 1366, height: 625, asked: true };
const phone = { width: 390, height: 844, phone: true, ratio: 1, asked: true };
/** Two screens of a laptop. */
const most_at_desk = 1250;
const panels = ["panel-question", "lab", "panel-answer"];

const height = (page) => page.evaluate(() => document.scrollingElement.scrollHeight);
const link = (page) => page.evaluate(() => globalThis.examlab.link());
const hangs = (page) => page.evaluate(() => document.getElementById("prediction") !== null);
/** What stands before the slash of a link is the question. */
const question = (text) => text.split("/")[0].replace(/#$/, "");

/** The curtain hangs over what is in view, and a guess lifts it and is told of. */
async function lifted(page, high) {
  assert.ok(await hangs(page), "no curtain hangs");
  const box = await page.raw.locator("#prediction").boundingBox();
  assert.ok(box.y >= 0 && box.y < high, `the curtain is at ${box.y}`);
  await guess(page);
  await page.until(() => document.getElementById("prediction") === null, null, { what: "the curtain gone" });
  await page.settled();
  const said = await page.until(() => document.getElementById("guessed").textContent, null, { what: "how it came out" });
  assert.match(said, /^(.+\. You (guessed|sketched) .+\.|You (guessed|sketched) .+\. .+)$/);
  assert.doesNotMatch(said, /\{\{|undefined|null/);
}

/** Each "Show me" ends with the figure that decides in view, from wherever one is, and leads back. */
async function shown(page) {
  const count = await page.evaluate(() => document.querySelectorAll("[data-show]").length);
  for (let i = 0; i < count; ++i) {
    await page.turnTo("lab");
    await page.evaluate(() => scrollTo({ top: 1e6, behavior: "instant" }));
    await page.turnTo("panel-answer");
    const { box, from, to } = await lit(page, i);
    const inside = Math.min(box.bottom, to) - Math.max(box.top, from);
    assert.ok(inside >= 0.6 * Math.min(box.bottom - box.top, to - from), `show ${i + 1}: ${JSON.stringify(box)}`);
    assert.match(await page.evaluate(() => document.getElementById("shown-text").textContent), /^To judge /);
    await page.raw.click("#to-answer");
    await page.until(() => document.activeElement.id === "answer", null, { what: "the answer" });
  }
}

inBrowser("Chromium", (scene) => {
  /** Of each exercise. A lab may have nothing but choices in view, as 2d-ii. */
  const typedInto = [];
  for (const id of inTurn(exercises(), 4)) {
    test(`${id} at a desk`, async (t) => {
      const answers = (await rightAnswers()).get(id);
      await scene.withPage(desk, async (page) => {
        await page.open(scene.at(id));
        await page.pictured();
        await page.rested();
        const first = await story(page);
        assert.ok(first.story.bottom < desk.height + 1, `the story ends at ${first.story.bottom}`);
        await lifted(page, desk.height);
        await page.rested();
        const pixels = await height(page);
        t.diagnostic(`${id}: ${pixels} pixels high`);
        assert.ok(pixels <= most_at_desk, `${pixels} pixels high`);

        const before = await link(page);
        const places = await typed(page);
        t.diagnostic(`${id}: typed into ${places} controls`);
        typedInto.push(places);
        assert.equal(await link(page), before);

        const mark = () => page.evaluate((a) => globalThis.examlab.mark(a), answers);
        const marked = await mark();
        assert.equal(marked.marks, marked.out_of);
        const moved = await moveEverything(page);
        assert.ok(moved.length >= 2, `moved ${moved}`);
        assert.deepEqual(await mark(), marked, `after ${moved}`);
        assert.equal(question(await link(page)), question(before));
        await page.evaluate(() => globalThis.examlab.back());
        await page.settled();
        await shown(page);
        await page.isWell();
      });
    });

    test(`${id} on a phone`, async (t) => {
      await scene.withPage(phone, async (page) => {
        await page.open(scene.at(id));
        await page.pictured();
        await page.rested();
        await lifted(page, phone.height);
        const high = [];
        for (const panel of panels) {
          await page.turnTo(panel);
          await page.rested();
          high.push(await height(page));
        }
        t.diagnostic(`${id}: ${high.join(" ")} pixels high`);
        assert.ok(high[0] <= 3 * phone.height, `the question takes ${high[0]}`);

        await page.turnTo("lab");
        await page.until(() => document.getElementById("lab-canvas").classList.contains("sticks"), null,
          { what: "the story to stay" });
        const { room } = await story(page);
        t.diagnostic(`${id}: ${Math.round(room)} below the story`);
        assert.ok(room > 140, `the story leaves ${room} pixels for its controls`);

        const before = await link(page);
        const swipes = await swiped(page);
        assert.ok(swipes > 4, `${swipes} swipes`);
        assert.equal(await link(page), before);
        await shown(page);
        await page.isWell();
      });
    });
  }

  test("at least half of the exercises of this turn have a number to type in view", () => {
    assert.ok(2 * typedInto.filter((places) => places > 0).length >= typedInto.length, `${typedInto}`);
  });
});
