// Every page opens in both browsers, below any path, without a word of complaint; and what the
// world may throw at it ends in a message.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { dist, exercises, openers, pagePaths, withPage } from "./browsers.mjs";
import { serve } from "./serve.mjs";

const hostileFragments = [
  "", "=", "&&&", "classes", "=3", "classes=", "classes=NaN", "classes=1e999", "classes=-1",
  "classes=999999999999999999999", "classes=0x10", "classes=10&classes=11", "%00", "%zz", "%",
  "%F0%9F%92%A9=1", "__proto__=1", "constructor=1", "variant=-1", "variant=1e9", "variant=x",
  "kernel=1,2;3", "kernel=;;;;", `kernel=${"9,".repeat(5000)}`, `${"a".repeat(70_000)}=1`,
  "classes=<img src=x onerror=alert(1)>", "<script>alert(1)</script>=1", "k=javascript:alert(1)",
];

for (const [name, open] of Object.entries(openers)) {
  describe(name, () => {
    let browser, site;
    before(async () => {
      site = await serve(dist, { prefix: "/any/path" });
      browser = await open();
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    test("every page opens without a complaint", async () => {
      const paths = pagePaths();
      for (const id of exercises()) assert.ok(paths.includes(`${id}/`), `dist/${id} is missing`);
      for (const path of paths) {
        await withPage(browser, {}, async (page) => {
          if (await page.visit(site.url + path)) {
            await page.pictured();
            assert.equal(
              await page.evaluate(() => document.getElementById("absent").textContent), "", path);
          }
          assert.ok(await page.evaluate(() => document.querySelector("h1")?.textContent.length > 0));
          assert.deepEqual(await page.everythingWrong(), [], path);
        });
      }
    });

    test("a hostile link is reported or ignored, and the page goes on", async () => {
      await withPage(browser, {}, async (page) => {
        await page.open(`${site.url}1f/`);
        for (const fragment of hostileFragments) {
          const report = await page.evaluate(async (link) => {
            const opened = await globalThis.examlab.open(link);
            return { opened, report: await globalThis.examlab.report() };
          }, `1f#${fragment}`);
          const shown = fragment.slice(0, 60);
          assert.equal(report.opened.known, true, shown);
          assert.match(report.report.link, /^1f(#|$)/, shown);
          assert.equal(typeof report.report.readouts["loss.nats"], "number", shown);
        }
        const unknown = await page.evaluate(() => globalThis.examlab.open("no-such-thing#a=1"));
        assert.equal(unknown.known, false);
        assert.equal(await page.evaluate(() => document.querySelectorAll("img, main script").length), 0);
        assert.deepEqual(await page.everythingWrong(), []);
      });
    });

    test("a hostile link in the address bar is reported as well", async () => {
      for (const fragment of ["classes=abc&nonsense=1", "%zz=%00", "x".repeat(70_000)]) {
        await withPage(browser, {}, async (page) => {
          const report = JSON.parse(await page.open(`${site.url}1f/#${fragment}`));
          assert.ok(report.problems.length > 0, fragment.slice(0, 40));
          await page.until(() => !document.getElementById("problems").hidden);
          assert.deepEqual(await page.everythingWrong(), []);
        });
      }
    });
  });
}
