// Training gives the same weights, bit for bit, in every browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { openers, root, withPage } from "./browsers.mjs";

const golden = readFileSync(join(root, "tests/golden/weights.txt"), "utf8")
  .split("\n").filter((line) => line && !line.startsWith("#"));

const types = { js: "text/javascript", wasm: "application/wasm" };

/** Serves the training engine's module and a page that holds nothing else. */
async function served() {
  const server = createServer((request, response) => {
    const extension = /^\/bench\.(js|wasm)$/.exec(request.url)?.[1];
    response.setHeader("Content-Type", types[extension] ?? "text/html");
    response.end(extension ? readFileSync(join(root, "build/web", `bench.${extension}`))
      : '<!doctype html><link rel="icon" href="data:,"><script src="bench.js"></script>');
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

describe("weights after 300 steps", () => {
  let site;
  before(async () => { site = await served(); });
  after(() => site?.close());

  test("there is one hash for each kind of net", () => assert.equal(golden.length, 7));

  for (const [name, open] of Object.entries(openers)) {
    test(`${name} has those that every platform has`, async (t) => {
      const browser = await open();
      t.after(() => browser.close());
      await withPage(browser, {}, async (page) => {
        await page.goto(site.url);
        const found = await page.evaluate(async () => {
          const engine = await globalThis.bench();
          const lines = [];
          for (let i = 0; ; ++i) {
            const line = engine.UTF8ToString(engine._bench_weights(i));
            if (line === "") return lines;
            lines.push(line);
          }
        });
        assert.deepEqual(found, golden);
        assert.deepEqual(await page.everythingWrong(), []);
      });
    });
  }
});
