// The same link gives the same report with the same figures, byte for byte, in every browser, and its
// page opens without a complaint. The links take turns: doors_test asks WebAssembly in Node for all.
import { test } from "node:test";

import { inTurn } from "./browsers.mjs";
import { isReported, links } from "./links.mjs";
import { inEachBrowser } from "./scene.mjs";

const table = inTurn(links(), 3);

inEachBrowser((scene) => {
  test("the page reports the same bytes of this turn's links as the program", async () => {
    // In Chromium looks_test looks at the pages.
    const drawn = scene.name !== "Chromium";
    await scene.withPage({ drawn, width: 700, height: 500 }, async (page) => {
      // The first link of each page comes by the address, the others by the page's own way.
      let last;
      for (const row of table) {
        const [id] = row.link.split("#");
        if (id === last) await page.evaluate((l) => globalThis.examlab.open(l), row.link);
        else await page.visit(scene.at(row.link), { drawn });
        last = id;
        isReported(row, await page.settled(), await page.evaluate(() => globalThis.examlab.digest()));
        await page.isWell(row.link);
      }
      await page.visit(scene.url);
    });
  });
});
