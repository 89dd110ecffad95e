// Every page as people see it, by day and night, at a desk and on a phone: nothing that axe-core objects
// to, nothing wider than the screen, and a picture of it in build/screenshots.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { dist, fromWeb, openers, pagePaths, root, withPage } from "./browsers.mjs";
import { serve } from "./serve.mjs";

const folder = join(root, "build", "screenshots");
const axe = fromWeb("axe-core").source;
const sizes = {
  desktop: { width: 1366, height: 900 },
  phone: { width: 390, height: 844, phone: true, ratio: 1 },
};
/** A page taller than this is cut off in its picture. */
const tallest = 6000;

/** What axe-core objects to, one line for each place. */
async function objections(page) {
  await page.evaluate(`${axe}; undefined`);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
    resultTypes: ["violations"],
    rules: { "color-contrast": { enabled: true }, "target-size": { enabled: true } },
  }));
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target}: ${failureSummary}`));
}

/** The whole page as a picture; only what is in view of a canvas is drawn, so all of it is in view. */
async function portrait(page, shape, path) {
  const height = await page.evaluate(() => document.scrollingElement.scrollHeight);
  await page.raw.setViewportSize({ width: shape.width, height: Math.min(height, tallest) });
  await page.rested();
  await page.screenshot(path);
}

describe("looks", () => {
  let browser, site;
  before(async () => {
    mkdirSync(folder, { recursive: true });
    site = await serve(dist);
    browser = await openers.Chromium();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const [size, shape] of Object.entries(sizes)) {
    for (const dark of [false, true]) {
      const look = `${size}-${dark ? "dark" : "light"}`;
      test(`every page reads well and fits (${look})`, async () => {
        for (const path of pagePaths()) {
          await withPage(browser, { ...shape, dark, still: true }, async (page) => {
            if (await page.visit(site.url + path)) await page.pictured();
            const wider = () => page.evaluate(() =>
              document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
            assert.ok(await wider() <= 0, `${path} is ${await wider()} pixels wider than a ${size}`);
            await portrait(page, shape, join(folder, `${path.replace("/", "") || "front"}-${look}.png`));
            await page.evaluate(() => {
              for (const folded of document.querySelectorAll("details")) folded.open = true;
            });
            assert.ok(await wider() <= 0, `${path}, unfolded, is ${await wider()} pixels wider than a ${size}`);
            assert.deepEqual(await objections(page), [], path);
          });
        }
      });
    }
  }

  test("axe-core would find a picture without a text", async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(site.url);
      await page.evaluate(() => document.querySelector("main").append(new Image()));
      assert.ok((await objections(page)).some((line) => line.startsWith("image-alt")));
    });
  });
});
