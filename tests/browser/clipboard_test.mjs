// The clipboard at the page's doors: a number into and out of the canvas, cells of a spreadsheet into an
// answer, a formula out of the words.
import assert from "node:assert/strict";
import { test } from "node:test";

import { findCursor } from "./canvas.mjs";
import { inBrowser } from "./scene.mjs";

const read = (page) => page.evaluate(() => navigator.clipboard.readText());
const write = (page, text) => page.evaluate((t) => navigator.clipboard.writeText(t), text);

/** Clicks into the first number of the canvas that can be typed. */
async function beginTyping(page) {
  const { x, y } = await findCursor(page, /^text$/);
  await page.raw.mouse.click(x, y);
  await page.until(() => document.activeElement?.className === "typing", null, { what: "typing" });
}

inBrowser("Chromium", (scene) => {
  test("a number goes into the canvas and out of it", async () => {
    await scene.withPage({ width: 1366, height: 1600 }, async (page) => {
      await page.raw.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.open(scene.at("1f"));
      await page.pictured();
      await write(page, "77\n");
      await beginTyping(page);
      await page.raw.keyboard.press("Control+C");
      assert.match(await read(page), /^\d+$/);
      await write(page, "77\n");
      await page.raw.keyboard.press("Control+V");
      await page.raw.keyboard.press("Enter");
      await page.until(() => globalThis.examlab.link().then((l) => /=77$/.test(l)), null, { what: "77 in the lab" });
      await page.isWell();
    });
  });

  test("lines of a derivation fill its numbered lines", async () => {
    await scene.withPage({}, async (page) => {
      await page.raw.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.open(scene.at("1h-iv"));
      await write(page, "1. W2ᵀ δ1\r\n2. ga ⊙ 1[z1>0]\r\n3. -ga ⊙ 1[z2>0]\r\n");
      await page.evaluate(() => {
        const first = document.querySelector("#questions ol.lines .formula");
        for (let around = first.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
        first.focus();
      });
      await page.raw.keyboard.press("Control+V");
      const lines = () => [...document.querySelectorAll("#questions ol.lines .formula")].map((input) => input.value);
      await page.until(() => document.querySelectorAll("#questions ol.lines .formula")[2].value !== "", null, { what: "lines that are filled" });
      assert.deepEqual((await page.evaluate(lines)).slice(0, 4), ["W2ᵀ δ1", "ga ⊙ 1[z1>0]", "-ga ⊙ 1[z2>0]", ""]);
      await page.isWell();
    });
  });

  test("cells of a spreadsheet fill an answer, and a formula is copied as text", async () => {
    await scene.withPage({}, async (page) => {
      await page.raw.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.open(scene.at("2d-i"));
      await write(page, "-4\t3\t1\t-5\n2\t4\t3\t-2\n-4\t3\t1\t-5\n");
      await page.evaluate(() => document.querySelector("#questions table.matrix input").focus());
      await page.raw.keyboard.press("Control+V");
      const filled = () => [...document.querySelectorAll("#questions table.matrix input")].every((input) => input.value !== "");
      await page.until(filled, null, { what: "a matrix that is filled" });
      assert.equal(await page.evaluate(() => document.querySelectorAll("#questions table.matrix input")[7].value), "-2");
      await page.evaluate(() => {
        const fraction = [...document.querySelectorAll("math")].find((math) => math.querySelector("mfrac msqrt"));
        fraction.closest("details")?.setAttribute("open", "");
        getSelection().selectAllChildren(fraction.querySelector("mfrac"));
        document.activeElement.blur();
      });
      await page.raw.keyboard.press("Control+C");
      assert.match(await read(page), /^\(Q Kᵀ\)\/sqrt\(d(_k)?\)$/);
      await page.isWell();
    });
  });
});
