// The canvas rests when nothing happens, wakes under a hand, and comes back after a lost context.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { canvasBox, dist, exercises, findCursor, openers, withPage } from "./browsers.mjs";
import { serve } from "./serve.mjs";

const frames = (page) => page.evaluate(() => globalThis.heard.frames);

/** Waits until half a second goes by without a frame. */
async function rested(page) {
  for (let i = 0; i < 40; ++i) {
    const earlier = await frames(page);
    await sleep(500);
    if ((await frames(page)) === earlier) return;
  }
  throw new Error("the page asks for frames without end");
}

async function opened(page, url) {
  await page.open(url);
  await page.pictured();
  await page.evaluate(() => document.getElementById("stage").scrollIntoView({ block: "start" }));
  await rested(page);
}

for (const [name, open] of Object.entries(openers)) {
  describe(name, () => {
    let browser, site;
    before(async () => {
      site = await serve(dist);
      browser = await open();
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    test("an idle page draws no frame in three seconds", async () => {
      for (const id of exercises) {
        await withPage(browser, {}, async (page) => {
          await opened(page, `${site.url}${id}/`);
          const earlier = await frames(page);
          await sleep(3000);
          assert.equal(await frames(page) - earlier, 0, id);
        });
      }
    });

    test("a drag draws, changes the link, and then the page rests again", async () => {
      await withPage(browser, { height: 1000 }, async (page) => {
        await opened(page, `${site.url}1f/`);
        const link = await page.evaluate(() => globalThis.examlab.link());
        const handle = await findCursor(page, /^(ew|ns)-resize$|^move$|^grab$/);
        await rested(page);
        const earlier = await frames(page);
        await page.mouse.down();
        for (let i = 1; i <= 10; ++i) {
          await page.mouse.move(handle.x + 4 * i, handle.y);
          await sleep(20);
        }
        await page.mouse.up();
        assert.ok(await frames(page) - earlier >= 5, `${await frames(page) - earlier} frames`);
        await page.until((before) => globalThis.examlab.link().then((l) => l !== before), link,
          { what: "another link after the drag" });
        const { x, y } = await canvasBox(page);
        await page.mouse.move(Math.max(1, x - 5), y);
        await rested(page);
        const resting = await frames(page);
        await sleep(3000);
        assert.equal(await frames(page) - resting, 0);
        assert.deepEqual(await page.everythingWrong(), []);
      });
    });

    test("a lost context is rebuilt with the answers and the link intact", async () => {
      await withPage(browser, {}, async (page) => {
        await opened(page, `${site.url}1f/#classes=10`);
        const answer = await page.evaluate(() => {
          const input = document.querySelector("#questions input[type=text]");
          input.value = "ln 10";
          input.dispatchEvent(new Event("input", { bubbles: true }));
          document.getElementById("lab-canvas").isOld = true;
          const gl = document.getElementById("lab-canvas").getContext("webgl2");
          gl.getExtension("WEBGL_lose_context").loseContext();
          return input.id;
        });
        await page.until(() => {
          const canvas = document.getElementById("lab-canvas");
          const gl = !canvas.isOld && canvas.style.height !== "" && canvas.getContext("webgl2");
          return gl && !gl.isContextLost();
        }, null, { what: "a new canvas with a context" });
        await rested(page);
        assert.ok(await drawn(page) > 20, "the new canvas is blank");
        assert.equal(await page.evaluate((id) => document.getElementById(id).value, answer), "ln 10");
        assert.equal(await page.evaluate(() => globalThis.examlab.link()), "1f#classes=10");
        assert.equal(await page.evaluate(() => document.getElementById("absent").textContent), "");
      });
    });
  });
}

/** How many colours the canvas shows: wakes it with the pointer and reads the frame back. */
async function drawn(page) {
  const { x, y } = await canvasBox(page);
  await page.mouse.move(x + 30, y + 30);
  return page.until(() => new Promise((resolve) => {
    const canvas = document.getElementById("lab-canvas");
    // The pixels are read in the task of a frame, after the page has drawn it.
    canvas.dispatchEvent(new PointerEvent("pointermove", { clientX: 40, clientY: 40 }));
    requestAnimationFrame(() => {
      const copy = document.createElement("canvas");
      copy.width = 200;
      copy.height = 200;
      const context = copy.getContext("2d");
      context.drawImage(canvas, 0, 0, 200, 200);
      resolve(new Set(new Uint32Array(context.getImageData(0, 0, 200, 200).data.buffer)).size);
    });
  }), null, { what: "a drawn canvas" });
}
