// What people bring along and do: pictures of their own, a browser without storage, reloading, going
// back, a page that embeds an exercise.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";

import { sampled, score } from "./browsers.mjs";
import { findCursor } from "./canvas.mjs";
import { png } from "./png.mjs";
import { inBrowser } from "./scene.mjs";

inBrowser("Chromium", (scene) => {
  test("a picture of one's own goes into the lab, and a bad one is refused in a sentence", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1c"));
      const message = () => page.evaluate(() => document.getElementById("message").textContent);
      const give = (name, buffer) => page.raw.setInputFiles("#own-file",
        { name, mimeType: "image/png", buffer });
      const good = png(60, 40);
      const bad = {
        empty: Buffer.alloc(0),
        text: Buffer.from("this is no picture"),
        "cut short": good.subarray(0, good.length >> 1),
        damaged: Buffer.concat([good.subarray(0, 45), Buffer.alloc(30), good.subarray(75)]),
        oversized: png(60, 40, 2_000_000_000),
        "too many pixels": png(60_000, 2, 60_000),
        svg: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
      };
      const before = await page.evaluate(() => globalThis.examlab.link());
      for (const [name, buffer] of Object.entries(bad)) {
        await page.evaluate(() => { document.getElementById("message").textContent = ""; });
        await give("picture.png", buffer);
        const text = await page.until(() => document.getElementById("message").textContent, null,
          { what: `a message about a picture that is ${name}` });
        assert.match(text, /\.$/, name);
        assert.equal(await page.evaluate(() => globalThis.examlab.link()), before, name);
      }
      await give("picture.png", good);
      await page.until(() => globalThis.examlab.link().then((l) => /image=own/.test(l)), null,
        { what: "a link with the picture of one's own" });
      assert.match(await message(), /60 × 40/);
      const report = await page.evaluate(() => globalThis.examlab.report());
      assert.ok(report.readouts["out.width"] > 0);
      await page.isWell();
    });
  });

  test("the camera shows what it sees, and its picture goes into the lab", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1c"));
      await page.raw.click("#camera-open");
      await page.until(() => document.getElementById("camera-video").videoWidth > 0, null,
        { what: "a picture of the camera" });
      await page.raw.click("#camera-take");
      await page.until(() => globalThis.examlab.link().then((l) => /image=own/.test(l)), null,
        { what: "a link with the camera's picture" });
      assert.equal(await page.raw.isVisible("#camera"), false);
      await page.isWell();
    });
  });

  test("a finger moves what can be dragged, and scrolls the page everywhere else", async () => {
    await scene.withPage({ width: 390, height: 844, phone: true }, async (page) => {
      await page.open(scene.at("1f"));
      await page.pictured();
      const link = () => page.evaluate(() => globalThis.examlab.link());
      const touch = await page.raw.context().newCDPSession(page.raw);
      const swipe = async (from, to) => {
        const at = (share) => [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }];
        await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
        for (let i = 1; i <= 10; ++i) {
          await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(i / 10) });
        }
        await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      };
      const settle = () => page.evaluate(async () => {
        await globalThis.examlab.report();
        await new Promise((resolve) => setTimeout(resolve, 300));
      });
      await page.evaluate(() => document.getElementById("stage").scrollIntoView({ block: "start" }));
      const handle = await findCursor(page, /^(ew|ns)-resize$|^move$|^grab$/);
      const before = await link();
      // A note that the question differs appears above, so the place of the lab tells, not the page's.
      const place = () => page.evaluate(() => document.getElementById("stage").getBoundingClientRect().top);
      const top = await place();
      await swipe(handle, { x: handle.x + 60, y: handle.y + 5 });
      await page.until((old) => globalThis.examlab.link().then((l) => l !== old), before,
        { what: "another link after the finger" });
      await settle();
      assert.ok(Math.abs(await place() - top) < 3, "the page scrolled under the finger");
      const dragged = await link();
      await swipe({ x: 380, y: 500 }, { x: 380, y: 300 });
      await page.until((old) => document.getElementById("stage").getBoundingClientRect().top < old - 50, top,
        { what: "a page that scrolls" });
      assert.equal(await link(), dragged);
      await page.isWell();
    });
  });

  test("the way to the answer keeps the variant, and a new variant folds the solution of the old one", async () => {
    await scene.withPage({ width: 390, height: 844, phone: true }, async (page) => {
      await page.open(scene.at("1h-iii#variant=2"));
      const link = () => page.evaluate(() => globalThis.examlab.link());
      const top = (id) => page.evaluate((i) => document.getElementById(i).getBoundingClientRect().top, id);
      const shown = async (id) => {
        const y = await top(id);
        const bar = await page.evaluate(() => document.querySelector(".bar").getBoundingClientRect().bottom);
        assert.ok(y >= bar - 1 && y < 844, `${id} is at ${y}, the bar ends at ${bar}`);
      };
      const before = await link();
      await page.evaluate(() => document.querySelector("a.skip").click());
      await page.until(() => document.activeElement.id === "answer", null, { what: "the answer" });
      await shown("answer");
      assert.equal(await link(), before);
      await page.evaluate(() => {
        document.querySelector("details.solution").open = true;
        document.getElementById("new-variant").click();
      });
      await page.until((old) => globalThis.examlab.link().then((l) => l !== old), before,
        { what: "another variant" });
      await page.until(() => !document.querySelector("details.solution").open, null, { what: "a folded solution" });
      await shown("question-title");
      await page.isWell();
    });
  });

  test("without storage everything works but the memory", async () => {
    for (const id of sampled()) {
      await scene.withPage({}, async (page) => {
        await page.raw.addInitScript(() => {
          Object.defineProperty(globalThis, "localStorage", {
            get() { throw new DOMException("denied", "SecurityError"); },
          });
        });
        await page.open(scene.at(id));
        await page.evaluate(() => document.getElementById("check").click());
        assert.match(await score(page), /^0 of /, id);
        await page.isWell(id);
      });
    }
  });

  test("answers are there again after a reload, and damaged ones are left out", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1f"));
      await page.raw.fill("#questions input[type=text]", "ln 250");
      await page.open(scene.at("1f"));
      const value = () => page.raw.inputValue("#questions input[type=text]");
      await page.until(() => document.querySelector("#questions input[type=text]").value !== "");
      assert.equal(await value(), "ln 250");
      await page.evaluate(() => {
        for (const key of Object.keys(localStorage)) localStorage.setItem(key, "{not json");
      });
      await page.open(scene.at("1f"));
      assert.equal(await value(), "");
      await page.isWell();
    });
  });

  test("back and forward go through the links that were opened", async () => {
    await scene.withPage({}, async (page) => {
      await page.open(scene.at("1f"));
      const link = () => page.evaluate(() => globalThis.examlab.link());
      await page.evaluate(() => globalThis.examlab.open("1f#classes=10"));
      assert.equal(await link(), "1f#classes=10");
      await page.until(() => location.hash === "#classes=10");
      await page.raw.goBack();
      await page.until(() => globalThis.examlab.link().then((l) => l === "1f"));
      await page.raw.goForward();
      await page.until(() => globalThis.examlab.link().then((l) => l === "1f#classes=10"));
    });
  });

  test("a page of another origin that embeds an exercise talks to it by messages", async (t) => {
    const host = createServer((_, response) => {
      response.setHeader("Content-Type", "text/html");
      response.end("<!doctype html><title>A page with an exercise in it</title>");
    });
    await new Promise((resolve) => host.listen(0, "127.0.0.1", resolve));
    t.after(() => host.close());
    await scene.withPage({}, async (page) => {
      await page.goto(`http://127.0.0.1:${host.address().port}/`);
      const replies = await page.evaluate(async (source) => {
        const frame = document.createElement("iframe");
        frame.src = source;
        let count = 0;
        const ask = (name, ...list) => new Promise((resolve) => {
          const id = ++count;
          addEventListener("message", function hear(event) {
            if (event.source !== frame.contentWindow || event.data.id !== id) return;
            removeEventListener("message", hear);
            resolve(event.data);
          });
          frame.contentWindow.postMessage({ examlab: name, id, arguments: list }, "*");
        });
        document.body.append(frame);
        await new Promise((resolve) => { frame.onload = resolve; });
        return [await ask("set", "classes", "10"), await ask("link"), await ask("nonsense")];
      }, `${scene.url}1f/?embed=1`);
      assert.deepEqual(replies[0].result, { outcome: "taken", message: "" });
      assert.equal(replies[1].result, "1f#/classes=10");
      assert.match(replies[2].error, /nonsense/);
    });
  });
});
