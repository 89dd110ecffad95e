// On a phone question, lab and answer are a panel each.
import assert from "node:assert/strict";
import { test } from "node:test";

import { score } from "./browsers.mjs";
import { inBrowser } from "./scene.mjs";

const phone = { width: 390, height: 844, phone: true, ratio: 1 };

const go = (page, panel) => page.turnTo(panel);
const seen = (page, selector) => page.evaluate((s) => {
  const { top, bottom, height } = document.querySelector(s).getBoundingClientRect();
  return document.querySelector(s).checkVisibility() && height > 0 && bottom > 0 && top < innerHeight;
}, selector);

inBrowser("Chromium", (scene) => {
  test("the bar goes from one panel to another, and each keeps its place", async () => {
    await scene.withPage(phone, async (page) => {
      await page.open(scene.at("1a"));
      assert.ok(await seen(page, "#question-title"));
      assert.equal(await seen(page, "#check"), false);
      assert.equal(await seen(page, "#lab-title"), false);
      await go(page, "lab");
      await page.pictured();
      assert.ok(await seen(page, "#lab-title"));
      assert.equal(await seen(page, "#question-title"), false);
      await page.until(() => document.scrollingElement.scrollHeight > innerHeight + 300, null, { what: "a lab to scroll" });
      await page.evaluate(() => scrollTo({ top: 250, behavior: "instant" }));
      await go(page, "panel-answer");
      assert.ok(await seen(page, "#answer"));
      assert.equal(await page.evaluate(() => scrollY), 0);
      await go(page, "lab");
      assert.equal(await page.evaluate(() => scrollY), 250);
      await go(page, "panel-question");
      assert.equal(await page.evaluate(() => scrollY), 0);
      assert.ok(await seen(page, "#question-title"));
      await page.isWell();
    });
  });

  test("the bar, the paper, the part before and the part after are always in reach", async () => {
    await scene.withPage(phone, async (page) => {
      await page.open(scene.at("1c"));
      for (const panel of ["panel-question", "lab", "panel-answer"]) {
        await go(page, panel);
        if (panel === "lab") await page.pictured();
        await page.rested();
        await page.evaluate(() => scrollTo({ top: 1e6, behavior: "instant" }));
        await page.rested();
        for (const selector of ["#panels", ".way .place", ".way [rel=prev]", ".way [rel=next]"]) {
          const reached = await page.evaluate((s) => {
            const { x, y, width, height } = document.querySelector(s).getBoundingClientRect();
            const there = document.elementFromPoint(x + width / 2, y + height / 2);
            return there !== null && document.querySelector(s).contains(there);
          }, selector);
          assert.ok(reached, `${selector} on ${panel}`);
        }
      }
    });
  });

  test("the link to the answer shows it, and what the browser's search finds is shown", async () => {
    await scene.withPage(phone, async (page) => {
      await page.open(scene.at("1f"));
      await page.evaluate(() => document.querySelector("a.skip").click());
      await page.until(() => document.getElementById("answer").checkVisibility());
      assert.ok(await seen(page, "#answer"));
      await page.evaluate(() => document.getElementById("panel-question").dispatchEvent(new Event("beforematch")));
      assert.ok(await seen(page, "#question-title"));
      assert.equal(await seen(page, "#check"), false);
    });
  });

  test("where another page embeds the exercise, and without scripts, all stands in order", async () => {
    for (const [address, options] of [["1f/?embed=1", {}], ["1f/", { scripts: false }]]) {
      await scene.withPage({ ...phone, ...options }, async (page) => {
        await page.goto(scene.url + address);
        const locate = (selector) => page.raw.locator(selector).first();
        for (const selector of ["#question-title", "#answer", "#lab"]) {
          assert.ok(await locate(selector).isVisible(), `${selector} at ${address}`);
        }
        assert.equal(await locate("#panels").isVisible(), false, address);
      });
    }
  });

  test("a link that says something of the lab opens on the lab, and a reload keeps the panel", async () => {
    await scene.withPage({ ...phone, drawn: false }, async (page) => {
      const shown = () => page.evaluate(() => document.querySelector("#panels [aria-pressed=true]").dataset.panel);
      await page.open(scene.at("2d-i#/kind=soft"));
      assert.equal(await shown(), "lab");
      assert.ok(await seen(page, "#lab-title"));
      await go(page, "panel-answer");
      await page.raw.reload();
      await page.ready();
      assert.equal(await shown(), "panel-answer");
      await page.open(scene.at("2d-i"));
      assert.equal(await shown(), "panel-question");
      await page.open(scene.at("1f#classes=10"));
      assert.equal(await shown(), "panel-question");
      await page.isWell();
    });
  });

  test("the list of keys is closed by its button and by Escape, and the focus goes back", async () => {
    await scene.withPage({ drawn: false }, async (page) => {
      await page.open(scene.at("1f"));
      const active = () => page.evaluate(() => document.activeElement.id);
      for (const close of [() => page.raw.keyboard.press("Escape"), () => page.raw.click("#keys-close")]) {
        const place = () => page.evaluate(() => document.getElementById("lab").getBoundingClientRect().top);
        const before = await place();
        await page.raw.click("#keys-button");
        assert.ok(await page.raw.isVisible("#keys"));
        assert.equal(await place(), before);
        await close();
        assert.equal(await page.raw.isVisible("#keys"), false);
        assert.equal(await active(), "keys-button");
        assert.equal(await page.raw.getAttribute("#keys-button", "aria-expanded"), "false");
      }
      await page.isWell();
    });
  });

  test("the list of keys leaves the focus where it was when a key opened it", async () => {
    await scene.withPage({ drawn: false }, async (page) => {
      await page.open(scene.at("1f"));
      await page.evaluate(() => document.getElementById("new-variant").focus());
      await page.keyboard.press("?");
      assert.equal(await page.evaluate(() => document.activeElement.id), "keys-title");
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement.id), "new-variant");
    });
  });

  test("what is asked stays above the answer, whole behind a tap, and leaves room for its fields", async () => {
    await scene.withPage(phone, async (page) => {
      for (const id of ["1f", "2d-i", "1a"]) {
        await page.open(scene.at(id));
        await go(page, "panel-answer");
        const summary = page.raw.locator(".asked > summary");
        const box = await summary.boundingBox();
        assert.ok(box.height <= 60, `${id}: ${box.height}`);
        const field = await page.evaluate(() => document.querySelector("#questions input").getBoundingClientRect().top);
        assert.ok(field < 844 / 2, `${id}: the first field stands at ${field}`);
        assert.ok(await page.evaluate(() => {
          const span = document.querySelector(".asked > summary > span");
          return span.textContent.length > 20 && !/\s$/.test(span.textContent);
        }), id);
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        assert.ok(await summary.isVisible());
        assert.equal((await summary.boundingBox()).y, box.y, id);
        await summary.click();
        assert.ok(await page.raw.locator(".asked-whole").isVisible(), id);
        await summary.click();
      }
      await page.isWell();
    });
  });

  test("no title at the top of a phone takes more than two lines, and each is there in full", async () => {
    await scene.withPage({ ...phone, drawn: false }, async (page) => {
      for (const id of ["2c-iii", "1g-v", "2d-ii", "1h-iv"]) {
        await page.open(scene.at(id));
        const title = await page.evaluate(() => {
          const h1 = document.querySelector(".bar h1");
          return { lines: h1.clientHeight / parseFloat(getComputedStyle(h1).lineHeight), full: h1.title, text: h1.textContent };
        });
        assert.ok(title.lines <= 2.1, `${id}: ${title.lines}`);
        assert.ok(title.text.includes(title.full) && title.full !== "", id);
      }
    });
  });

  test("after full marks the next part is the main thing to press", async () => {
    await scene.withPage(phone, async (page) => {
      await page.open(scene.at("1f"));
      await go(page, "panel-answer");
      await page.raw.fill("#q-loss", "ln 250");
      await page.raw.click("#check");
      assert.match(await score(page), /^10 of 10 marks/);
      assert.ok(await seen(page, "#next-part"));
      assert.ok(await seen(page, "#score"));
      assert.match(await page.evaluate(() => document.getElementById("next-part").getAttribute("href")), /1g-i\//);
      assert.equal(await page.evaluate(() => document.getElementById("check").classList.contains("main")), false);
      await page.raw.fill("#q-loss", "5");
      await page.raw.click("#check");
      await page.until(() => document.getElementById("next-part").hidden);
      await page.isWell();
    });
  });
});
