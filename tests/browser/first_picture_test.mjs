// The first picture of a lab is laid out, drawn and shown in tasks of their own, and once.
import assert from "node:assert/strict";
import { test } from "node:test";

import { sampled } from "./browsers.mjs";
import { inEachBrowser } from "./scene.mjs";

/** Runs before the page's own scripts: what the canvas is asked for, until the first picture is seen. */
function watch() {
  const seen = { rehearsed: [], shown: [], on_screen: 0, sizes: 0, drawn: false };
  globalThis.watched = seen;
  let in_frame = false;
  const request = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) => request((now) => {
    in_frame = true;
    try {
      callback(now);
    } finally {
      in_frame = false;
    }
  });
  addEventListener("DOMContentLoaded", () => {
    const stage = document.getElementById("stage");
    new MutationObserver(() => { seen.drawn ||= stage.classList.contains("drawn"); })
      .observe(stage, { attributeFilter: ["class"] });
  });
  const before = (type, name, heed) => {
    const own = type.prototype[name];
    type.prototype[name] = function (...given) {
      if (!seen.drawn) heed(...given);
      return own.apply(this, given);
    };
  };
  let aside = false;
  const gl = WebGL2RenderingContext;
  before(gl, "bindFramebuffer", (_, to) => { aside = to !== null; });
  for (const name of ["drawElements", "drawArrays"]) before(gl, name, () => { if (!aside) ++seen.on_screen; });
  before(gl, "fenceSync", () => seen.rehearsed.push(in_frame));
  before(gl, "blitFramebuffer", () => seen.shown.push(in_frame));
  const own = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "height");
  Object.defineProperty(HTMLCanvasElement.prototype, "height", {
    ...own,
    set(value) {
      if (!seen.drawn && this.id === "lab-canvas") ++seen.sizes;
      own.set.call(this, value);
    },
  });
}

inEachBrowser((scene) => {
  test("the first picture is drawn out of sight, outside of any frame, and shown whole in one", async () => {
    for (const id of sampled(2)) {
      await scene.withPage({}, async (page) => {
        await (page.raw.addInitScript ?? page.raw.evaluateOnNewDocument).call(page.raw, watch);
        await page.open(scene.at(id));
        await page.pictured();
        await page.until(() => globalThis.watched.drawn, null, { what: "a picture" });
        const seen = await page.evaluate(() => globalThis.watched);
        assert.deepEqual(seen, { rehearsed: [false], shown: [true], on_screen: 0, sizes: 1, drawn: true }, id);
      });
    }
  });

  test("a device that takes its time over the first picture is asked again and again, not waited for", async () => {
    await scene.withPage({}, async (page) => {
      await (page.raw.addInitScript ?? page.raw.evaluateOnNewDocument).call(page.raw, () => {
        // A device that is done after a fourth of a second.
        const gl = WebGL2RenderingContext.prototype;
        const { fenceSync, getSyncParameter } = gl;
        globalThis.turns = 0;
        let since = Infinity;
        gl.fenceSync = function (...given) {
          since = performance.now();
          return fenceSync.apply(this, given);
        };
        gl.getSyncParameter = function (sync, name) {
          ++globalThis.turns;
          return performance.now() < since + 250 ? gl.UNSIGNALED : getSyncParameter.call(this, sync, name);
        };
      });
      await page.open(scene.at("1f"));
      await page.pictured();
      await page.until(() => document.getElementById("stage").classList.contains("drawn"), null, { what: "a picture" });
      assert.ok(await page.evaluate(() => globalThis.turns) > 2, "it was asked once and waited for");
      await page.isWell();
    });
  });
});
