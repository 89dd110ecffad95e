// A run that is shared between workers ends as one that is not, and brings no module a second time.
import assert from "node:assert/strict";
import { test } from "node:test";

import { digested } from "./links.mjs";
import { inEachBrowser } from "./scene.mjs";

/** Long enough for workers to start, with members that differ in size and in number, and shards of a batch. */
const links = ["depth#step=400", "regularise#repeats=16", "super-resolution#step=120"];

/** What the server was asked for since it was last emptied. */
const asked = [];
const times = (part) => asked.filter((path) => part.test(path)).length;

/** What the page is told of the machine. */
const pretend = (page, cores) => (page.raw.addInitScript ?? page.raw.evaluateOnNewDocument).call(page.raw, (n) => {
  Object.defineProperty(navigator, "hardwareConcurrency", { get: () => n });
}, cores);

inEachBrowser((scene) => {
  test("with one core, two and four a run ends with the same bits, and others have no part in it where there is one", async () => {
    const expected = digested(links);
    for (const cores of [1, 2, 4]) {
      await scene.withPage({ drawn: false }, async (page) => {
        await pretend(page, cores);
        for (const [i, link] of links.entries()) {
          asked.length = 0;
          await page.open(scene.at(link));
          assert.equal(await page.evaluate(() => globalThis.examlab.digest()), expected[i], `${link} with ${cores} cores`);
          // A mate that a busy machine holds up for long is replaced, and asks again.
          const workers = times(/\/worker_\d\.[0-9a-f]+\.js$/);
          if (cores === 1) assert.equal(workers, 1, `${link}: ${asked}`);
          else assert.ok(workers > 1, `${link} with ${cores} cores: ${asked}`);
          assert.ok(times(/\/engine_\d\.[0-9a-f]+\.wasm$/) <= 1, String(asked));
          await page.isWell();
        }
      });
    }
  });
}, { serving: { onSent: ({ path }) => asked.push(path) } });
