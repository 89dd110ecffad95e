// Every page as people see it, into build/screenshots; and none is wider than the screen.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { dist, openers, pagePaths, root, withPage } from "./browsers.mjs";
import { serve } from "./serve.mjs";

const folder = join(root, "build", "screenshots");
const sizes = {
  desktop: { width: 1366, height: 900 },
  phone: { width: 390, height: 844, phone: true },
};

describe("screenshots", () => {
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
      test(`${size}, ${dark ? "dark" : "light"}`, async () => {
        for (const path of pagePaths()) {
          await withPage(browser, { ...shape, dark, still: true }, async (page) => {
            await page.goto(site.url + path);
            if (await page.evaluate(() => document.getElementById("lab-canvas") !== null)) {
              await page.open(site.url + path);
              await page.pictured();
              await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
            }
            const overflow = await page.evaluate(() =>
              document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
            assert.ok(overflow <= 0, `${path} is ${overflow} pixels wider than a ${size}`);
            const name = `${path.replace("/", "") || "front"}-${size}-${dark ? "dark" : "light"}.png`;
            await page.screenshot(join(folder, name), { fullPage: true });
          });
        }
      });
    }
  }
});
