// Think, then see: the curtain on a first visit, a guess, and what stays of it.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { fromWeb, root, sampled, score } from "./browsers.mjs";
import { inBrowser } from "./scene.mjs";

const looks = process.env.EXAMLAB_LOOKS;
const folder = join(root, "build", "screenshots");
const axe = fromWeb("axe-core").source;

const sizes = {
  laptop: { width: 1366, height: 625 },
  phone: { width: 390, height: 844, phone: true, ratio: 1 },
};

/** What is read of the lab, but for the picture and what nobody sees while it is covered. */
const texts = (page) => page.evaluate(() => {
  const lab = document.getElementById("lab").cloneNode(true);
  if (lab.matches(".covered")) lab.querySelector(".look-for").remove();
  return lab.textContent;
});
const text = (page, id) => page.evaluate((i) => document.getElementById(i)?.textContent ?? null, id);
const isAsked = (page) => page.evaluate(() => document.getElementById("prediction") !== null);

async function toLab(page, size) {
  if (size.phone) await page.evaluate(() => document.querySelector("[data-panel=lab]")?.click());
}

async function shot(page, name) {
  if (!looks) return;
  mkdirSync(folder, { recursive: true });
  await page.rested();
  await page.raw.screenshot({ path: join(folder, `${name}.png`) });
}

async function objections(page, within) {
  await page.evaluate(`globalThis.axe ?? ${axe}; undefined`);
  const { violations } = await page.evaluate((w) => globalThis.axe.run(w), within);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target).join(" ")}`);
}

/** Makes whatever guess comes first. */
const guess = (page) => page.evaluate(() => {
  const form = document.getElementById("prediction");
  const box = form.querySelector("input[type=text]");
  if (box) box.value = "7";
  for (const row of form.querySelectorAll("[role=radiogroup]")) row.querySelector("input").click();
  form.querySelector("input.height")?.dispatchEvent(new Event("input", { bubbles: true }));
  form.querySelector("button[type=submit]").click();
});

inBrowser("Chromium", (scene) => {
  for (const [name, size] of Object.entries(sizes)) {
    test(`on a ${name} the curtain hangs on a first visit, and a guess lifts it for good`, async () => {
      await scene.withPage({ ...size, asked: true }, async (page) => {
        const watched = looks ? ["1a", "2d-i", "1d", "1g-ii"] : [];
        for (const id of new Set(["1f", ...watched, ...sampled(2)])) {
          await page.open(scene.at(id));
          await toLab(page, size);
          await page.pictured();
          assert.ok(await isAsked(page), id);
          assert.match(await texts(page), /covered until you guess/, id);
          assert.deepEqual(await objections(page, "#prediction"), [], id);
          const box = await page.evaluate(() => {
            const { top, left, right, bottom } = document.getElementById("prediction").getBoundingClientRect();
            return { top, left, right, bottom, wide: innerWidth, high: innerHeight };
          });
          assert.ok(box.top >= 0 && box.top < box.high && box.left >= 0 && box.right <= box.wide, id);
          await shot(page, `predict-${name}-${id}-1-asked`);
          await guess(page);
          await page.until(() => document.getElementById("prediction") === null, null, { what: "the curtain gone" });
          await page.settled();
          const said = await page.until(() => document.getElementById("guessed").textContent, null, { what: "how it came out" });
          assert.match(said, /^(.+\. You (guessed|sketched) .+\.|You (guessed|sketched) .+\. .+)$/, id);
          assert.doesNotMatch(await texts(page), /covered until you guess/, id);
          await shot(page, `predict-${name}-${id}-2-told`);
          await page.raw.reload({ waitUntil: "load" });
          await page.settled();
          assert.equal(await text(page, "guessed"), said, id);
          assert.equal(await isAsked(page), false, id);
          assert.equal(await page.evaluate((i) => JSON.parse(localStorage.getItem(`examlab:guesses:${i}`)).length, id), 1);
        }
        await page.isWell();
      });
    });
  }

  test("nothing that is read of 1f tells the loss before the guess", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("1f"));
      const loss = /5[.,]52/;
      assert.doesNotMatch(await texts(page), loss);
      await guess(page);
      await page.until(() => /5[.,]52/.test(document.getElementById("lab").textContent), null, { what: "the loss" });
    });
  });

  test("the keys of 2d-i are guessed for all queries, and one that is left open is asked for", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("2d-i"));
      const rows = page.raw.locator("#prediction [role=radiogroup]");
      assert.equal(await rows.count(), 3);
      await rows.nth(0).getByText("key 2").click();
      await rows.nth(1).getByText("key 1").click();
      await page.raw.click("#prediction button[type=submit]");
      assert.equal(await page.evaluate(() => document.querySelector("#prediction .wanted").textContent), "Pick one for query 3.");
      // The first row of the output, cell by cell, and the sentence of the story.
      const answers = [/−431−5/, /The best keys are 2, 1 and 2/];
      for (const answer of answers) assert.doesNotMatch(await texts(page), answer);
      await rows.nth(2).getByText("key 1").click();
      await page.raw.click("#prediction button[type=submit]");
      await page.until(() => document.getElementById("prediction") === null, null, { what: "the curtain gone" });
      for (const answer of answers) assert.match(await texts(page), answer);
      assert.equal(await text(page, "guessed"),
        "You guessed key 2, key 1 and key 1. 2 of 3 are right: it is key 2, key 1 and key 2.");
    });
  });

  test("“Just show me” opens the curtain, and counts as no guess", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("1d"));
      await page.evaluate(() => document.querySelector("[data-just-show]").click());
      assert.equal(await isAsked(page), false);
      assert.equal(await text(page, "guessed"), "");
      await page.raw.reload({ waitUntil: "load" });
      await page.settled();
      assert.equal(await isAsked(page), false);
      assert.equal(await page.evaluate(() => localStorage.getItem("examlab:guesses:1d")), null);
    });
  });

  test("after the first check of an answer nothing is covered", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("1f"));
      assert.ok(await isAsked(page));
      await page.raw.fill("#questions input[type=text]", "3");
      await page.raw.click("#check");
      await score(page);
      assert.equal(await isAsked(page), false);
      assert.doesNotMatch(await texts(page), /covered until you guess/);
      await page.raw.reload({ waitUntil: "load" });
      await page.settled();
      assert.equal(await isAsked(page), false);
    });
  });

  test("a guess is made with the keyboard alone, and a sketch by its sliders", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("1g-ii"));
      await page.evaluate(() => document.querySelector("#prediction input").focus());
      for (let i = 0; i < 4; ++i) await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      assert.match(await text(page, "guessed"), /^You sketched a curve\./);
      assert.equal(await page.evaluate(() => document.activeElement.id), "guessed");
    });
  });

  test("a sketch that nobody has touched is no guess, and one that was is told in the unit of the axis", async () => {
    await scene.withPage({ asked: true }, async (page) => {
      await page.open(scene.at("1g-ii"));
      await page.raw.click("#prediction button.main");
      assert.match(await page.raw.textContent("#prediction .wanted"), /^Drag the points/);
      assert.ok(await isAsked(page));
      const { x, y } = await page.raw.locator("#prediction .pad svg").boundingBox();
      await page.mouse.click(x + 60, y + 30);
      await page.raw.click("#prediction button.main");
      await page.until(() => / nats off on average/.test(document.getElementById("guessed").textContent), null,
        { what: "how far the sketch is off" });
    });
  });

  test("without a wish for curtains there is none", async () => {
    await scene.withPage({ asked: false }, async (page) => {
      await page.open(scene.at("1f"));
      assert.equal(await isAsked(page), false);
    });
  });
});
