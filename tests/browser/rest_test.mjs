// The canvas rests when nothing happens, wakes under a hand, and comes back after a lost context.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { sampled } from "./browsers.mjs";
import { canvasBox, findCursor } from "./canvas.mjs";
import { inEachBrowser } from "./scene.mjs";

const frames = (page) => page.evaluate(() => globalThis.heard.frames);

async function opened(page, url) {
  await page.open(url);
  await page.pictured();
  await page.evaluate(() => document.getElementById("stage").scrollIntoView({ block: "start" }));
  await page.rested();
}

/**
 * The frames of three idle seconds: none, or it is not idle. On a busy machine what belongs to the
 * opening may come after the page seemed at rest, so up to three such spans are given.
 */
async function idleFrames(page) {
  let drawn;
  for (let tries = 0; tries < 3 && drawn !== 0; ++tries) {
    const earlier = await frames(page);
    await sleep(3000);
    drawn = await frames(page) - earlier;
  }
  return drawn;
}

inEachBrowser((scene) => {
  test("an idle page draws no frame in three seconds", async () => {
    await scene.withPage({}, async (page) => {
      for (const id of sampled()) {
        await opened(page, scene.at(id));
        assert.equal(await idleFrames(page), 0, id);
      }
    });
  });

  test("a drag draws, changes the link, and then the page rests again", async () => {
    await scene.withPage({ height: 1000 }, async (page) => {
      await opened(page, scene.at("1f#samples=20"));
      const link = await page.evaluate(() => globalThis.examlab.link());
      const handle = await findCursor(page, /^(ew|ns)-resize$|^move$|^grab$/);
      await page.rested();
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
      await page.rested();
      assert.equal(await idleFrames(page), 0);
      await page.isWell();
    });
  });

  test("a lost context is rebuilt with the answers and the link intact", async () => {
    await scene.withPage({}, async (page) => {
      await opened(page, scene.at("1f#classes=10"));
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
      await page.rested();
      assert.ok(await drawn(page) > 20, "the new canvas is blank");
      assert.equal(await page.evaluate((id) => document.getElementById(id).value, answer), "ln 10");
      assert.equal(await page.evaluate(() => globalThis.examlab.link()), "1f#classes=10");
      assert.equal(await page.evaluate(() => document.getElementById("absent").textContent), "");
    });
  });
});

/** How many colours the canvas shows: a frame that is drawn anew, read back in its own task. */
async function drawn(page) {
  return page.until(() => new Promise((resolve) => {
    const canvas = document.getElementById("lab-canvas");
    const look = () => {
      const copy = document.createElement("canvas");
      copy.width = 200;
      copy.height = 200;
      const context = copy.getContext("2d");
      context.drawImage(canvas, 0, 0, 200, 200);
      resolve(new Set(new Uint32Array(context.getImageData(0, 0, 200, 200).data.buffer)).size);
    };
    // Another width of the page is another picture. The page observes the stage as well and was there
    // first, so its frame is drawn before this one looks.
    const stage = document.getElementById("stage");
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      requestAnimationFrame(look);
    });
    stage.style.width = `${stage.clientWidth - 2}px`;
    observer.observe(stage);
  }).then((colours) => (colours > 20 ? colours : 0)), null, { what: "a drawn canvas" });
}
