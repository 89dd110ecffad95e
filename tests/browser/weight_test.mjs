// What a first visit costs, as bytes after brotli, and what of it a reader has to wait for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { exercises, sampled } from "./browsers.mjs";
import { inBrowser } from "./scene.mjs";

const most_in_all = 1_000_000;
const most_before_reading = 150_000;

const total = (sent) => sent.reduce((sum, { bytes }) => sum + bytes, 0);

/** Every answer of the server since it was last emptied. */
const sent = [];

/** Waits until a module was asked for, whether or not it draws. */
async function fetched(part) {
  const end = Date.now() + 30_000;
  while (!sent.some(({ path }) => path.includes(part) && path.endsWith(".wasm"))) {
    assert.ok(Date.now() < end, `${part}.wasm was not asked for within 30 s`);
    await sleep(20);
  }
}

inBrowser("Chromium", (scene) => {
  /** What the heaviest visit brought beside the document. */
  let beside = 0;

  /** The parts that the document of an exercise names and every other names, too. */
  async function parts(id) {
    const text = await (await fetch(scene.at(id))).text();
    // The drawn first picture of the lab is its own.
    const names = [...text.matchAll(/assets\/[\w.-]+/g)].map(([name]) => name);
    return names.filter((name) => !name.endsWith(".webp")).sort();
  }

  test("a cold visit takes at most 1.0 MB in all", async (t) => {
    for (const id of sampled()) {
      sent.length = 0;
      await scene.withPage({ drawn: false }, async (page) => {
        await page.goto(scene.at(id));
        await page.ready();
        // What can mark and draw is there; a run that goes on brings nothing more.
        await page.evaluate(() => globalThis.examlab.mark({}));
        await fetched("canvas");
      });
      for (const part of ["engine", "canvas"]) {
        assert.ok(sent.some(({ path, encoding }) => path.includes(part) && path.endsWith(".wasm")
          && encoding === "br"), `${id} fetched no ${part}.wasm with brotli`);
      }
      const answered = (ending) => sent.map(({ path }) => path).filter((path) => path.endsWith(ending));
      assert.equal(answered(".webp").length, 1, `${id} has one first picture, for this theme and width`);
      const [first, ...others] = sent.flatMap(({ path }) => /\.(webp|woff2)$/.exec(path)?.slice(1) ?? []);
      assert.equal(first, "webp", `${id} was sent ${first} before its first picture, then ${others}`);
      t.diagnostic(`${id}: ${total(sent)} bytes in ${sent.length} answers`);
      assert.ok(total(sent) <= most_in_all, `${id}: ${total(sent)} bytes`);
      beside = Math.max(beside, total(sent.filter(({ path }) => !path.endsWith("/"))));
    }
  });

  test("any question can be read after at most 150 kB, before any script or module", async (t) => {
    await scene.withPage({}, async (page) => {
      // What does not block the first paint never arrives; and what goes through here is not kept, so
      // every page comes cold.
      const needed = (request) => ["document", "stylesheet", "font"].includes(request.resourceType())
        || /early\.[0-9a-f]+\.js$/.test(request.url());
      await page.raw.route("**/*", (route) => needed(route.request()) ? route.continue() : route.abort());
      const same = await parts(exercises()[0]);
      for (const id of exercises()) {
        assert.deepEqual(await parts(id), same, `${id} is made of other parts`);
        sent.length = 0;
        await page.goto(scene.at(id));
        const text = await page.evaluate(() => document.querySelector("main").innerText);
        assert.ok(text.length > 300, `${id} shows ${text.length} characters`);
        assert.match(text, /Question/);
        assert.ok(sent.some(({ path }) => path.endsWith(".css")), `${id} came without its style`);
        t.diagnostic(`${id}: readable after ${total(sent)} bytes`);
        assert.ok(total(sent) <= most_before_reading, `${id}: ${total(sent)} bytes`);

        const document = total(sent.filter(({ path }) => path.endsWith("/")));
        assert.ok(document > 0 && beside > 0 && document + beside <= most_in_all,
          `${id}: ${document + beside} bytes in all`);
      }
    });
  });

  test("the whole question stands on the page without JavaScript", async () => {
    await scene.withPage({ scripts: false }, async (page) => {
      for (const id of exercises()) {
        await page.goto(scene.at(id));
        const question = page.raw.locator(".question-text");
        assert.ok((await question.innerText()).length > 100, id);
        assert.ok(await page.raw.locator(".question :is(input, textarea)").count() > 0, id);
        await page.raw.locator(".hint summary").first().click();
        assert.ok(await page.raw.locator(".hint p").first().isVisible(), id);
      }
    });
  });
}, { serving: { level: 11, onSent: (answer) => sent.push(answer) } });
