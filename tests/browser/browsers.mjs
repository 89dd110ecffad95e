// Chromium and Firefox behind one small interface, with an ear for everything that goes wrong.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { printed, program, root } from "../program.mjs";

export { program, root };
export const dist = join(root, "dist");

/** Brings a package of the page's. */
export const fromWeb = createRequire(join(root, "web", "package.json"));

/**
 * Runs in every page before its own scripts: counts frames, keeps violations of the policy. A page that
 * is not `drawn` never gets the frames that it asks for; one that is `asked` has its curtains.
 */
function listen([drawn, asked]) {
  try {
    if (!asked) localStorage.setItem("examlab:guess-first", "false");
  } catch {
    // A page without storage, as the blank one is.
  }
  globalThis.heard = { frames: 0, last: 0, violations: [] };
  addEventListener("securitypolicyviolation", (event) => {
    globalThis.heard.violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
  });
  const request = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) =>
    drawn ? request((now) => {
      ++globalThis.heard.frames;
      globalThis.heard.last = performance.now();
      callback(now);
    }) : 1;
}

/** A page of either browser. `raw` is the library's own, for what only one of them can do. */
class Page {
  faults = [];

  constructor(raw, close) {
    this.raw = raw;
    this.close = close;
    raw.on("pageerror", (error) => this.faults.push(`error: ${error.message}`));
    raw.on("console", (message) => {
      if (message.type() === "error") this.faults.push(`console: ${message.text()}`);
    });
    raw.on("response", (response) => {
      if (response.status() >= 400) this.faults.push(`${response.status()}: ${response.url()}`);
    });
  }

  get mouse() { return this.raw.mouse; }
  get keyboard() { return this.raw.keyboard; }

  /** Loads `url`, also where only its fragment differs from that of the page that is open. */
  async goto(url) {
    if (url.split("#")[0] === this.raw.url().split("#")[0]) await this.raw.goto("about:blank");
    await this.raw.goto(url, { waitUntil: "load" });
  }

  /** What `body` gives in the page; a page that does not come back is an error, not a wait. */
  async evaluate(body, argument) {
    const alarm = new AbortController();
    const late = sleep(120_000, null, { signal: alarm.signal }).then(
      () => { throw new Error(`no result in 120 s: ${String(body).slice(0, 200)}`); }, () => null);
    try {
      return await Promise.race([this.raw.evaluate(body, argument), late]);
    } finally {
      alarm.abort();
    }
  }

  /** Waits until `condition` holds in the page, and returns what it gave. */
  async until(condition, argument, { within = 60_000, what = String(condition) } = {}) {
    const end = Date.now() + within;
    for (;;) {
      const value = await this.evaluate(condition, argument);
      if (value) return value;
      if (Date.now() > end) throw new Error(`not within ${within} ms: ${what}`);
      await sleep(50);
    }
  }

  /** Opens a page of an exercise or lab and waits until every step is taken. */
  async open(url) {
    await this.goto(url);
    return this.settled();
  }

  /** Waits until the page can be asked. */
  ready() {
    return this.until(() => globalThis.examlab !== undefined, null, { what: "globalThis.examlab" });
  }

  /** The report, once every step is taken. */
  async settled() {
    await this.ready();
    return this.evaluate(() => globalThis.examlab.reportText());
  }

  /** Opens any page: with a heading, with every step taken and drawn if it has a lab, without a complaint. */
  async visit(url, { drawn = true } = {}) {
    await this.goto(url);
    if (await this.evaluate(() => document.getElementById("lab-canvas") !== null)) {
      await this.settled();
      if (drawn) await this.pictured();
      assert.equal(await this.evaluate(() => document.getElementById("absent").textContent), "", url);
    }
    assert.ok(await this.evaluate(() => document.querySelector("h1")?.textContent.length > 0), url);
    await this.isWell(url);
  }

  /** Waits until a third of a second has gone by without a frame. */
  rested() {
    return this.evaluate(() => new Promise((resolve, reject) => {
      const begun = performance.now();
      const look = () => {
        const now = performance.now();
        const left = Math.max(begun, globalThis.heard.last) + 330 - now;
        if (left <= 0) resolve();
        else if (now > begun + 20_000) reject(new Error("the page asks for frames without end"));
        else setTimeout(look, left);
      };
      look();
    }));
  }

  /** On a phone, where question, lab and answer are a panel each, shows the one with this id. */
  turnTo(panel) {
    return this.evaluate((id) => {
      const bar = document.getElementById("panels");
      if (bar?.checkVisibility()) bar.querySelector(`[data-panel="${id}"]`)?.click();
    }, panel);
  }

  /** Waits until the canvas has been drawn and has taken the height of what is on it; the lab is shown. */
  async pictured() {
    await this.turnTo("lab");
    await this.until(() => globalThis.heard.frames > 1
      && document.getElementById("lab-canvas").style.height !== "", null, { what: "a picture" });
  }

  /** Nothing has complained: no error, no failed request, no violation of the policy. */
  async isWell(place) {
    assert.deepEqual([...this.faults, ...(await this.evaluate(() => globalThis.heard.violations))], [],
      place);
  }
}

async function openChromium() {
  const { chromium } = fromWeb("playwright-core");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--no-first-run", "--disable-quic", "--disable-sync",
      "--disable-background-networking", "--disable-component-update",
      // WebGL needs a stand-in for a graphics card. Putting pages together does not, and takes half of
      // the time without it.
      "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-gpu-compositing",
      // A camera that shows a test picture, and is allowed without a question.
      "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
  });
  return {
    name: "Chromium",
    close: () => browser.close(),
    async page(options = {}) {
      const { width = 1280, height = 900, dark, still, phone, ratio = 2, scripts = true, drawn = true, asked = false }
        = options;
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? "dark" : "light",
        javaScriptEnabled: scripts,
        reducedMotion: still ? "reduce" : "no-preference",
        ...(phone ? { deviceScaleFactor: ratio, hasTouch: true, isMobile: true } : {}),
      });
      await context.addInitScript(listen, [drawn, asked]);
      return new Page(await context.newPage(), () => context.close());
    },
  };
}

async function openFirefox() {
  const { default: puppeteer } = fromWeb("puppeteer-core");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: process.env.DISPLAY === undefined,
    extraPrefsFirefox: {
      "app.update.enabled": false,
      "browser.safebrowsing.downloads.remote.enabled": false,
      "datareporting.policy.dataSubmissionEnabled": false,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "services.settings.server": "data:,#remote-settings-dummy/v1",
      "webgl.force-enabled": true,
    },
  });
  return {
    name: "Firefox",
    close: () => browser.close(),
    async page({ width = 1280, height = 900, drawn = true, asked = false } = {}) {
      const context = await browser.createBrowserContext();
      const raw = await context.newPage();
      await raw.setViewport({ width, height });
      await raw.evaluateOnNewDocument(listen, [drawn, asked]);
      return new Page(raw, () => context.close());
    },
  };
}

export const openers = { Chromium: openChromium, Firefox: openFirefox };

/** Runs `use` with a fresh page and closes it whatever happens. */
export async function withPage(browser, options, use) {
  const page = await browser.page(options);
  try {
    return await use(page);
  } finally {
    await page.close();
  }
}

/** The line with the marks, once there is one. */
export const score = (page) =>
  page.until(() => document.getElementById("score").textContent, null, { what: "a score" });

/** The folders of dist/ that hold a page, relative, "" for the front page. */
export function pagePaths() {
  return readdirSync(dist, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "assets")
    .map((entry) => `${entry.name}/`)
    .concat("")
    .sort();
}

/** The ids of the exercises that are built, as the native program lists them. */
export const exercises = () =>
  JSON.parse(printed(["list"]))
    .paper.filter((part) => part.built).map((part) => part.id);

/**
 * Of what takes a browser long, one in `oneIn`: others with each commit, so that as many commits reach them
 * all (tests/thinning.h). With EXAMLAB_LOOKS, which keeps pictures, all of them.
 */
export function inTurn(all, oneIn) {
  const turn = Number(process.env["EXAMLAB_TURN"] ?? 0);
  return process.env["EXAMLAB_LOOKS"] ? all : all.filter((_, i) => i % oneIn === turn % oneIn);
}

/** The front page and every exercise. The pages of labs show what those do, with fewer words. */
export const paperPaths = () => exercises().map((id) => `${id}/`).concat("");

/**
 * Some of the exercises, where all would take too long: others in each turn (EXAMLAB_TURN, see
 * tests/thinning.h), so that some turns reach them all.
 */
export function sampled(count = 3) {
  const all = exercises();
  const first = count * Number(process.env.EXAMLAB_TURN ?? 0);
  return Array.from({ length: Math.min(count, all.length) }, (_, i) => all[(first + i) % all.length]);
}
