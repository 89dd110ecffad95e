// The same link gives the same report, byte for byte, at every front door.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { root } from "./browsers.mjs";
import { evaluated, hash, links } from "./links.mjs";
import { inEachBrowser } from "./scene.mjs";

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

inEachBrowser((scene) => {
  test("the page reports the same bytes as the program", async () => {
    await scene.withPage({ drawn: false }, async (page) => {
      // The first link of each page comes by the address, the others by the page's own way.
      let last;
      for (const { link } of table) {
        const [id, fragment = ""] = link.split("#");
        if (id === last) await page.evaluate((l) => globalThis.examlab.open(l), link);
        else await page.open(`${scene.url}${id}/${fragment && `#${fragment}`}`);
        last = id;
        assert.equal(await page.settled(), native.get(link), link);
        assert.deepEqual(await page.everythingWrong(), [], link);
      }
    });
  });
});
