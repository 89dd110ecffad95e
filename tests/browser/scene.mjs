// Where a group of tests takes place: the site, served below a path as of any host, and a browser
// beside it. Both are started by the first scene of a process that needs them and stopped by the last.
import { after, before, describe } from "node:test";

import { dist, openers, withPage } from "./browsers.mjs";
import { serve } from "../../web/tools/serve.mjs";

/** The one browser whose tests this process runs, if it runs those of one alone. */
const alone = process.env.EXAMLAB_BROWSER;
if (alone && !(alone in openers)) throw new Error(`no browser is called ${alone}`);

/** The scenes still to be played, and what they share, by name. */
let scenes = 0;
const shared = new Map();

function once(name, start) {
  if (!shared.has(name)) shared.set(name, start());
  return shared.get(name);
}

async function stopAll() {
  const started = await Promise.all(shared.values());
  shared.clear();
  await Promise.all(started.map((one) => one.close()));
}

class Scene {
  #browser;
  #own;
  #site;

  /** `name` is that of the browser. */
  constructor(name) { this.name = name; }

  /** The address of the front page. */
  get url() { return this.#site.url; }

  /** The address at which `link` opens: "1f#classes=10" at /1f/#classes=10. */
  at(link) { return this.url + link.replace(/#|$/, "/$&"); }

  async open(serving) {
    if (serving) this.#own = await serve(dist, serving);
    // What is sent within one machine is quick to pack rather than small.
    this.#site = this.#own ?? await once("site", () => serve(dist, { prefix: "/any/path", level: 4 }));
    this.#browser = await once(this.name, openers[this.name]);
  }

  close() { return this.#own?.close(); }

  /** Runs `use` with a fresh page. */
  withPage(options, use) { return withPage(this.#browser, options, use); }
}

/**
 * Describes the tests that `tests(scene)` declares. A scene that is `serving` in its own way has a server
 * of its own; `at_a_time` is how many of the tests may run side by side.
 */
export function inBrowser(name, tests, { at_a_time = 1, serving } = {}) {
  if (alone && alone !== name) return;
  ++scenes;
  describe(name, { concurrency: at_a_time }, () => {
    const scene = new Scene(name);
    before(() => scene.open(serving));
    after(async () => {
      await scene.close();
      if (--scenes === 0) await stopAll();
    });
    tests(scene);
  });
}

/** Describes the same tests once for each browser. */
export function inEachBrowser(tests, options = {}) {
  for (const name of Object.keys(openers)) inBrowser(name, tests, options);
}
