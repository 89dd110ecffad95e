// The same link gives the same report, byte for byte, at every front door.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { dist, openers, root } from "./browsers.mjs";
import { evaluated, hash, links } from "./links.mjs";
import { serve } from "./serve.mjs";

const table = links();
const native = new Map(table.map(({ link }) => [link, evaluated(link)]));

test("the table holds at least ten links, of every lab that is built", () => {
  assert.ok(table.length >= 10);
  const ids = new Set(table.map(({ link }) => link.split("#")[0]));
  for (const id of ["1c", "1f", "2d-i"]) assert.ok(ids.has(id), id);
});

test("the program reports what the table says", () => {
  for (const { link, expected } of table) assert.equal(hash(native.get(link)), expected, link);
});

test("wasm in Node reports the same bytes as the program", async () => {
  const { openEngine } = await import(pathToFileURL(join(root, "web/tools/engine.mjs")).href);
  const engine = await openEngine(join(root, "build/web"));
  for (const { link } of table) assert.equal(engine.report(link), native.get(link), link);
});

for (const [name, open] of Object.entries(openers)) {
  test(`the page in ${name} reports the same bytes as the program`, async (t) => {
    const site = await serve(dist);
    t.after(() => site.close());
    const browser = await open();
    t.after(() => browser.close());
    // The first link of each page comes by the address, the others by the page's own way.
    let page, last;
    for (const { link } of table) {
      const [id, fragment = ""] = link.split("#");
      if (id === last) {
        await page.evaluate((l) => globalThis.examlab.open(l), link);
      } else {
        await page?.close();
        page = await browser.page();
        await page.open(`${site.url}${id}/${fragment && `#${fragment}`}`);
        last = id;
      }
      assert.equal(await page.evaluate(() => globalThis.examlab.reportText()), native.get(link), link);
      assert.deepEqual(await page.everythingWrong(), [], link);
    }
    await page?.close();
  });
}
