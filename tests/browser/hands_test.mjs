// What a finger and a keyboard do to the page around the canvas: a swipe along the page scrolls it
// wherever it begins and sets nothing, a swipe across drags, and typing leaves the page where it is.
import assert from "node:assert/strict";
import { test } from "node:test";

import { exercises, inTurn } from "./browsers.mjs";
import { canvasBox } from "./canvas.mjs";
import { inBrowser } from "./scene.mjs";

const link = (page) => page.evaluate(() => globalThis.examlab.link());

const settled = (page) => page.evaluate(async () => {
  await globalThis.examlab.report();
  for (let i = 0; i < 6; ++i) await new Promise((drawn) => requestAnimationFrame(drawn));
});

/** A finger that comes down, does what `rested` does, and goes on. Its events say when they were made, however busy the page is. */
async function finger(page) {
  const touch = await page.raw.context().newCDPSession(page.raw);
  const send = (type, points, timestamp) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: points, timestamp });
  return async (from, to, rested) => {
    let now = Date.now() / 1000;
    await send("touchStart", [from], now);
    if (rested) {
      await rested();
      now = Date.now() / 1000;
    }
    for (let i = 1; i <= 8; ++i) {
      const share = i / 8;
      await send("touchMove", [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }], now + 0.03 * i);
    }
    await send("touchEnd", [], now + 0.27);
  };
}

/** The height of a slider on the screen: what follows a finger across and says the same wherever it comes back to. */
async function sliderUnder(page, swipe) {
  const box = await canvasBox(page);
  const dragged = async (y, x) => {
    await swipe({ x: 120, y }, { x, y: y + 4 });
    await settled(page);
    return link(page);
  };
  for (let y = box.y + 200; y < 780; y += 12) {
    const far = await dragged(y, 240);
    if (await dragged(y, 180) !== far && await dragged(y, 240) === far) return y;
  }
  throw new Error("no slider follows a finger");
}

/** Puts the line `y` of the drawing `at` below the top of the screen; returns where it then is. */
const bring = (page, y, at) => page.evaluate(async ([line, screen]) => {
  const stage = document.getElementById("stage").getBoundingClientRect();
  scrollTo(0, scrollY + stage.top + line - screen);
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  return document.getElementById("stage").getBoundingClientRect().top + line;
}, [y, at]);

inBrowser("Chromium", (scene) => {
  test("a swipe along the page over any place of a lab scrolls and sets nothing", async () => {
    for (const id of inTurn(["1f", "1c", "2d-i"], 3)) {
      await scene.withPage({ width: 390, height: 844, phone: true }, async (page) => {
        await page.open(scene.at(id));
        await page.pictured();
        await settled(page);
        const swipe = await finger(page);
        const before = await link(page);
        const high = await page.evaluate(() => document.getElementById("stage").clientHeight);
        let swiped = 0;
        for (let y = 30; y < high - 200; y += 94) {
          for (const x of [90, 330]) {
            const at = await bring(page, y, 560);
            const { top, room } = await page.evaluate(() =>
              ({ top: scrollY, room: document.documentElement.scrollHeight - innerHeight - scrollY }));
            if (room < 60) continue;
            ++swiped;
            await swipe({ x, y: at }, { x: x + 6, y: at - 130 });
            await page.until((old) => scrollY > old + 40, top, { what: `a page that scrolls at ${x}, ${y} of ${id}` });
          }
        }
        await settled(page);
        assert.ok(swiped > 10, `${id} was swiped ${swiped} times`);
        assert.equal(await link(page), before, id);
        await page.isWell(id);
      });
    }
  });

  test("a finger that rests on what can be dragged takes hold of it whichever way it then goes", async () => {
    await scene.withPage({ width: 390, height: 844, phone: true }, async (page) => {
      await page.open(scene.at("1f"));
      await page.pictured();
      await settled(page);
      const swipe = await finger(page);
      await bring(page, 0, 80);
      const track = await sliderUnder(page, swipe);
      // Along the page more than across it, once after a rest, and once after one that a busy page has not noticed.
      const rests = [
        () => new Promise((passed) => setTimeout(passed, 900)),
        async () => {
          await page.evaluate(() => void setTimeout(() => {
            const end = performance.now() + 700;
            while (performance.now() < end);
          }, 100));
          await new Promise((passed) => setTimeout(passed, 500));
        },
      ];
      for (const [turn, rest] of rests.entries()) {
        const before = await link(page);
        const top = await page.evaluate(() => scrollY);
        await swipe({ x: 240, y: track }, { x: 180 - 20 * turn, y: track + 90 }, rest);
        await settled(page);
        assert.notEqual(await link(page), before, `rest ${turn}`);
        assert.ok(Math.abs(await page.evaluate(() => scrollY) - top) < 2, "the page scrolled under the finger");
      }
      await page.isWell();
    });
  });

  test("typing into the first controls of a lab leaves the page where it is", async () => {
    for (const id of inTurn(["1f", "1c", "1g-v", "2d-i"], 4)) {
      await scene.withPage({ width: 1366, height: 640 }, async (page) => {
        await page.open(scene.at(id));
        await page.pictured();
        await settled(page);
        let typed = 0;
        const high = await page.evaluate(() => document.getElementById("stage").clientHeight);
        for (let y = 10; y < Math.min(high, 1400) - 10 && typed < 4; y += 22) {
          const at = await bring(page, y, 330);
          const box = await canvasBox(page);
          for (let x = box.x + 20; x < box.x + box.width; x += 36) {
            await page.raw.mouse.move(x, at);
            const over = await page.evaluate(() => document.getElementById("lab-canvas").style.cursor);
            if (over !== "text") continue;
            const top = await page.evaluate(() => scrollY);
            await page.raw.mouse.click(x, at);
            await page.until(() => document.activeElement?.className === "typing", null, { what: `typing at ${x}, ${y} of ${id}` });
            await page.raw.keyboard.type("12");
            await settled(page);
            assert.equal(await page.evaluate(() => scrollY), top, `${id}, ${x}, ${y}`);
            await page.raw.keyboard.press("Escape");
            await page.until(() => document.activeElement?.className !== "typing", null, { what: "an end of typing" });
            ++typed;
            break;
          }
        }
        assert.ok(typed > 0, `${id} has nothing to type into`);
        await page.isWell(id);
      });
    }
  });

  test("on a phone the story of every exercise of this turn stays in view, with room for a control", async (t) => {
    await scene.withPage({ width: 390, height: 844, phone: true, ratio: 1 }, async (page) => {
      for (const id of inTurn(exercises(), 4)) {
        await page.open(scene.at(id));
        await page.pictured();
        await settled(page);
        const { sticks, free } = await page.evaluate(() => {
          const canvas = document.getElementById("lab-canvas");
          const bar = document.getElementById("panels").getBoundingClientRect().top;
          const [story] = [...document.querySelectorAll("#figure-list [data-figure]")]
            .map((figure) => figure.getBoundingClientRect())
            .filter(({ height }) => height > 0)
            .sort((a, b) => a.top - b.top);
          return {
            sticks: canvas.classList.contains("sticks"),
            free: bar - parseFloat(getComputedStyle(canvas).top) - story.height,
          };
        });
        t.diagnostic(`${id}: ${Math.round(free)}`);
        assert.ok(sticks, id);
        assert.ok(free > 140, `${id} leaves ${free} pixels for its controls`);
      }
      await page.isWell();
    });
  });

  test("the story stays in view while its controls are scrolled, and a frame is drawn only then", async () => {
    await scene.withPage({ width: 390, height: 844, phone: true }, async (page) => {
      await page.open(scene.at("1f"));
      await page.pictured();
      await settled(page);
      const sticks = () => page.evaluate(() => document.getElementById("lab-canvas").classList.contains("sticks"));
      assert.ok(await sticks());
      const shown = async (y) => {
        await bring(page, y, 80);
        await settled(page);
        const { top, height } = await page.evaluate(() => {
          const rect = document.getElementById("lab-canvas").getBoundingClientRect();
          return { top: rect.top, height: rect.height };
        });
        return { top, height };
      };
      const first = await shown(0);
      const later = await shown(260);
      // The canvas holds still on the screen, and what it shows has moved beneath the story.
      assert.ok(Math.abs(later.top - first.top) < 3, `${first.top} and ${later.top}`);
      assert.ok(later.height > 500);
      await page.isWell();
    });
  });
});
