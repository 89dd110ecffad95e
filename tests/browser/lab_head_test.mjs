// The head of the lab and what stands below it: what is said there has room, ends at a word, and moves
// neither the picture nor the controls.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inBrowser } from "./scene.mjs";
import { guess } from "./visit.mjs";

const laptop = { width: 1366, height: 625 };
const phone = { width: 390, height: 844, phone: true, ratio: 1 };
const sizes = { laptop, phone };

const toLab = (page, size) => (size.phone ? page.raw.click('[data-panel="lab"]') : undefined);
const text = (page, id) => page.evaluate((i) => document.getElementById(i).textContent, id);
const top = (page, id) => page.evaluate((i) => Math.round(document.getElementById(i).getBoundingClientRect().top + scrollY), id);
/** What of a text is seen, if it is shown at all. */
const whole = (page, id) => page.evaluate((i) => {
  const { clientHeight, scrollHeight, clientWidth, scrollWidth } = document.getElementById(i);
  return clientHeight > 0 && scrollHeight <= clientHeight + 1 && scrollWidth <= clientWidth + 1;
}, id);

inBrowser("Chromium", (scene) => {
  for (const [name, size] of Object.entries(sizes)) {
    test(`the reply to a guess comes and moves nothing (${name})`, async () => {
      await scene.withPage({ ...size, asked: true }, async (page) => {
        for (const id of size.phone ? ["1b"] : ["1a", "1b", "2d-ii"]) {
          await page.goto(scene.at(id));
          await page.ready();
          await toLab(page, size);
          await page.pictured();
          const before = await top(page, "stage");
          // Of a form that is higher than what it hangs over.
          const room = await page.evaluate(() => parseFloat(document.getElementById("picture").style.marginTop) || 0);
          await guess(page);
          await page.until(() => /^You guessed/.test(document.getElementById("guessed").textContent));
          const guessed = await top(page, "stage");
          await page.settled();
          await page.until(() => /so it is\.|It is |When /.test(document.getElementById("guessed").textContent));
          assert.equal(await top(page, "stage"), guessed, id);
          if (!size.phone) assert.equal(guessed, before - room, id);
          else assert.ok(guessed <= before, id);
          if (!await page.raw.isVisible("#guessed-more")) continue;
          for (const on of [true, false]) {
            await page.raw.click("#guessed-more");
            assert.equal(await page.raw.getAttribute("#guessed-more", "aria-expanded"), String(on), id);
            assert.equal(await whole(page, "guessed"), on, id);
          }
        }
        await page.isWell();
      });
    });

    test(`what to look for ends at a word and opens over the picture (${name})`, async () => {
      await scene.withPage(size, async (page) => {
        await page.open(scene.at("1c"));
        await toLab(page, size);
        await page.pictured();
        const before = await top(page, "stage");
        await page.raw.click(".look-for > summary");
        assert.ok(await page.raw.isVisible(".look-for-rest"));
        assert.equal(await top(page, "stage"), before);
        await page.keyboard.press("Escape");
        assert.equal(await page.raw.isVisible(".look-for-rest"), false);
        assert.equal(await top(page, "stage"), before);
        await page.isWell();
      });
    });

    test(`what differs from the question is said in whole, with ways back and on (${name})`, async () => {
      await scene.withPage(size, async (page) => {
        await page.open(scene.at("1f"));
        await toLab(page, size);
        await page.evaluate(() => globalThis.examlab.set("sigma", "0.5"));
        await page.settled();
        await page.until(() => !document.getElementById("apart").hidden && document.getElementById("playback").hidden);
        assert.match(await text(page, "apart-text"), /^Other numbers: weight spread σ = 0\.5/);
        assert.ok(await whole(page, "apart-text"));
        assert.ok(await page.raw.getByRole("button", { name: "Question’s numbers" }).isVisible());
        await page.raw.click("#back");
        await page.until(() => document.getElementById("apart").hidden);
        await page.isWell();
      });
    });
  }

  test("on a phone the switch of the curtain stands beside the title and lies on nothing", async () => {
    await scene.withPage(phone, async (page) => {
      for (const id of ["1b", "2d-ii"]) {
        await page.open(scene.at(id));
        await toLab(page, phone);
        const boxes = await page.evaluate(() => ["lab-title", "guess-first", "own-files", "pin", "fill"]
          .map((i) => (i === "guess-first" ? document.getElementById(i).closest("label") : document.getElementById(i)))
          .map((e) => e.getBoundingClientRect()).filter(({ width }) => width > 0)
          .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })));
        boxes.slice(1).forEach((box, i) => assert.ok(box.left >= boxes[i].right - 1, `${id}: ${JSON.stringify(boxes)}`));
        assert.ok(boxes.every(({ top, bottom, right }) => top < boxes[0].bottom && bottom > boxes[0].top && right <= 390), id);
      }
      await page.isWell();
    });
  });

  test("while the lab runs its title stays whole, and one count of steps is in sight", async () => {
    await scene.withPage(laptop, async (page) => {
      await page.open(scene.at("1b"));
      await page.pictured();
      await page.until(() => document.querySelector(".picture.drawn"));
      await page.keyboard.press(" ");
      await page.until(() => !document.getElementById("playback").hidden);
      assert.ok(await whole(page, "lab-title"));
      assert.match(await text(page, "play-text"), /^step \d+ of/);
      assert.ok(await page.evaluate(() => document.getElementById("play-text").getBoundingClientRect().width <= 1));
      await page.keyboard.press(" ");
      await page.until(() => document.getElementById("playback").hidden);
    });
  });

  test("“Show me” says which statement is to be judged, then what the figure shows", async () => {
    await scene.withPage(laptop, async (page) => {
      await page.open(scene.at("1c"));
      await page.pictured();
      await page.evaluate(() => document.querySelectorAll("[data-show]")[1].click());
      await page.until(() => document.querySelector("#figure-list .lit"));
      await page.settled();
      const said = await page.until(() => {
        const key = document.querySelector("#figure-list .lit")?.dataset.figure;
        const alt = document.querySelector(`[data-figure="${key}"] p.words`)?.textContent ?? "?";
        const now = document.getElementById("shown-text").textContent;
        return now.startsWith("To judge (ii): ") && alt.startsWith(now.slice(15)) && now;
      }, null, { what: "the finding" });
      assert.match(said, /[.!?]$/);
      await page.evaluate(() => globalThis.examlab.set("play", "0"));
      await page.isWell();
    });
  });

  for (const [name, size] of Object.entries(sizes)) {
    test(`all that “Show me” says can be laid over the picture (${name})`, async () => {
      await scene.withPage(size, async (page) => {
        await page.open(scene.at("2d-ii"));
        await page.evaluate(() => document.querySelectorAll("[data-show]")[1].click());
        await page.settled();
        await page.until(() => document.getElementById("shown-text").matches(".cut"));
        const before = await top(page, "stage");
        for (const on of [true, false]) {
          await page.evaluate(() => document.getElementById("shown-more").click());
          assert.equal(await page.evaluate(() => document.getElementById("shown-text").matches(".cut")), !on);
          assert.equal(await whole(page, "shown-text"), on);
          assert.equal(await top(page, "stage"), before);
        }
        assert.ok(await page.raw.isVisible("#to-answer"));
        await page.isWell();
      });
    });
  }
});
