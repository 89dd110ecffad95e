// What a first visit costs, as bytes after brotli, and what of it a reader has to wait for.
import assert from "node:assert/strict";
import { test } from "node:test";

import { dist, exercises, openers, withPage } from "./browsers.mjs";
import { serve } from "./serve.mjs";

const most_in_all = 1_000_000;
const most_before_reading = 150_000;

async function visited(use) {
  const sent = [];
  const site = await serve(dist, { onSent: (answer) => sent.push(answer) });
  const browser = await openers.Chromium();
  try {
    await use(browser, site, sent);
  } finally {
    await browser.close();
    await site.close();
  }
}
const total = (sent) => sent.reduce((sum, { bytes }) => sum + bytes, 0);

test("a cold visit to any exercise takes at most 1.0 MB in all", async (t) => {
  await visited(async (browser, site, sent) => {
    for (const id of exercises()) {
      sent.length = 0;
      await withPage(browser, {}, async (page) => {
        await page.open(`${site.url}${id}/`);
        await page.pictured();
      });
      for (const part of ["engine", "canvas"]) {
        assert.ok(sent.some(({ path, encoding }) => path.includes(part) && path.endsWith(".wasm")
          && encoding === "br"), `${id} fetched no ${part}.wasm with brotli`);
      }
      t.diagnostic(`${id}: ${total(sent)} bytes in ${sent.length} answers`);
      assert.ok(total(sent) <= most_in_all, `${id}: ${total(sent)} bytes`);
    }
  });
});

test("the question can be read after at most 150 kB, before any script or module", async (t) => {
  await visited(async (browser, site, sent) => {
    for (const id of exercises()) {
      sent.length = 0;
      await withPage(browser, {}, async (page) => {
        // What does not block the first paint never arrives.
        const needed = (request) => ["document", "stylesheet", "font"].includes(request.resourceType())
          || /early\.[0-9a-f]+\.js$/.test(request.url());
        await page.raw.route("**/*", (route) => needed(route.request()) ? route.continue() : route.abort());
        await page.goto(`${site.url}${id}/`);
        const text = await page.evaluate(() => document.querySelector("main").innerText);
        assert.ok(text.length > 300, `${id} shows ${text.length} characters`);
        assert.match(text, /Question/);
      });
      t.diagnostic(`${id}: readable after ${total(sent)} bytes`);
      assert.ok(total(sent) <= most_before_reading, `${id}: ${total(sent)} bytes`);
    }
  });
});

test("the whole question stands on the page without JavaScript", async () => {
  await visited(async (browser, site) => {
    for (const id of exercises()) {
      await withPage(browser, { scripts: false }, async (page) => {
        await page.goto(`${site.url}${id}/`);
        const question = page.raw.locator(".question-text");
        assert.ok((await question.innerText()).length > 100, id);
        assert.ok(await page.raw.locator(".question input").count() > 0, id);
        await page.raw.locator(".hint summary").first().click();
        assert.ok(await page.raw.locator(".hint p").first().isVisible(), id);
      });
    }
  });
});
