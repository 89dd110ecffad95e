// What a drag costs from the intent to the new picture, by part, in Chromium: `node
// tests/browser/drags.mjs` prints a line for each drag, in medians. Beside what is sent it measures
// the whole view and page, so that what standing saves is seen in one run.
//   worker   from the call to the update, the message's way included
//   show     the canvas module takes the view in
//   frame    it draws the first frame of it, without what the graphics process does later
//   sent     bytes of the update; whole: bytes of the view and the page if all of them were sent
// `node tests/browser/drags.mjs sampler` drags the cross-hair over 100 000 points of the lab for
// tests, whose page has to stand in build/sampler (tests/sampler/CMakeLists.txt says how).
import { dist, openers, root, withPage } from "./browsers.mjs";
import { serve } from "../../web/tools/serve.mjs";
import { openEngine } from "../../web/tools/engine.mjs";
import { join } from "node:path";

const counted = (from, to) => Array.from({ length: 24 }, (_, i) => String(from + (i % (to - from + 1))));
const spaced = (from, step) => Array.from({ length: 24 }, (_, i) => String((from + i * step).toFixed(4)));

const ofSampler = process.argv[2] === "sampler";
const folder = ofSampler ? join(root, "build", "sampler") : dist;
const modules = join(root, "build", "web", ofSampler ? "sampler" : "");
const cloud = "sampler#points=100000";

const drags = ofSampler ? [
  { link: cloud, key: "at_x", values: spaced(-1.5, 0.1) },
  { link: cloud, key: "share", values: spaced(0.1, 0.02) },
] : [
  { link: "1c", key: "row", values: counted(5, 20) },
  { link: "1c", key: "shift_x", values: counted(-6, 6) },
  { link: "1e", key: "threshold", values: spaced(2, 0.05) },
  { link: "1h-iv", key: "step", values: counted(1, 19) },
  { link: "1h-iv", key: "example", values: counted(1, 2) },
];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Runs in the page before its scripts: times the canvas module's calls and hears the updates. */
function watch() {
  const times = { show: [], frame: [], update: [], sent: [] };
  globalThis.dragTimes = times;
  // The glue replaces its functions when they are first called, so they are timed where they are read.
  const lists = { _canvas_show: times.show, _canvas_frame: times.frame };
  const timed = (module) => new Proxy(module, {
    get(target, name) {
      if (!(name in lists)) return target[name];
      return (...args) => {
        const start = performance.now();
        const result = target[name](...args);
        lists[name].push(performance.now() - start);
        return result;
      };
    },
  });
  let factory;
  Object.defineProperty(globalThis, "canvas", {
    configurable: true,
    get: () => factory,
    set(made) {
      factory = async (options) => timed(await made(options));
    },
  });
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        if (!data.update) return;
        times.update.push(performance.now());
        times.sent.push(data.update.parcel.byteLength + data.update.changes.length);
      });
    }
  };
}

/** Runs in the page: sets one value after another, each once the picture of the last has been drawn. */
async function drag({ key, values }) {
  const times = globalThis.dragTimes;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const found = { worker: [], show: [], frame: [], sent: [] };
  for (const value of values) {
    for (let i = 0; i < 5; ++i) await frame();
    for (const list of Object.values(times)) list.length = 0;
    const start = performance.now();
    await globalThis.examlab.set(key, value);
    for (let i = 0; i < 100 && (times.frame.length === 0 || times.show.length === 0); ++i) await frame();
    found.worker.push(times.update[0] - start);
    for (const part of ["show", "frame", "sent"]) found[part].push(times[part][0]);
  }
  return found;
}

const site = await serve(folder, { prefix: "/any/path", level: 4 });
const browser = await openers.Chromium();
const engine = await openEngine(modules);
const line = (...cells) => console.log(cells.map((cell, i) => String(cell)[i < 2 ? "padEnd" : "padStart"](10)).join(" "));
line("link", "field", "worker ms", "show ms", "frame ms", "sent", "whole");
for (const { link, key, values } of drags) {
  await withPage(browser, {}, async (page) => {
    await page.raw.addInitScript(watch);
    await page.goto(`${site.url}${link.replace(/(#|$)/, "/$1")}`);
    await page.until(() => globalThis.dragTimes?.frame.length > 0 && globalThis.examlab, null, { what: "a picture" });
    await page.evaluate(() => globalThis.examlab.report());
    const found = await page.evaluate(drag, { key, values });
    const whole = engine.weight(link);
    const ms = (part) => median(found[part]).toFixed(2);
    line(link, key, ms("worker"), ms("show"), ms("frame"), median(found.sent), whole);
  });
}
await browser.close();
await site.close();
