// Training gives the same weights, bit for bit, in every browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { root } from "./browsers.mjs";
import { inEachBrowser } from "./scene.mjs";

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

let site;
before(async () => { site = await served(); });
after(() => site?.close());

inEachBrowser((scene) => {
  test("after 300 steps the weights are those that every platform has", async () => {
    await scene.withPage({}, async (page) => {
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
      assert.ok(found.length > 0, "the engine trains nothing");
      assert.deepEqual(found, golden);
      await page.isWell();
    });
  });
});
