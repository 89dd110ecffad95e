// What a page does until the first picture of its lab is seen: in tasks of their own, and once.
import assert from "node:assert/strict";
import { test } from "node:test";

import { sampled } from "./browsers.mjs";
import { inBrowser, inEachBrowser } from "./scene.mjs";

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
  const ahead = (type, name, heed) => {
    const own = type.prototype[name];
    type.prototype[name] = function (...given) {
      if (!seen.drawn) heed(...given);
      return own.apply(this, given);
    };
  };
  let aside = false;
  const gl = WebGL2RenderingContext;
  ahead(gl, "bindFramebuffer", (_, to) => { aside = to !== null; });
  for (const name of ["drawElements", "drawArrays"]) ahead(gl, name, () => { if (!aside) ++seen.on_screen; });
  ahead(gl, "fenceSync", () => seen.rehearsed.push(in_frame));
  ahead(gl, "blitFramebuffer", () => seen.shown.push(in_frame));
  const own = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "height");
  Object.defineProperty(HTMLCanvasElement.prototype, "height", {
    ...own,
    set(value) {
      if (!seen.drawn && this.id === "lab-canvas") ++seen.sizes;
      own.set.call(this, value);
    },
  });
}

/** Runs before the page's own scripts: what they ask that takes a layout, until they have run. */
function listenForLayouts() {
  globalThis.asked = [];
  let over = false;
  addEventListener("DOMContentLoaded", () => { over = true; });
  const hear = (of, name) => {
    const own = Object.getOwnPropertyDescriptor(of, name);
    const part = own.get ? "get" : "value";
    Object.defineProperty(of, name, {
      ...own,
      [part](...given) {
        if (!over) globalThis.asked.push(name);
        return own[part].apply(this, given);
      },
    });
  };
  for (const name of ["innerWidth", "innerHeight", "scrollX", "scrollY", "getComputedStyle"]) hear(globalThis, name);
  for (const name of ["clientWidth", "clientHeight", "scrollTop", "scrollHeight", "getBoundingClientRect", "checkVisibility"]) {
    hear(Element.prototype, name);
  }
  for (const name of ["offsetWidth", "offsetHeight"]) hear(HTMLElement.prototype, name);
}

const before = (page, script) => (page.raw.addInitScript ?? page.raw.evaluateOnNewDocument).call(page.raw, script);

inEachBrowser((scene) => {
  test("the first picture is drawn out of sight, outside of any frame, and shown whole in one", async () => {
    for (const id of sampled(2)) {
      await scene.withPage({}, async (page) => {
        await before(page, watch);
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
      await before(page, () => {
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

inBrowser("Chromium", (scene) => {
  // Firefox shows a first frame before all scripts have run, and what is measured in it is laid out by then.
  test("a page's scripts begin without a layout of what has not been shown", async () => {
    for (const id of sampled(2)) {
      await scene.withPage({ asked: true }, async (page) => {
        await before(page, listenForLayouts);
        await page.goto(scene.at(id));
        await page.ready();
        assert.deepEqual(await page.evaluate(() => globalThis.asked), [], id);
      });
    }
  });

  /** The engine has opened it, and its run, if it has one, goes on. */
  async function shownRunning(page, id) {
    await page.goto(scene.at(id));
    await page.ready();
    await page.evaluate(() => globalThis.examlab.mark({}));
    await page.turnTo("lab");
  }

  test("a phone's page is as wide as the phone before there is a picture, whatever its run says", async () => {
    for (const id of new Set(["1a", ...sampled(2)])) {
      await scene.withPage({ width: 390, height: 844, phone: true, drawn: false, asked: true }, async (page) => {
        await shownRunning(page, id);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390, id);
      });
    }
  });

  test("on a phone the first picture is drawn and shown once, too", async () => {
    for (const id of new Set(["1a", ...sampled(1)])) {
      await scene.withPage({ width: 390, height: 844, phone: true, asked: true }, async (page) => {
        await before(page, watch);
        await shownRunning(page, id);
        await page.pictured();
        await page.until(() => globalThis.watched.drawn, null, { what: "a picture" });
        const seen = await page.evaluate(() => globalThis.watched);
        assert.deepEqual(seen, { rehearsed: [false], shown: [true], on_screen: 0, sizes: 1, drawn: true }, id);
      });
    }
  });
});
