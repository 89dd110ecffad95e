// Every page as people see it, by day and night, at a desk and on a phone: no complaint, nothing that
// axe-core objects to, nothing wider than the screen. Where EXAMLAB_LOOKS is set, pictures of them stay in
// build/screenshots: "first" takes the look that a page opens with, "all" both.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { fromWeb, inTurn, pagePaths, paperPaths, root } from "./browsers.mjs";
import { inBrowser } from "./scene.mjs";

const looks = process.env.EXAMLAB_LOOKS;
const folder = join(root, "build", "screenshots");
const axe = fromWeb("axe-core").source;
/** The pages of labs are of one form and show what those of their exercises do: some stand for all. */
const ofLabs = ["attention/", "convolution/", "initial-loss/"];
const deskPaths = () => (looks ? pagePaths() : [...paperPaths(), ...ofLabs]);

/** Each page is loaded by day at a desk and by night on a phone; the other look it changes to. */
const sizes = {
  desktop: { width: 1366, height: 900, looks: ["light", "dark"], paths: deskPaths },
  phone: { width: 390, height: 844, phone: true, ratio: 1, looks: ["dark", "light"], paths: paperPaths },
};
/** A page taller than this is cut off in its picture. */
const tallest = 6000;

/** Everything that axe-core looks for. It is the same by day and by night but for the colours. */
const everything = {
  resultTypes: ["violations"],
  rules: { "color-contrast": { enabled: true }, "target-size": { enabled: true } },
};
/** The page of a phone is that of a desk in another layout, looked at in the other look. */
const layout = {
  resultTypes: ["violations"],
  runOnly: ["color-contrast", "target-size", "scrollable-region-focusable", "meta-viewport"],
};

/** What axe-core objects to, one line for each place. */
async function objections(page, options = everything) {
  await page.evaluate(`globalThis.axe ?? ${axe}; undefined`);
  const { violations } = await page.evaluate((o) => globalThis.axe.run(document, o), options);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target}: ${failureSummary}`));
}

/** The whole page in view, since only what is in view of a canvas is drawn. */
async function unrolled(page, { width }) {
  const height = await page.evaluate(() => document.scrollingElement.scrollHeight);
  await page.raw.setViewportSize({ width, height: Math.min(height, tallest) });
}

async function fits(page, what) {
  const wider = await page.evaluate(() =>
    document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wider <= 0, `${what} is ${wider} pixels wider than the screen`);
}

const turn = (page, look) => page.raw.emulateMedia({ colorScheme: look });

/** Takes a picture of what is in view, packed loosely, which is quick. */
async function portrait(page, session, path) {
  await page.rested();
  const shot = { format: "png", optimizeForSpeed: true };
  const { data } = await session.send("Page.captureScreenshot", shot);
  await writeFile(path, data, "base64");
}

/** Pictures of the page that is open, where they are asked for; the second look stays. */
async function portraits(page, size, name) {
  const [first, second] = sizes[size].looks;
  if (looks) {
    const session = await page.raw.context().newCDPSession(page.raw);
    for (const panel of panels(sizes[size])) {
      await page.turnTo(panel);
      await unrolled(page, sizes[size]);
      const part = panel === "all" ? "" : `-${panel.replace("panel-", "")}`;
      for (const look of looks === "all" ? [first, second] : [first]) {
        await turn(page, look);
        await portrait(page, session, join(folder, `${name}-${size}${part}-${look}.png`));
      }
    }
    await session.detach();
  }
  await turn(page, second);
}

/** The panels of a page on a phone; elsewhere all is in one. */
const panels = ({ phone }) => (phone ? ["panel-question", "lab", "panel-answer"] : ["all"]);

/** Unfolds everything on the page that is open and looks for what is wrong with it in its second look. */
async function scrutinised(page, shape, path) {
  const { looks: [first, second], phone } = shape;
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
  for (const panel of panels(shape)) {
    await page.turnTo(panel);
    await fits(page, `${path}, unfolded, ${panel},`);
    assert.deepEqual(await objections(page, phone ? layout : everything), [], `${path}, ${panel} (${second})`);
  }
  await turn(page, first);
}

inBrowser("Chromium", (scene) => {
  for (const [size, shape] of Object.entries(sizes)) {
    test(`every page of this turn reads well and fits (${size})`, async () => {
      if (looks) mkdirSync(folder, { recursive: true });
      await scene.withPage({ ...shape, dark: shape.looks[0] === "dark", still: true }, async (page) => {
        for (const path of inTurn(shape.paths(), 3)) {
          await page.raw.setViewportSize({ width: shape.width, height: shape.height });
          await page.visit(scene.url + path);
          await fits(page, path);
          await portraits(page, size, path.replace("/", "") || "front");
          await scrutinised(page, shape, path);
        }
      });
    });
  }

  test("axe-core would find a picture without a text", async () => {
    await scene.withPage({}, async (page) => {
      await page.goto(scene.url);
      await page.evaluate(() => document.querySelector("main").append(new Image()));
      assert.ok((await objections(page)).some((line) => line.startsWith("image-alt")));
    });
  });
}, { at_a_time: Object.keys(sizes).length });
