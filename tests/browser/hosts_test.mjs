// Places from which the page cannot run, or not at once: a file, a frame that may load nothing, a host
// that leaves the slash out. What stands in the page itself says so, or leads on.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { dist } from "./browsers.mjs";
import { inBrowser } from "./scene.mjs";

const types = { ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".html": "text/html" };

/** A host below /sub that answers /sub/1f with the page of /sub/1f/, and has a frame of it at /frame. */
async function host() {
  const server = createServer(async ({ url }, response) => {
    const path = new URL(url, "http://localhost").pathname;
    const name = extname(path) === "" ? join(path, "index.html") : path;
    const type = types[extname(name)] ?? "application/octet-stream";
    const body = path === "/frame" ? "<iframe sandbox=\"allow-scripts\" src=\"/sub/1f/\" width=\"1200\" height=\"700\"></iframe>"
      : path.startsWith("/sub/") ? await readFile(join(dist, name.slice(4))).catch(() => null) : null;
    response.writeHead(body === null ? 404 : 200, { "Content-Type": path === "/frame" ? "text/html" : type });
    response.end(body ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** The line of the lab, whether all of it can be seen, and whether a guess is waited for. */
async function told(frame) {
  await frame.waitForFunction(() => document.getElementById("message")?.textContent !== "");
  return frame.evaluate(() => {
    const line = document.getElementById("message");
    const guess = document.querySelector(".prediction");
    return {
      text: line.textContent,
      cut: line.scrollHeight - line.clientHeight,
      waits: guess !== null && guess.checkVisibility(),
      check: document.getElementById("check-state").textContent,
    };
  });
}

inBrowser("Chromium", (scene) => {
  test("from a file the page says what runs and how to have the rest", () =>
    scene.withPage({ asked: true }, async ({ raw }) => {
      await raw.goto(pathToFileURL(join(dist, "1f", "index.html")).href);
      const { text, cut, waits, check } = await told(raw.mainFrame());
      assert.match(text, /do not run from a file.*open http:\/\/localhost:8000\/ instead\.$/);
      assert.ok(cut <= 1, `${cut} px of it are hidden`);
      assert.equal(waits, false);
      assert.ok(!(await raw.locator("body").innerText()).includes("Just show me"));
      assert.match(check, /the note at the lab says why/);
    }));

  test("in a frame that may load nothing the page gives its address, and no guess is waited for", async () => {
    const place = await host();
    try {
      await scene.withPage({ asked: true }, async ({ raw }) => {
        await raw.goto(`${place.url}/frame`);
        const { text, cut, waits } = await told(raw.frames()[1]);
        assert.match(text, /do not run in this frame.*\/sub\/1f\/$/);
        assert.ok(cut <= 1, `${cut} px of it are hidden`);
        assert.equal(waits, false);
      });
    } finally {
      place.close();
    }
  });

  test("a host that leaves the slash out is asked once more with it", async () => {
    const place = await host();
    try {
      await scene.withPage({}, async (page) => {
        await page.raw.goto(`${place.url}/sub/1f#classes=10`);
        await page.ready();
        assert.equal(page.raw.url(), `${place.url}/sub/1f/#classes=10`);
      });
    } finally {
      place.close();
    }
  });
});
